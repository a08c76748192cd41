"""Files that have lost the line by which they are known: which kind each was, and where the line belongs."""

import re

from sharecheck.document import Splice
from sharecheck.model import KINDS
from sharecheck.reading.scan import HEAD

_TELLING = (
    ("flows", "protocol/1"),
    ("parties", "area/1"),
    ("transitions", "pathway/1"),
    ("records", "pathway/1"),
    ("events", "pathway/1"),
    ("items", "catalogue/1"),
    ("shows", "journey/1"),
    ("provisions", "law/1"),
)
"""Keys that few other files have, and the kind of which each is."""

_KEY = r"""^["']?([\w$.-]+)["']?[ \t]*:(?=\s|$)"""
_FIRST_KEY = re.compile(_KEY, re.MULTILINE)
_AT_THE_MARGIN = re.compile(_KEY.encode(), re.MULTILINE)
_TOLD = re.compile(rb"""^["']?(?:%s)["']?[ \t]*:""" % "|".join(key for key, _ in _TELLING).encode(), re.MULTILINE)
_OF_A_FLOW = tuple(
    re.compile(rb"(?:^|[\s{,-])%s[ \t]*:" % key) for key in (b"from", b"to", b"(?:when|within|channel|items)")
)
_OUR_KIND = rf"""^(["']?)([\w$.-]+)\1(?=[ \t]*:[ \t]*["']?(?:{"|".join(KINDS)})\b)"""
_MISSPELT = re.compile(_OUR_KIND, re.MULTILINE)
_MISSPELT_THERE = re.compile(_OUR_KIND.encode(), re.MULTILINE)


def kind_lost(data: bytes) -> str | None:
    """The kind of document of ours that a YAML file looks like: by three of its keys or more, and one other at most.

    A protocol has flows with `from`, `to` and one of `when`, `within`, `channel` and `items`. Of most files of others
    one search is enough.
    """
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if not _TOLD.search(head):
        return None
    meant = {match[2]: b"sharecheck" for match in _MISSPELT_THERE.finditer(head)}
    keys = {meant.get(key, key).decode("ascii", "replace") for key in _AT_THE_MARGIN.findall(head)}
    for telling, kind in _TELLING:
        known = {field.alias or name for name, field in KINDS[kind].model_fields.items()}
        if telling in keys and len(keys & known) >= 3 and len(keys - known) <= 1:
            return kind if kind != "protocol/1" or all(key.search(head) for key in _OF_A_FLOW) else None
    return None


def line(text: str, kind: str) -> Splice:
    """What puts the line there: in the place of a misspelt key that names a kind, else before the first key."""
    if misspelt := _MISSPELT.search(text):
        return Splice(misspelt.span(), "sharecheck")
    first = _FIRST_KEY.search(text)
    at = first.start() if first else 0
    end = "\r\n" if "\r\n" in text else "\n"
    return Splice((at, at), f"sharecheck: {kind}{end}")
