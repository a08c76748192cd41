"""What text pasted from a word processor has in it, and that looks like something else: quotes, spaces, dashes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sharecheck.document import Offsets, Splice

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SAYS = (
    ("curly quotes", re.compile("[“”„‟«»‘’‚‛]")),
    ("a no-break space", re.compile("[\u00a0\u202f]")),
    ("a space of another width", re.compile(f"[{_SPACES}]")),
    ("a non-breaking hyphen", re.compile("\u2011")),
    ("an en dash", re.compile("–")),
    ("a long dash", re.compile("[\u2010\u2012\u2014\u2015\u2212\uff0d]")),
    ("a character that cannot be seen", re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")),
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‘’‚‛\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys("•·\u2010\u2011\u2012–\u2014\u2015\u2212\uff0d", "-"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
    }
)


def odd(text: str) -> str | None:
    """What a text has in it that no keyboard types: `an en dash`."""
    return next((what for what, pattern in _SAYS if pattern.search(text)), None)


def plain(text: str) -> str:
    """A text as it would have been typed, without quotes of any kind around it."""
    return text.translate(_PLAIN).strip().strip("\"'")


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that stands where YAML wants a plain sign: where, what kind of sign, and what to type."""

    offsets: Offsets
    what: str
    help: str
    instead: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign that is taken for another one: where that can be told, and what it should be."""

    pattern: re.Pattern[str]
    what: str
    help: str
    plain: str


_SIGNS = (
    _Sign(
        re.compile(rf"""(?:^[ ]*|(?<=[\w"'”]:)|(?<=^-)|(?<=\s-))[{_SPACES}]+[ {_SPACES}]*""", re.MULTILINE),
        "a no-break space, as word processors write it, where a space has to be",
        "replace it with a space: some editors show it when they show white space",
        " ",
    ),
    _Sign(
        re.compile(rf"(?<=\n)[ {_SPACES}]*[–—•·](?=[ {_SPACES}])"),
        "a dash or a dot, as word processors write it, where an entry of a list begins",
        "write a hyphen and a space: `- `",
        "-",
    ),
)
_QUOTED = re.compile(
    r"""(?<=[\s\[{,:])(?:[“„‟”](?P<double>[^"\\\n“”„‟]*)[”“]|‘(?P<single>[^'\n‘’]*)’)(?=[ \t]*(?:[,\]}#\r\n]|$))""",
)


def signs(text: str) -> tuple[str, list[Trace]]:
    """The text with spaces and hyphens where a word processor has put others, no longer and no shorter, and where."""
    traces = []
    for sign in _SIGNS:
        found = list(sign.pattern.finditer(text))
        if found:
            new = partial(_replaced, sign.plain)
            text = sign.pattern.sub(new, text)
            traces.append(_as_one_trace(found, sign.what, sign.help, new))
    return text, traces


def quotes(text: str) -> tuple[str, list[Trace]]:
    """The same for curly quotes around a value: such quotes are part of the value, so that a colon within ends it."""
    found = list(_QUOTED.finditer(text))
    if not found:
        return text, []
    return _QUOTED.sub(_straight, text), [
        _as_one_trace(
            found,
            "curly quotes, as word processors write them, where straight ones have to be",
            'type straight quotes: `"`',
            _straight,
        )
    ]


def _replaced(sign: str, found: re.Match[str]) -> str:
    """Spaces of the same length, with the sign at the end."""
    return " " * (len(found[0]) - 1) + sign


def _straight(found: re.Match[str]) -> str:
    return f'"{found["double"]}"' if found["single"] is None else f"'{found['single']}'"


def _as_one_trace(found: list[re.Match[str]], what: str, help: str, new: Callable[[re.Match[str]], str]) -> Trace:
    """All of one kind as one, at the first sign that is not plain."""
    first = found[0]
    at = next(index for index in range(*first.span()) if first.string[index].translate(_PLAIN) != first.string[index])
    more = ("", ", twice")[len(found) - 1] if len(found) < 3 else f", here and in {len(found) - 1} other places"
    return Trace((at, at + 1), what + more, help, tuple(Splice(sign.span(), new(sign)) for sign in found))
