"""Clauses that one agreement lacks, told together: a line each, and the least text that would say them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from textwrap import wrap

from sharecheck.document import Open
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.finding import Lack, Severity
from sharecheck.model.base import Shape
from sharecheck.reading.phrases import quoted
from sharecheck.report.style import Style, safe

FEWEST = 3
"""As many are told together; fewer are told one by one, each with what it means for a child."""

IN_PLACE = "  # in the place of what is there"
"""Behind a key that is there already, and says nothing."""

Tree = dict[str, "Tree | str"]
"""Keys in their order, with the example of a value or what is under them."""


def listed(group: Sequence[Diagnostic], style: Style, colours: Mapping[Severity, int]) -> Iterator[str]:
    """A line for each finding: how much the finding weighs, its rule, and the clause that is missing."""
    heads = [f"{diagnostic.severity}[{diagnostic.rule.id}]" for diagnostic in group]
    indent = max(map(len, heads)) + 4
    for diagnostic, head in zip(group, heads, strict=True):
        what = safe(diagnostic.finding.lacks.what + _open(diagnostic)) if diagnostic.finding.lacks else ""
        first, *more = wrap(what, style.width - indent, break_long_words=False, break_on_hyphens=False)
        yield f"  {style.paint(head, colours[diagnostic.severity])}{' ' * (indent - 2 - len(head))}{first}"
        yield from (f"{' ' * indent}{line}" for line in more)


def _open(diagnostic: Diagnostic) -> str:
    """That a clause is there and only keeps its place."""
    lines = diagnostic.finding.lacks.lines if diagnostic.finding.lacks else ()
    keys = {line.partition(": ")[0] for line in lines}
    there = [opened.text for opened in diagnostic.finding.place.document.open if _key(opened) in keys]
    return f" (not agreed yet: it says {quoted(there[0])})" if there else ""


def _key(opened: Open) -> str:
    return "/".join(map(str, opened.route))


def skeleton(lacks: Iterable[Lack], shape: Shape | None, opened: Iterable[Open] = ()) -> Iterator[str]:
    """The least YAML that would say these clauses, to be put at the end of a document with this shape.

    What is `opened` stands there already and says nothing, so that it would stand there twice.
    """
    tree: Tree = {}
    there = {_key(clause) for clause in opened}
    for line in dict.fromkeys(line for lack in lacks for line in lack.lines):
        keys, _, value = line.partition(": ")
        *above, last = keys.split("/")
        part = tree
        for key in above:
            under = part.setdefault(key, {})
            assert isinstance(under, dict), line
            part = under
        example = f"{value}  # for example" if value else "..."
        part[last] = f"{example}{IN_PLACE}" if line.partition(": ")[0] in there else example
    return _lines(tree, shape, there)


def _lines(tree: Tree, shape: object, opened: Set[str], above: str = "", indent: str = "") -> Iterator[str]:
    """Single values first, and what is deepest last."""
    for key, value in sorted(tree.items(), key=lambda branch: _depth(branch[1])):
        if isinstance(value, str):
            yield f"{indent}{key}: {value}"
            continue
        there = getattr(shape, key.replace("-", "_"), None)
        note = "  # add to what is there" if there is not None else ""
        yield f"{indent}{key}:" + (IN_PLACE if f"{above}{key}" in opened else note)
        yield from _lines(value, there, opened, f"{above}{key}/", f"{indent}  ")


def _depth(value: Tree | str) -> int:
    return 0 if isinstance(value, str) else 1 + max(map(_depth, value.values()))
