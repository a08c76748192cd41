"""Edits of a text at a place, named by a route of keys, that keep its comments and its layout.

What can be changed is here; how it is written into a text is in `text`, and texts into files in `files`: most runs do
neither.
"""

from sharecheck.edit.change import Append, Change, Edit, Put, Refused, Remove, applied

__all__ = ["Append", "Change", "Edit", "Put", "Refused", "Remove", "applied"]
