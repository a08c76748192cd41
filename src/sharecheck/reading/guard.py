"""Real data in a file, refused before anything else reads it: in its name, in its text, and in its values as read."""

from collections.abc import Iterator
from pathlib import Path

from sharecheck.document import Lines, Offsets, Problem, Span
from sharecheck.personal import Sort, crossed, masked, maybe, personal
from sharecheck.reading.node import Node, Read


def real_data(path: Path, text: str, data: bytes) -> list[Problem]:
    """What looks like data of a real person in the name of a file and in its text."""
    problems = [_problem(found.sort, None, "in the name of the file") for found in personal(path.name)]
    if maybe(data):
        all, span = personal(text), Lines(text).span
        problems += [
            _problem(found.sort, span((found.start, found.end)), "here") for found in all if found.sort != "name"
        ]
    return problems


def real_values(read: Read) -> list[Problem]:
    """What becomes data of a real person only when the text is read, such as a number of another base."""
    found = _values(read.root) if read.root else ()
    return [_problem(sort, read.lines.span(offsets), "here once it is read") for offsets, sort in found]


def without_real_data(text: str, read: Read) -> str:
    """A text with all of this crossed out, so that no message, frame or report can repeat it.

    Of a value that becomes whole only in reading, all is crossed out with which that value was written.
    """
    left, found = masked(text), personal(text)
    for (start, end), _ in _values(read.root) if read.root else ():
        if not any(start <= stretch.start < end for stretch in found):
            left = left[:start] + crossed(left[start:end]) + left[end:]
    return left


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
    "learner-number": (
        "a real unique learner number",
        "take it out, and look where else the file has been; a flow says which kind of number it needs, and never "
        "which one",
    ),
    "hospital-number": (
        "the number by which a hospital knows somebody",
        "take it out, and look where else the file has been; if it is something else, write before it what it is, "
        "for example `tel.` or `ref` and the number",
    ),
    "birth-date": (
        "the date of birth of somebody who is named",
        "take both out, and look where else the file has been; ages are written as `P27M`, and parties by their role; "
        "if a place or a group is meant, write `children` behind its name: `Bright Sparks children born …`",
    ),
    "name": ("a name beside a date of birth", "take it out"),
}
