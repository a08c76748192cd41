"""`GOV`: governance."""
