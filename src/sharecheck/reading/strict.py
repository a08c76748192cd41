"""What libyaml lets pass and YAML 1.2 does not: said at its place, so that no file means two things to two readers.

libyaml takes a `#` without a space before it for a comment, drops a `?` that belongs to a word, and does not look how
far lines within brackets and quotes are indented. All of it can be seen between its events, and in the text of scalars.
"""

import re

from yaml import events as ev

from sharecheck.document import Offsets, Splice
from sharecheck.reading.events import offsets
from sharecheck.reading.node import Read

_COMMENT = re.compile(r"#[^\r\n]*")
_QUESTION = re.compile(r"\?(?=[^\s?#])")
_LINE_END = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"( *)[ \t]*([^\r\n]?)")
"""The spaces that a line begins with, and its first sign."""
_HEADER = re.compile(r"[|>]([-+0-9]*)")
_BLANK_OR_FIRST = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)( *)([^\r\n]?)")
_QUOTE = "put the text in quotes"


class Strict:
    """Looks at all that stands between the events, and at each scalar; notes what is not YAML 1.2."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._text = read.text
        self._at = 0
        """All before it was looked at."""
        self._columns: list[int] = []
        """Where the open lists and mappings of block style begin."""
        self._flow = 0
        """How many within brackets are open."""
        self._waiting: list[tuple[str, str, Offsets, Splice | None]] = []
        self._styles: list[bool] = []
        """Of all that are open: whether it is of flow style."""

    @property
    def _column(self) -> int:
        """What lines within brackets and quotes have to be indented by more than."""
        return self._columns[-1] if self._columns else -1

    def look(self, event: ev.Event) -> None:
        """Look at the next event, and at what stands before it."""
        match event:
            case ev.ScalarEvent():
                start, end = offsets(event)
                self._between(start)
                self._scalar(event, start, end)
                self._at = max(self._at, end)
            case ev.CollectionStartEvent():
                self._styles.append(bool(event.flow_style))
                if event.flow_style:
                    start, end = offsets(event)
                    self._between(start)
                    self._flow += 1
                elif event.start_mark:
                    self._columns.append(event.start_mark.column)
            case ev.CollectionEndEvent():
                if self._styles.pop():
                    self._between(offsets(event)[0])
                    self._flow -= 1
                    self._tell_outside_brackets()
                else:
                    self._columns.pop()
            case ev.AliasEvent() | ev.StreamEndEvent():
                start, end = offsets(event)
                self._between(start)
                self._at = max(self._at, end)

    def _between(self, end: int) -> None:
        """Look at what stands before a value: comments, signs, line ends."""
        start, text = self._at, self._text
        if start >= end:
            return
        self._at = end
        at = text.find("#", start, end)
        while at >= 0:
            if at and text[at - 1] not in " \t\r\n\ufeff":
                self._note(
                    "a `#` without a space before it",
                    "put a space before it where a comment begins, or the text in quotes",
                    (at, at + 1),
                    Splice((at, at), " "),
                )
            comment = _COMMENT.match(text, at)
            at = text.find("#", comment.end() if comment else at + 1, end)
        if not self._flow:
            return
        for question in _QUESTION.finditer(text, start, end + 1):
            if "#" not in text[max(text.rfind("\n", start, question.start()), start) : question.start()]:
                self._note("a word within brackets that begins with `?`", _QUOTE, question.span())
        self._lines(start, end, comments=True)

    def _lines(self, start: int, end: int, comments: bool) -> None:
        """Look how far the lines that begin between two offsets are indented."""
        least = self._column + 1
        for line_end in _LINE_END.finditer(self._text, start, end):
            line = _INDENT.match(self._text, line_end.end())
            sign = line[2] if line else ""
            if line is None or not sign or (comments and sign == "#"):
                continue
            closes = comments and sign in "]}"  # many write it below the key to which it belongs: it can mean one thing
            if len(line[1]) < (least - 1 if closes else least):
                self._note(
                    "a line that begins too far to the left",
                    "indent it by more spaces than the key to which it belongs",
                    line.span(2),
                    Splice((line.start(), line.start(2)), " " * (least + 1)),
                )

    def _scalar(self, event: ev.ScalarEvent, start: int, end: int) -> None:
        text = self._text
        if event.style in ("|", ">"):
            self._block(text.find(event.style, start, end))
        elif event.style in ("'", '"') or self._flow:
            self._lines(start, end, comments=False)
            if self._flow and text.startswith("-", start) and end == start + 1 and not event.style:
                self._note("a dash alone, within brackets", _QUOTE, (start, end), Splice((start, end), '"-"'))

    def _block(self, start: int) -> None:
        """Look at the head of text that keeps its lines, and at the empty lines that it begins with."""
        header = _HEADER.match(self._text, start)
        if header is None:
            return
        if self._text.startswith("#", header.end()):
            at = header.end()
            self._note("a `#` without a space before it", "put a space before it", (at, at + 1), Splice((at, at), " "))
        if any(sign.isdigit() for sign in header[1]):
            return
        longest: re.Match[str] | None = None
        line = _BLANK_OR_FIRST.match(self._text, header.end())
        while line is not None and not line[2]:
            longest = line if longest is None or len(line[1]) > len(longest[1]) else longest
            line = _BLANK_OR_FIRST.match(self._text, line.end())
        if line is not None and longest is not None and self._column < len(line[1]) < len(longest[1]):
            self._note(
                "an empty line with more spaces than the text below it",
                "remove the spaces from the line",
                longest.span(1),
                Splice(longest.span(1), ""),
            )

    def _note(self, message: str, help: str, at: Offsets, instead: Splice | None = None) -> None:
        self._waiting.append((message, help, at, instead))
        self._tell_outside_brackets()

    def _tell_outside_brackets(self) -> None:
        """Within brackets nothing is told before they are closed: where one is missing, that is what is wrong."""
        if self._flow:
            return
        for message, help, at, instead in self._waiting:
            self._read.note("syntax", (), at, message, help, instead=(instead,) if instead else (), sure=False)
        self._waiting.clear()
