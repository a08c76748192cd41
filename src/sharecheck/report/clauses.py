"""Clauses that one agreement lacks, told together: a line each, and the least text that would say them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from sharecheck.diagnostic import Diagnostic
from sharecheck.model.base import Shape
from sharecheck.report.style import Style, safe
from sharecheck.rule import Lack, Severity

FEWEST = 3
"""As many are told together; fewer are told one by one, each with what it means for a child."""

Tree = dict[str, "Tree | str"]
"""Keys in their order, with the example of a value or what is under them."""


def listed(group: Sequence[Diagnostic], style: Style, colours: Mapping[Severity, int]) -> Iterator[str]:
    """A line each: how much it weighs, its rule, and what is missing."""
    heads = [f"{one.severity}[{one.rule.id}]" for one in group]
    indent = max(map(len, heads)) + 4
    for one, head in zip(group, heads, strict=True):
        what = safe(one.finding.lacks.what) if one.finding.lacks else ""
        first, *more = wrap(what, style.width - indent, break_long_words=False, break_on_hyphens=False)
        yield f"  {style.paint(head, colours[one.severity])}{' ' * (indent - 2 - len(head))}{first}"
        yield from (f"{' ' * indent}{line}" for line in more)


def skeleton(lacks: Iterable[Lack], shape: Shape | None) -> Iterator[str]:
    """The least YAML that would say these clauses, to be put at the end of a document with this shape."""
    tree: Tree = {}
    for line in dict.fromkeys(line for lack in lacks for line in lack.lines):
        keys, _, value = line.partition(": ")
        *above, last = keys.split("/")
        part = tree
        for key in above:
            under = part.setdefault(key, {})
            assert isinstance(under, dict), line
            part = under
        part[last] = f"{value}  # for example" if value else "..."
    return _lines(tree, shape, "")


def _lines(tree: Tree, shape: object, indent: str) -> Iterator[str]:
    """Single values first, and what is deepest last."""
    for key, value in sorted(tree.items(), key=lambda one: _depth(one[1])):
        if isinstance(value, str):
            yield f"{indent}{key}: {value}"
            continue
        there = getattr(shape, key.replace("-", "_"), None)
        yield f"{indent}{key}:" + ("  # add to what is there" if there is not None else "")
        yield from _lines(value, there, f"{indent}  ")


def _depth(value: Tree | str) -> int:
    return 0 if isinstance(value, str) else 1 + max(map(_depth, value.values()))
