"""YAML the careful way: all of it, or only places in what is in order."""

import re
from contextlib import suppress

from yaml import YAMLError

from sharecheck.document import Lines, Route, Splice
from sharecheck.reading.composer import Composer, Enough
from sharecheck.reading.doubtful import is_doubtful
from sharecheck.reading.events import events, prepared
from sharecheck.reading.limits import Limits
from sharecheck.reading.node import Found, Read, Tree, nearest
from sharecheck.reading.strict import Strict
from sharecheck.reading.syntax import broken, tell_yaml

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML forbids: control characters, and a byte order mark that is not at the beginning.

The characters are named, not all others: a set that reaches beyond U+FFFF takes ten times as long to compile.
"""

_RETURN = re.compile(r"\r(?![\r\n]|\Z)")
"""A carriage return with text behind it."""


def read_yaml(text: str, limits: Limits) -> Read:
    """A text, composed."""
    read = Read(text, Lines(text))
    if hidden := _HIDDEN.search(text):
        message = f"a character that cannot be seen (U+{ord(hidden[0]):04X})"
        every = tuple(Splice(sign.span(), "") for sign in _HIDDEN.finditer(text))
        read.note("not-text", (), hidden.span(), message, "remove it", instead=every)
        return read
    if (lone := _return_in_comment(text)) is not None:
        message = "a carriage return within a comment (U+000D): what follows is read, and may be seen by nobody"
        help = "remove it, or save the file with one kind of line ends"
        read.note("not-text", (), (lone, lone + 1), message, help)
        return read
    source = prepared(text)
    composer = Composer(read, limits, source)
    look = Strict(read).look if is_doubtful(text.encode("utf-8", "replace")) else None
    with suppress(Enough):
        try:
            for event in events(source):
                if look:
                    look(event)
                composer.take(event)
            read.root = composer.root
        except YAMLError as error:
            found = broken(error, composer.around)
            composer.broken(found.at)
            tell_yaml(read, found)
    return read


def _return_in_comment(text: str) -> int | None:
    """Where a comment ends in a carriage return alone, among lines that end otherwise.

    YAML begins a new line there. Many an editor shows none, and what follows looks like a part of the comment.
    """
    for found in _RETURN.finditer(text) if "\n" in text else ():
        at = found.start()
        line = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
        if line.startswith("#") or " #" in line or "\t#" in line:
            return at
    return None


def growing(text: str, limits: Limits) -> Tree:
    """The places of a text, each found once the text is read up to it."""
    source = prepared(text)
    composer, coming = Composer(Read(text, Lines(text)), limits, source), events(source)

    def find(route: Route) -> Found:
        with suppress(YAMLError, Enough):  # no text that is in order
            while (found := composer.nearest(route)) is None:
                event = next(coming, None)
                if event is None:
                    break
                composer.take(event)
        return found or nearest(composer.root, route)

    return Tree(text, find)
