"""A change that mends: what is advised for one need and what a plan of repair is made of are the same values.

`flows` and `others` have a function for each kind; `trial` makes it on what is understood already.
"""
