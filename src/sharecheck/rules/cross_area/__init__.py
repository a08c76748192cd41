"""`XAR`: cross-area and cross-border."""
