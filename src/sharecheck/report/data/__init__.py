"""What commands print for programs: the shape of each report, from which its schema is made, and how it is filled.

Text is made in the modules beside this package, so that who reads text does not pay for the shapes.
"""
