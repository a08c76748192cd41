"""`WKR`: what a version promises less than the one before. Facts about two texts: the lesser one can be honest."""
