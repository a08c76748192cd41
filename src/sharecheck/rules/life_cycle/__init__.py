"""`LIF`: life cycle."""
