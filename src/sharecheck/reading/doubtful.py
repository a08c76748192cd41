"""Bytes that may hold what libyaml lets pass and YAML 1.2 does not; `strict` decides, with events, whether they do.

Each question may be answered yes for a file that is fine, which only makes reading slower, and never no for one that is
not."""

import re

_NO_LINE_ENDS = (b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
"""What ends a line for libyaml only."""
# these patterns begin with the sign that is looked for, and look behind themselves: so that most bytes are skipped fast
_NO_COMMENT = re.compile(rb"""\#(?<=[\[\]{},"'?:|>]\#)|\#(?<=[|>][-+0-9]\#)|\#(?<=[|>][-+0-9]{2}\#)""")
"""A `#` that libyaml takes for the beginning of a comment, with no space before it."""
_QUESTION = re.compile(rb"\?(?<![^\s\[{,:-]\?)[^\s]")
_DASH = re.compile(rb"-(?<![^\s\[{,:]-)[,\[\]{}]")
_EMPTY = re.compile(rb"\n[ \t]+\r?\n")
"""A line of spaces."""
_IN_LINE = rb"""(?:[^\[\]{}"'\#\r\n]++|"(?<![^\s\[{,:].)[^"\\\[\]{}\r\n]*+")*+"""
"""Text without brackets, plain or in quotes that are closed in the line where they begin."""
_TOKEN = re.compile(
    rb"""(?:[^\[\]{}"'\#]++|["'](?<=[^\s\[{,:].)|\#(?<=\S\#)|\#[^\r\n]*+|"[^"\\\[\]{}\r\n]*+"|\{"""
    + _IN_LINE
    + rb"\}|\["
    + _IN_LINE
    + rb"(?:\["
    + _IN_LINE
    + rb"\]"
    + _IN_LINE
    + rb""")*+\])*+(?P<sign>[\[\]{}]|"(?:[^"\\]|\\.)*+"?|'[^']*+'?|\Z)""",
    re.DOTALL,
)
"""What needs no look, which is closed in the line where it begins; and then a bracket, a text in quotes, or the end."""
_BRACKET = re.compile(rb"[\[\]{}]")
_PREFIX = re.compile(rb"[ \t]*(?:[-?:][ \t]+)*")
"""What stands before the first key or value of a line."""


def is_doubtful(data: bytes) -> bool:
    """Whether something in a file of YAML may be read in two ways."""
    if not data.isascii() and any(sign in data for sign in _NO_LINE_ENDS):
        return True
    if data[-1:] in (b" ", b"\t") or (b"%" in data and (data.startswith(b"%") or b"\n%" in data)):
        return True
    if _NO_COMMENT.search(data) or _QUESTION.search(data) or _DASH.search(data):
        return True
    if (b"|" in data or b">" in data) and _EMPTY.search(data):
        return True
    if b"\r" in data and data.count(b"\r") != data.count(b"\r\n"):
        return True
    return not _is_indented(data)


def _is_indented(data: bytes) -> bool:
    """Whether all lines that begin within brackets or quotes stand to the right of what is around them."""
    depth = began = 0
    for token in _TOKEN.finditer(data):
        start, end = token.span("sign")
        first = data[start : start + 1]
        if first in (b'"', b"'"):
            if _BRACKET.search(data, start, end) or not _stands_right(data, start, end, flow=False):
                return False
        elif first:
            depth += 1 if first in b"[{" else -1
            if depth == 1 and first in b"[{":
                began = start
            if depth < 0 or (depth == 0 and not _stands_right(data, began, end, flow=True)):
                return False
    return depth == 0


def _stands_right(data: bytes, start: int, end: int, flow: bool) -> bool:
    """Whether all lines that begin between two offsets do: those of a list or mapping, or of text in quotes."""
    if data.find(b"\n", start, end) < 0:
        return True
    line_start = data.rfind(b"\n", 0, start) + 1
    prefix = _PREFIX.match(data, line_start)
    before = data[line_start:start].rstrip()
    if prefix is None or before[-1:] not in (
        b"",
        b":",
        b"-",
        b"?",
    ):  # no value begins there: it may be a part of a text
        return False
    entry = prefix[0]
    column = len(entry) if start != prefix.end() else len(entry.rstrip()) - 1 if before else len(entry) - 1
    for line in data[start:end].split(b"\n")[1:]:
        bare = line.lstrip(b" ")
        sign = bare.lstrip(b"\t\r")[:1]
        spaces = len(line) - len(bare)
        if sign and not (flow and sign == b"#") and spaces < column + 1 - (flow and sign in b"]}"):
            return False
    return True
