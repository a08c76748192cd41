"""`RTS`: rights."""
