"""What libyaml cannot read, in our words, at the place where its author can mend it.

Of libyaml only the two places count that it names, where libyaml could not go on and where that began; what is wrong is
told from the text there, and never from the words of another library.
"""

import re
from dataclasses import dataclass

import yaml

from sharecheck.document import Splice
from sharecheck.reading.node import Read
from sharecheck.reading.phrases import quoted

_QUOTES = "put the text in quotes"
_COLON = (
    "a colon where no key can stand",
    'put text with a colon in quotes, or mend the indentation: `title: "one: two"`',
)
_UNCLOSED = ("a quote that is never closed", "close it with the same quote")
"""Best told where it began: the other end is the end of the file."""
_NO_COLON = ("a key without a colon", "write `key: value`, with a space after the colon")
_NO_KEY = (
    "a key was expected here",
    "write `key: value`, begin it under the keys before it, and close every quote and bracket",
)
_NO_ENTRY = ("an entry of the list was expected here", "begin it with `- ` under the entries before it")
_NO_VALUE = ("a value was expected here", "close every bracket, and write the value")
_ALONE = (
    "a value that does not belong to anything before it",
    "write `key: value`, and close every quote and bracket",
)
_OPEN = {
    "[": ("a comma or `]` was expected here", "close the list with `]`"),
    "{": ("a comma or `}` was expected here", "close the mapping with `}`"),
}
_NOT_HERE = {
    ":": _COLON,
    "-": (
        "a list cannot begin here",
        "begin it on a line of its own, under its key; put a text that is only `-` in quotes",
    ),
    "?": ("a key cannot begin here", _QUOTES),
}
"""Signs that mean something, where they mean nothing."""
_PROPERTY = {
    "!": ("a tag that is not complete, or not declared", "remove it, and put text in quotes"),
    "&": ("an anchor without a name", "remove it, or put the text in quotes"),
    "*": ("an alias without a name", "remove it, or put the text in quotes"),
    "%": ("a line for the parser that is not known", "remove the line that begins with `%`"),
    "|": ("more than a sign before text that keeps its lines", "begin the text on a line of its own"),
    ">": ("more than a sign before text that keeps its lines", "begin the text on a line of its own"),
}
_QUOTED = re.compile(r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\"""", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_KEY = re.compile(r"[ ]*+(?:-[ ]++)*+[\w-]++:[ ]++(?=[^\s\"'\[\]{}|>&*!%@`#,?-])")
"""A key before text that has no quotes."""
_LINE_END = re.compile(r"[\r\n]|$")


@dataclass(frozen=True, slots=True)
class Broken:
    """Where libyaml could not go on, where that began, and what was open."""

    at: int
    began: int | None
    opened: int | None
    """Where the innermost list or mapping begins that is open."""
    block: bool
    """Whether that one has no brackets."""
    listed: bool
    """Whether that one is a list."""


def broken(error: yaml.YAMLError, around: tuple[int, bool, bool] | None) -> Broken:
    """The places that an error names; `around` is what is open: where it begins, has brackets, is a list."""
    marked = error if isinstance(error, yaml.MarkedYAMLError) else None
    at = marked.problem_mark.index if marked and marked.problem_mark else 0
    began = marked.context_mark.index if marked and marked.context_mark else None
    opened, flow, listed = around or (None, False, False)
    return Broken(at, began, opened, not flow, listed)


def tell_yaml(read: Read, found: Broken) -> None:
    """Note what is wrong."""
    message, help = says = _what(read.text, found)
    at, began = found.at, found.at if found.began is None else found.began
    if says is _UNCLOSED:
        at = began
    other, label = ((began, began + 1), "this began here") if began < at else (None, "")
    instead = _in_quotes(read.text, at) if says is _COLON else ()
    read.note("syntax", (), (at, at + 1), message, help, other=other, label=label, instead=instead, sure=False)


def _what(text: str, found: Broken) -> tuple[str, str]:
    at, began = found.at, found.began
    sign = text[at : at + 1]
    if began is None:
        return _NOT_HERE.get(sign, _ALONE)
    begun = text[began : began + 1]
    if began == found.opened and began < at:
        return (_NO_ENTRY if found.listed else _NO_KEY) if found.block else _OPEN.get(begun, _NO_VALUE)
    if sign == "\t":
        line = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
        where = "where only spaces can stand" if line.strip() else "at the beginning of a line"
        return f"a tab {where}", "use spaces to indent"
    if began == at:
        if sign in _PROPERTY and sign not in "%|>":
            return _PROPERTY[sign]
        return (f"a value cannot begin with {quoted(sign)}", _QUOTES) if sign in ("@", "`", "%") else _NO_VALUE
    if begun in ("'", '"'):
        closed = _QUOTED.match(text, began)
        return _NO_COLON if closed and closed.end() <= at else _in_text(text, at) if begun == '"' else _UNCLOSED
    return _PROPERTY.get(begun, _NO_COLON)


def _in_text(text: str, at: int) -> tuple[str, str]:
    """What is wrong within double quotes."""
    if text.startswith("\\", at):
        help = "write `\\\\` for a backslash, or use single quotes"
        return "a backslash before a character that it does not go with", help
    for length in range(2, 11):  # the sign and the digits of an escape
        if at >= length and text[at - length] == "\\" and text[at - length + 1] in "xuU":
            complete = _ESCAPE.match(text, at - length)
            return f"an escape that is {'no character' if complete else 'not complete'}", "write the character itself"
    return _UNCLOSED


def _in_quotes(text: str, at: int) -> tuple[Splice, ...]:
    """The text of a key in quotes, where it has a colon in it; it could also be a second key that lost its line."""
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    key, line_end = _KEY.match(text, begin), _LINE_END.search(text, at)
    if key is None or line_end is None or not key.end() < at:
        return ()
    line, *_ = re.split(r"\s#", text[key.end() : line_end.start()], maxsplit=1)
    value = line.rstrip()
    if at >= key.end() + len(value) or "#" in value:
        return ()
    if any(sign in value for sign in ("  ", "{", "}", "[", "]")):
        return ()
    quote = '"' if '"' not in value and "\\" not in value else "'"
    return (
        Splice((key.end(), key.end() + len(value)), quote + value.replace("'", "''" if quote == "'" else "'") + quote),
    )
