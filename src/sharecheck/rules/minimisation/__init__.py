"""`MIN`: minimisation."""
