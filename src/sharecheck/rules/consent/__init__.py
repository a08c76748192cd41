"""`CON`: consent."""
