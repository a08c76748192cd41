"""What is found, as text: `formats` has each report in each of its formats."""
