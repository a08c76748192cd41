"""`IDM`: identity matching."""
