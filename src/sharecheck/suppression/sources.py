"""Where exceptions stand: in comments, as the parser finds them, and under keys."""

from collections.abc import Iterator

from sharecheck.document import Document, Offsets, Place, Route, Span
from sharecheck.reading.comments import comments
from sharecheck.suppression import KEY, Suppression
from sharecheck.suppression.directive import Directive, directives, is_reason, named_rules, parse_directive

_SUBJECT = 200
"""Characters of a line by which an exception is told from others."""


def in_comments(document: Document) -> Iterator[Suppression]:
    """The exceptions in comments, in order of their lines."""
    text, lines = document.text, document.lines
    found = tuple(comments(text))
    following = _following(document, {lines.position(start)[0]: start for start, _ in found})
    for start, end in found:
        every = tuple(directives(text[start:end]))
        for number, directive in enumerate(every):
            line, column = lines.position(start + directive.begins)
            before = lines[line][: lines.position(start)[1] - 1].strip()
            covered = line if before else following.get(line, line)
            words = parse_directive(directive.text)
            yield Suppression(
                document,
                named_rules(directive.brackets),
                words.reason if is_reason(words.reason) else "",
                words.owner,
                words.until,
                words.ends,
                document.place,
                Span(line, column, line, column + directive.ends - directive.begins),
                "" if directive.whole_file else before or lines[covered].strip()[:_SUBJECT],
                None if directive.whole_file else covered,
                beside=_beside(text[start:end], every, number, start) if len(every) > 1 else None,
            )


def _beside(comment: str, every: tuple[Directive, ...], number: int, start: int) -> Offsets:
    """What goes with an exception that has others in its comment: all up to the next one, or from the one before.

    Its `#` stays where the next one has none of its own.
    """
    if number + 1 == len(every):
        return start + every[number - 1].ends, start + len(comment)
    begins, following = every[number].begins, every[number + 1].begins
    if comment[following] != "#":
        own = comment[begins:following]
        begins += len(own) - len(own.lstrip("# \t"))
    return start + begins, start + following


def _following(document: Document, comments: dict[int, int]) -> dict[int, int]:
    """For each line with a comment, the next line that says something."""
    lines = document.lines
    found: dict[int, int] = {}
    following = 0
    for number in range(len(lines), 0, -1):
        if number in comments:
            if following:
                found[number] = following
            alone = not lines[number][: comments[number] - lines.offset(number, 1)].strip()
        else:
            alone = not lines[number].strip()
        following = following if alone else number
    return found


def in_keys(document: Document) -> Iterator[Suppression]:
    """The exceptions under keys, each for all that stands beside its key."""
    if document.shape is not None:
        yield from _keys(document, (), document.shape.model_dump(by_alias=True, exclude_none=True), ())


def _keys(document: Document, route: Route, value: object, ids: tuple[str, ...]) -> Iterator[Suppression]:
    """Those that stand under the key, each for all that stands beside the key; `ids` are those above."""
    if isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _keys(document, (*route, index), entry, ids)
    if not isinstance(value, dict):
        return
    ids = (*ids, str(value["id"])) if "id" in value else ids
    exceptions = value.get(KEY) or ()
    several = isinstance(exceptions, list | tuple)
    for index, exception in enumerate(exceptions if several else (exceptions,)):
        at: Route = (*route, KEY, index) if several else (*route, KEY)
        rules = exception["rules"]
        words = parse_directive(exception.get("reason") or "")
        until = exception.get("until")
        reason = exception.get("reason") or ""
        yield Suppression(
            document,
            tuple(
                each for rule in (rules if isinstance(rules, list | tuple) else (rules,)) for each in named_rules(rule)
            ),
            reason if is_reason(words.reason) else "",
            exception.get("owner") or words.owner,
            str(until) if until else words.until,
            until or words.ends,
            Place(document, at),
            document.span(at),
            "/".join((*ids, *(str(step) for step in route if isinstance(step, str)))),
            route=route,
        )
    for key, inner in value.items():
        if key != KEY:
            yield from _keys(document, (*route, key), inner, ids)
