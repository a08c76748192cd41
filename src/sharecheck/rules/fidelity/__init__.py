"""`FID`: fidelity and paper."""
