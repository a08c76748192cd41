"""What the bytes of a file say before anything reads them: whether the file is ours, and which way to read it."""

import re

from sharecheck.reading.doubtful import is_doubtful
from sharecheck.reading.limits import Limits

HEAD = 64_000
"""Bytes within which a file must say what it is."""

_BEFORE = rb"(?:\s|\#[^\r\n]*|---(?=\s)|%[^\r\n]*)*+"
_EDITOR_KEY = rb"""(?:["']?\$schema["']?\s*+:[^\r\n,]*+,?+\s*+)?"""
_FIRST_KEY = re.compile(_BEFORE + rb"\{?" + _BEFORE + _EDITOR_KEY + rb"""["']?sharecheck["']?\s*:""")
_KIND = re.compile(rb"""(?:^["']?|[{,]\s*")sharecheck["']?[ \t]*:[ \t]*["']?([a-z]+/[0-9]+)\b""", re.MULTILINE)

_ANCHOR_OR_TAG = re.compile(rb"[&*](?<![^\s\[{,:?\x80-\xff-].)\S|!(?<![^\s\[{,:?\x80-\xff-].)", re.DOTALL)
_OTHER_BASE = re.compile(rb"0[xob](?<![^\s\[{,:?+\x80-\xff-]0.)")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_HEAD_OF_WIDE = 64
"""Bytes in which it is seen whether each character has several."""
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_QUADRATIC = 600_000_000
"""`ryaml` needs up to 1.7 ns a byte for each bracket that is open: bytes times brackets is at most a second."""


def wide_encoding(data: bytes) -> str | None:
    """The encoding with two or four bytes for each character that a file has, with or without a mark that says so."""
    if b"\0" not in data[:_HEAD_OF_WIDE] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    head = data[:_HEAD_OF_WIDE]
    empty = [head[at::4].count(0) * 8 > len(head[at::4]) * 7 for at in range(4)]
    if sum(empty) == 3:
        return "UTF-32"
    return "UTF-16" if empty in ([False, True] * 2, [True, False] * 2) else None


def is_ours(head: bytes) -> bool:
    """Whether a file says that it is a document of this format.

    Its first key is `sharecheck` (one for editors may stand before it), or a key `sharecheck` at the margin names a
    kind. NULs are skipped, so that a protocol saved as UTF-16 is not passed over without a word.
    """
    head = _without_mark(head[:HEAD].replace(b"\0", b""))
    return bool(_FIRST_KEY.match(head) or _KIND.search(head))


def kind_of(head: bytes) -> str | None:
    """The kind that a file names, as far as the bytes tell."""
    match = _KIND.search(_without_mark(head[:HEAD]))
    return match[1].decode() if match else None


def is_plain(data: bytes, limits: Limits) -> bool:
    """Whether the fast parser may read a YAML file: nothing is there that it would expand, drop or read otherwise.

    May say no to a file that is fine; the careful way decides then.
    """
    return not (
        b"\0" in data
        or (b"<" in data and b"<<" in data)  # one byte is found faster than two
        or (
            not data.isascii() and b"\xef\xbb\xbf" in data[1:]
        )  # a byte order mark within the text: `ryaml` keeps it, YAML forbids it
        or (any(sign in data for sign in (b"&", b"*", b"!")) and _ANCHOR_OR_TAG.search(data))
        or _has_odd_numbers(data)
        or has_many_values(data, limits)
        or is_deep(data, limits)
        or is_doubtful(data)
        or (len(data) ** 2 > _QUADRATIC and len(data) * (data.count(b"[") + data.count(b"{")) > _QUADRATIC)
    )


def _without_mark(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _has_odd_numbers(data: bytes) -> bool:
    """Numbers of 19 digits and more, beyond what a float can hold, or of another base: parsers differ in these."""
    zeros = data.translate(_DIGITS)
    if b"0" * 19 in zeros or any(sign in zeros for sign in (b"e000", b"E000", b"e+000", b"E+000")):
        return True
    return bool(_OTHER_BASE.search(data))


def has_halves(data: bytes) -> bool:
    """Whether JSON may have half of a character in it, as an escape: Python reads that, though it is no text."""
    return b"\\u" in data and bool(_HALF.search(data))


def is_deep(data: bytes, limits: Limits) -> bool:
    """Whether there may be more brackets within each other than the limit; each round takes the innermost away."""
    brackets = data.translate(None, _NO_BRACKETS)
    for _ in range(limits.depth):
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return bool(brackets)


def has_many_values(data: bytes, limits: Limits) -> bool:
    """Whether there may be more values than the limit: before each stands one of these signs."""
    if len(data) <= limits.values:
        return False
    return sum(data.count(sign) for sign in (b",", b":", b"[", b"{", b"\n", b"\r", b"- ", b"? ")) >= limits.values
