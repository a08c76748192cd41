"""The version of the program, below all that prints it."""

__version__ = "0.1.0"
