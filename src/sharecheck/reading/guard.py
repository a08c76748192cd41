"""Real data in a file, refused before anything else reads it: in its name, in its text, and in its values as read."""

from collections.abc import Iterator
from pathlib import Path

from sharecheck.document import Lines, Offsets, Problem, Span
from sharecheck.personal import Sort, crossed, masked, maybe, personal
from sharecheck.reading.limits import Limits
from sharecheck.reading.node import Node
from sharecheck.reading.ways import Way

_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_READ_ANEW = (b"\\", b"''", b"0x", b"0o", b"0e", b"0E")
"""Where the value that is read may say more than the text: escapes, quotes in quotes, and numbers of other forms."""


def without_real_data(way: Way, path: Path, text: str, data: bytes, limits: Limits) -> tuple[str, list[Problem]]:
    """The text without what looks like data of a real person, and what was found.

    It is crossed out before anything else reads the text, so that no message, frame or report can repeat it. Of a value
    that becomes whole only when the text is read, as a number with escapes in it, all is crossed out that it was
    written with.
    """
    problems = [_problem(found.sort, None, "in the name of the file") for found in personal(path.name)]
    all = personal(text) if maybe(data) else ()
    plain = data.translate(_DIGITS)
    anew = any(sign in plain for sign in _READ_ANEW)
    if not all and not anew:
        return text, problems
    span, left = Lines(text).span, masked(text)
    problems += [_problem(found.sort, span((found.start, found.end)), "here") for found in all if found.sort != "name"]
    root = way.read(text, limits).root if anew else None
    for (start, end), sort in _values(root) if root else ():
        if not any(start <= found.start < end for found in all):
            left = left[:start] + crossed(left[start:end]) + left[end:]
            problems.append(_problem(sort, span((start, end)), "here once it is read"))
    return left, problems


def _values(root: Node) -> Iterator[tuple[Offsets, Sort]]:
    """Where keys and values stand that say something of a real person, each with its sort."""
    waiting: list[tuple[Node, str]] = [(root, "")]
    while waiting:
        node, key = waiting.pop()
        for step, part in node.parts.items():
            name = step if isinstance(step, str) else key
            if isinstance(step, str) and (sort := _sort(step, "")):
                yield node.keys[step], sort
            waiting.append((part, name))
        if not isinstance(node.value, list | dict) and (sort := _sort(_text(node.value), key)):
            yield (node.start, node.end), sort


def _sort(value: str, key: str) -> Sort | None:
    """What a value behind a key says of a real person."""
    words = f"{key}: "
    return next((found.sort for found in personal(words + value) if found.end > len(words)), None)


def _text(value: object) -> str:
    """A value as text, a whole number without a point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _problem(sort: Sort, span: Span | None, where: str) -> Problem:
    what, instead = _HELP[sort]
    return Problem("real-data", (), f"what looks like {what} stands {where}", instead, span or Span(1, 1, 1, 1))


_HELP: dict[Sort, tuple[str, str]] = {
    "nhs-number": (
        "a real NHS number",
        "take it out, and look where else the file has been; a flow says `nhs-number`, and never which one; if it is "
        "something else, write before it what it is, for example `tel.`, `UPRN`, `created:` or `ref` and the number",
    ),
    "pupil-number": (
        "a real unique pupil number",
        "take it out, and look where else the file has been; a flow says `upn`, and never which one",
    ),
    "birth-date": (
        "the date of birth of somebody who is named",
        "take both out, and look where else the file has been; ages are written as `P27M`, and parties by their role; "
        "if a place or a group is meant, write `children` behind its name: `Bright Sparks children born …`",
    ),
    "name": ("a name beside a date of birth", "take it out"),
}
