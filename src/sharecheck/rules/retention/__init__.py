"""`RET`: retention."""
