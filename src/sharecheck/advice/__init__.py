"""What the finding of a gap advises: changes that can be typed, tried on the network before they are proposed."""
