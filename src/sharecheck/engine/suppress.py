"""The exceptions of a run: what they leave out, and what is to be said of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sharecheck.brief import brief
from sharecheck.document import Document, Route
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.finding import Finding
from sharecheck.reading import phrases
from sharecheck.rule import Rule, Used
from sharecheck.rules import find, rulebook
from sharecheck.suppression import Suppression, suppressions
from sharecheck.workspace import UsageError, Workspace

Unclear = tuple[tuple[str, tuple[str, ...]], ...]
"""Rules, each with the members of which an exception would have to name one."""


@brief
@dataclass(frozen=True, repr=False)
class Suppressed:
    """A finding that is left out, and the exception that says so."""

    diagnostic: Diagnostic
    suppression: Suppression


def suppress(
    workspace: Workspace,
    rules: Sequence[Rule],
    found: Sequence[Diagnostic],
    asks: Callable[[str, Document], bool] = lambda rule, document: True,
) -> tuple[list[Diagnostic], list[Suppressed], list[Used]]:
    """What is still to be told, what is left out, and how each exception was used.

    `asks` says whether the settings of a document let the rule of an id speak of it. What stops a file from being
    understood is always told.
    """
    checked = {rule.id for rule in rules if rule.compare is None}  # the next comparison is with the text that has it
    alone = {rule.id for rule in rules if rule.alone}
    left: list[Suppressed] = []
    used: list[Used] = []
    for document in workspace.documents:
        exceptions = tuple(suppressions(document))
        places = _Places(document, found) if exceptions else None
        for exception in exceptions if places else ():
            ids, unknown = _meant(exception)
            covered, unclear = _covered(exception, places.of(exception)) if places else ([], ())
            fully_asked = bool(ids) and ids <= checked and not unknown and all(asks(id, document) for id in ids)
            times = len(covered) + len(unclear)
            used.append(
                Used(exception, times, fully_asked, unknown, workspace.as_of, ids <= alone, _near(unknown), unclear)
            )
            if exception.reason and not exception.expired(workspace.as_of):
                left += (Suppressed(each, exception) for each in covered)
    gone = {id(suppressed.diagnostic) for suppressed in left}
    return [each for each in found if id(each) not in gone], left, used


class _Places:
    """The findings in a document, by line and by route: each is looked up, and not looked for."""

    def __init__(self, document: Document, found: Sequence[Diagnostic]) -> None:
        self._every = [
            diagnostic for diagnostic in found if diagnostic.finding.place.document is document and not diagnostic.stops
        ]

    @cached_property
    def _by_line(self) -> Mapping[int, list[Diagnostic]]:
        by_line: dict[int, list[Diagnostic]] = {}
        for diagnostic in self._every:
            by_line.setdefault(diagnostic.span.line, []).append(diagnostic)
        return by_line

    @cached_property
    def _by_route(self) -> Mapping[Route, list[Diagnostic]]:
        by_route: dict[Route, list[Diagnostic]] = {}
        for diagnostic in self._every:
            route = diagnostic.finding.place.route
            for depth in range(len(route) + 1):
                by_route.setdefault(route[:depth], []).append(diagnostic)
        return by_route

    def of(self, exception: Suppression) -> Sequence[Diagnostic]:
        """Those that stand where an exception is for."""
        if exception.route is not None:
            return self._by_route.get(exception.route, ())
        return self._every if exception.line is None else self._by_line.get(exception.line, ())


def _covered(exception: Suppression, here: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Unclear]:
    """The findings that an exception is for, and the rules of which it does not say for which member.

    Where a rule has found several members of one cause in one place, an exception that names none of them would also
    hide the next one. Such an exception leaves nothing out, unless it says that it is for the whole file.
    """
    covered: dict[int, Diagnostic] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    for named in exception.named:
        ids, members = _ids(named.word), set(named.members)
        by_rule: dict[str, list[Diagnostic]] = {}
        for each in here:
            if each.rule.id in ids and (not members or members & set(each.about)):
                by_rule.setdefault(each.rule.id, []).append(each)
        for rule, every in by_rule.items():
            several = len({each.about for each in every if each.finding.sentence}) > 1
            if several and not members and not exception.everywhere:
                unclear[rule] = _members(every)
            else:
                covered |= {id(each): each for each in every}
    clear = {each.rule.id for each in covered.values()}
    return list(covered.values()), tuple(item for item in unclear.items() if item[0] not in clear)


def _members(found: Sequence[Diagnostic]) -> tuple[str, ...]:
    """A name for each of several findings that tells some of them from others: the last that not all have."""
    common = set.intersection(*(set(diagnostic.about) for diagnostic in found))
    names = (
        next((name for name in reversed(diagnostic.about) if name not in common), diagnostic.about[-1])
        for diagnostic in found
    )
    return tuple(dict.fromkeys(names))


def _meant(exception: Suppression) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of the rules that an exception names, and the words that name none."""
    ids = frozenset(id for word in exception.rules for id in _ids(word))
    return ids, tuple(word for word in exception.rules if not _ids(word))


@lru_cache(maxsize=1000)
def _ids(word: str) -> frozenset[str]:
    """The ids of the rules that a word names; none where it names no rule."""
    try:
        return frozenset(rule.id for rule in find(word))
    except UsageError:
        return frozenset()


def _near(unknown: Iterable[str]) -> dict[str, str]:
    """The rule that is like each word; ids are too short to be guessed."""
    names = [rule.name for rule in rulebook()] if unknown else []
    return {word: meant for word in unknown if (meant := phrases.slip(word.lower(), names))}


def reviewed(rules: Iterable[Rule], used: Sequence[Used]) -> Iterator[tuple[Rule, Finding]]:
    """What is to be said of the exceptions themselves, and by which rule."""
    for rule in rules:
        if rule.review is not None:
            yield from ((rule, finding) for finding in rule.review(used))
