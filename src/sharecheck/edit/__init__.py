"""Edits of a text at a place, named by a route of keys, that keep its comments and its layout.

What can be changed is here; how an edit is made on models is in `shapes`, how it is written into a text in `text`, and
texts into files in `files`: most runs do none of it.
"""

from sharecheck.edit.value import Append, Edit, Put, Refused, Remove, ValueEdit, applied

__all__ = ["Append", "Edit", "Put", "Refused", "Remove", "ValueEdit", "applied"]
