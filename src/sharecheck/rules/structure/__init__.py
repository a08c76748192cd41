"""`STR`: structure."""
