"""Settings: which hold for which file, what counts over what, and what is said of them."""
