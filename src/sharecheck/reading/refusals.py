"""Why a model refused a document: all reasons, in our words, each at its key."""

from dataclasses import replace
from itertools import islice

from sharecheck.document import Offsets, Problem, Route, Splice
from sharecheck.reading import corrections
from sharecheck.reading.messages import message_for
from sharecheck.reading.node import Read, Tree, places
from sharecheck.reading.phrases import closest
from sharecheck.reading.verdict import Refusal, refusals

_RANK = ("additionalProperties", "required", "type", "anyOf", "const", "enum", "minLength", "pattern", "format")
"""What is told of a value against which several things can be said; the rest comes after these."""


def explain(kind: str, read: Read, most: int) -> list[Problem]:
    """The problems of shape of a text that was read; a few more than `most` at most."""
    assert read.root is not None
    tree = places(read.text, read.root)
    found: dict[Route, Refusal] = {}
    for refusal in islice(refusals(kind, read.root.value), 20 * most):
        route = refusal.route
        if not _is_hidden(read, refusal) and (route not in found or _rank(refusal) < _rank(found[route])):
            found[route] = refusal
    for route in _misspelt(found):
        found.pop(route, None)
    problems = [_problem_of(refusal, read, tree) for refusal in islice(found.values(), most + 1)]
    if not problems and not read.problems:  # a bug: the model refuses what the schema accepts
        problems.append(Problem("wrong-shape", (), "the file does not have the shape that it should have"))
    return problems


def _problem_of(refusal: Refusal, read: Read, tree: Tree) -> Problem:
    """In words; a key that is not known is shown itself, and not its value."""
    problem = message_for(refusal, tree.source(refusal.route))
    if problem.kind == "unknown-key":
        at = tree.key(refusal.route)
        return _mended(replace(problem, span=read.lines.span(at)), at, corrections.key(refusal, read.text[slice(*at)]))
    if problem.kind == "missing-key" or refusal.value is None:
        return problem
    return _mended(problem, tree.value(refusal.route), corrections.value(refusal, tree.source(refusal.route)))


def _mended(problem: Problem, at: Offsets, other: corrections.Instead | None) -> Problem:
    return replace(problem, instead=(Splice(at, other.text),), sure=other.sure) if other else problem


def _rank(refusal: Refusal) -> int:
    return _RANK.index(refusal.keyword) if refusal.keyword in _RANK else len(_RANK)


def _is_hidden(read: Read, refusal: Refusal) -> bool:
    """Whether a refusal is about something that was not understood, and that was reported already."""
    route = refusal.route
    if refusal.keyword == "required" and route[:-1] in read.incomplete:
        return True
    return any(route[:length] in read.unknown for length in range(len(route) + 1))


def _misspelt(found: dict[Route, Refusal]) -> list[Route]:
    """Keys that are missing only because they are misspelt: the misspelt one is told."""
    meant = []
    for route, refusal in found.items():
        if refusal.keyword == "additionalProperties":
            name = closest(str(route[-1]), refusal.schema["properties"])
            around = (*route[:-1], name or "")
            meant += [around] if around in found and found[around].keyword == "required" else []
    return meant
