"""Edits of a text at a place, named by a route of keys, that keep its comments and its layout."""

from sharecheck.edit.change import Append, Change, Edit, Put, Refused, Remove, applied
from sharecheck.edit.files import Rewrite, write
from sharecheck.edit.text import comments, edited

__all__ = ["Append", "Change", "Edit", "Put", "Refused", "Remove", "Rewrite", "applied", "comments", "edited", "write"]
