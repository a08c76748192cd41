"""What libyaml cannot read, in our words, at the place where its author can mend it."""

import re

import yaml

from sharecheck.document import Splice
from sharecheck.reading.node import Read
from sharecheck.reading.words import quoted

_QUOTES = "put the text in quotes"
_SAYS = {
    "mapping values are not allowed in this context": (
        "a colon where no key can stand",
        'put text with a colon in quotes, or mend the indentation: `title: "one: two"`',
    ),
    "did not find expected key": (
        "a key was expected here",
        "write `key: value`, begin it under the keys before it, and close every quote and bracket",
    ),
    "did not find expected '-' indicator": (
        "an entry of the list was expected here",
        "begin it with `- ` under the entries before it",
    ),
    "could not find expected ':'": ("a key without a colon", "write `key: value`, with a space after the colon"),
    "found a tab character that violates indentation": ("a tab at the beginning of a line", "use spaces to indent"),
    "found a tab character where an indentation space is expected": (
        "a tab at the beginning of a line",
        "use spaces to indent",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here",
        "begin it on a line of its own, under its key; put a text that is only `-` in quotes",
    ),
    "block mapping entries are not allowed in this context": ("a mapping cannot begin here", _QUOTES),
    "mapping keys are not allowed in this context": ("a key cannot begin here", _QUOTES),
    "did not find expected ',' or ']'": ("a comma or `]` was expected here", "close the list with `]`"),
    "did not find expected ',' or '}'": ("a comma or `}` was expected here", "close the mapping with `}`"),
    "found unexpected end of stream": ("a quote that is never closed", "close it with the same quote"),
    "found unexpected document indicator": ("a quote that is never closed", "close it with the same quote"),
    "did not find expected node content": ("a value was expected here", "close every bracket, and write the value"),
    "found unknown escape character": (
        "a backslash before a character that it does not go with",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    "found invalid Unicode character escape code": ("an escape that is no character", "write the character itself"),
    "did not find expected hexdecimal number": ("an escape that is not complete", "write the character itself"),
    "did not find expected <document start>": (
        "a value that does not belong to anything before it",
        "write `key: value`, and close every quote and bracket",
    ),
    "found undefined tag handle": ("a tag that is not declared", "remove it, and put text in quotes"),
}

_COLON = "mapping values are not allowed in this context"
_KEY = re.compile(r"[ ]*+(?:-[ ]++)*+[\w-]++:[ ]++(?=[^\s\"'\[\]{}|>&*!%@`#,?-])")
"""A key before text that has no quotes."""
_LINE_END = re.compile(r"[\r\n]|$")
_UNCLOSED = ("found unexpected end of stream", "found unexpected document indicator")
"""What is best told where it began: the other end is the end of the file."""


def place(error: yaml.YAMLError) -> int:
    """Where libyaml could not go on."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.index if mark else 0


def tell_yaml(read: Read, error: yaml.YAMLError) -> None:
    """Note what libyaml said."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        read.note("syntax", (), (0, 0), "this is not YAML")
        return
    at, said = error.problem_mark.index, error.problem or ""
    began = error.context_mark.index if error.context_mark else at
    if said == "found character that cannot start any token":
        message, help = _cannot_begin(read.text, at)
    elif said in _SAYS:
        message, help = _SAYS[said]
    else:
        message, help = f"this is not YAML: {said}", "look at the indentation, the quotes and the brackets around it"
    if said in _UNCLOSED:
        at = began
    other, label = ((began, began + 1), "this began here") if began < at else (None, "")
    instead = _in_quotes(read.text, at) if said == _COLON else ()
    read.note("syntax", (), (at, at + 1), message, help, other=other, label=label, instead=instead, sure=False)


def _in_quotes(text: str, at: int) -> tuple[Splice, ...]:
    """The text of a key in quotes, where it has a colon in it; it could also be a second key that lost its line."""
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    key, line_end = _KEY.match(text, begin), _LINE_END.search(text, at)
    if key is None or line_end is None or not key.end() < at:
        return ()
    line, *_ = re.split(r"\s#", text[key.end() : line_end.start()], maxsplit=1)
    written = line.rstrip()
    if at >= key.end() + len(written) or "#" in written:
        return ()
    if any(sign in written for sign in ("  ", "{", "}", "[", "]")):
        return ()
    quote = '"' if '"' not in written and "\\" not in written else "'"
    return (
        Splice(
            (key.end(), key.end() + len(written)), quote + written.replace("'", "''" if quote == "'" else "'") + quote
        ),
    )


def _cannot_begin(text: str, at: int) -> tuple[str, str]:
    character = text[at : at + 1]
    if character == "\t":
        return "a tab where only spaces can stand", "use spaces to indent"
    return f"a value cannot begin with {quoted(character)}", _QUOTES
