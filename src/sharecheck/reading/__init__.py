"""From bytes to documents: the fast way for what is in order, the careful way for what is not."""

from sharecheck.reading.documents import read, read_bytes
from sharecheck.reading.files import find
from sharecheck.reading.limits import Limits

__all__ = ["Limits", "find", "read", "read_bytes"]
