"""Why a model refused a document: all reasons, in our words, each at its key, in the order of the file."""

from itertools import islice

from jsonschema import ValidationError

from sharecheck.document import Problem, Route
from sharecheck.reading.node import Read, Tree
from sharecheck.reading.telling import Refusal, told
from sharecheck.reading.verdict import errors
from sharecheck.reading.words import closest
from sharecheck.schema import json_schema

_RANK = ("additionalProperties", "required", "type", "anyOf", "const", "enum", "minLength", "format", "pattern")
"""What is told of a value against which several things can be said; the rest comes after these."""


def explain(kind: str, read: Read, most: int) -> list[Problem]:
    """The problems of shape of a text that was read; a few more than `most` at most."""
    assert read.root is not None
    tree, root = Tree(read.text, read.root), json_schema(kind)
    found: dict[Route, ValidationError] = {}
    for error in islice(errors(kind, read.root.value), 20 * most):
        route = tuple(error.absolute_path)
        if not _is_hidden(read, route, error) and (route not in found or _rank(error) < _rank(found[route])):
            found[route] = error
    for route in _misspelt(found):
        found.pop(route, None)
    refusals = (Refusal(root, route, error, tree.source(route)) for route, error in found.items())
    problems = [told(refusal) for refusal in islice(refusals, most + 1)]
    if not problems and not read.problems:  # a bug: the model refuses what the schema accepts
        problems.append(Problem("wrong-shape", (), "the file does not have the shape that it should have"))
    return sorted(problems, key=lambda problem: tree.shown(problem.route))


def _rank(error: ValidationError) -> int:
    keyword = str(error.validator)
    return _RANK.index(keyword) if keyword in _RANK else len(_RANK)


def _is_hidden(read: Read, route: Route, error: ValidationError) -> bool:
    """Whether it says something about what was not understood, and was told already."""
    if error.validator == "required" and route[:-1] in read.incomplete:
        return True
    return any(route[:length] in read.unknown for length in range(len(route) + 1))


def _misspelt(found: dict[Route, ValidationError]) -> list[Route]:
    """Keys that are missing only because they are misspelt: the misspelt one is told."""
    missing = {route for route, error in found.items() if error.validator == "required"}
    meant = []
    for route, error in found.items():
        if error.validator == "additionalProperties":
            name = closest(str(route[-1]), error.schema["properties"])
            meant += [(*route[:-1], name)] if name and (*route[:-1], name) in missing else []
    return meant
