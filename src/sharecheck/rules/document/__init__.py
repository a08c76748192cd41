"""`DOC`: the file itself."""
