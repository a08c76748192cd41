"""`SEC`: security and transport."""
