"""The exceptions of a run: what they leave out, and what is to be said of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sharecheck.diagnostic import Diagnostic
from sharecheck.document import Document
from sharecheck.reading import words
from sharecheck.rule import Rule, Used
from sharecheck.rulebook import find, rulebook
from sharecheck.suppression import Suppression, suppressions
from sharecheck.workspace import Trouble, Workspace


@dataclass(frozen=True)
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

    `asks` says whether the settings of a document let the rule of an id speak of it.
    """
    asked = {rule.id for rule in rules if rule.compare is None}  # the next comparison is with the text that has it
    alone = {rule.id for rule in rules if rule.alone}
    left: list[Suppressed] = []
    used: list[Used] = []
    for document in workspace.documents:
        here: list[Diagnostic] | None = None
        for one in suppressions(document):
            if here is None:
                here = [each for each in found if each.finding.place.document is document]
            ids, unknown = _meant(one)
            covered = [each for each in here if each.rule.id in ids and one.covers(each.finding.place, each.span)]
            whole = bool(ids) and ids <= asked and not unknown and all(asks(id, document) for id in ids)
            near = _near(unknown)
            used.append(Used(one, len(covered), whole, unknown, workspace.as_of, ids <= alone, near))
            if one.reason and not one.expired(workspace.as_of):
                left += (Suppressed(each, one) for each in covered)
    gone = {id(one.diagnostic) for one in left}
    return [each for each in found if id(each) not in gone], left, used


def _meant(one: Suppression) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of the rules that an exception names, and the words that name none."""
    ids: set[str] = set()
    unknown: list[str] = []
    for word in one.rules:
        try:
            ids |= {rule.id for rule in find(word)}
        except Trouble:
            unknown.append(word)
    return frozenset(ids), tuple(unknown)


def _near(unknown: Iterable[str]) -> dict[str, str]:
    """The rule that is like each word; ids are too short to be guessed."""
    names = [rule.name for rule in rulebook()] if unknown else []
    return {word: meant for word in unknown if (meant := words.slip(word.lower(), names))}


def reviewed(rules: Iterable[Rule], used: Sequence[Used]) -> Iterator[Diagnostic]:
    """What is to be said of the exceptions themselves."""
    for rule in rules:
        if rule.review is not None:
            yield from (Diagnostic(rule, finding, rule.severity) for finding in rule.review(used))
