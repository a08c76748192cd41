"""Examples of rules' pages as workspaces."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from sharecheck import check, reading
from sharecheck.engine import Result, compare
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.fixing import fixed
from sharecheck.rule import FRAGMENT, Example, Rule
from sharecheck.workspace import Versions, Workspace

TODAY = date(2026, 11, 22)


def workspace(*texts: str, as_of: date = TODAY, folder: str = "example") -> Workspace:
    """A workspace of documents in one folder, from their texts."""
    documents = (
        reading.read_bytes(Path(f"{folder}/{number}.yaml"), text.encode(), named=True)
        for number, text in enumerate(texts, 1)
    )
    return Workspace(documents, as_of)


def marked(example: Example) -> list[tuple[int, int]]:
    """The documents and lines of an example that are marked with `# <-`."""
    return [
        (number, line)
        for number, text in enumerate(example.documents, 1)
        for line, content in enumerate(text.split("\n"), 1)
        if content.rstrip().endswith("# <-")
    ]


def spoken(rule: Rule, example: Example) -> list[tuple[int, int]]:
    """The documents and lines of an example that a rule speaks of."""
    return sorted({(int(one.path.stem), one.span.line) for one in said(rule, example)})


def said(rule: Rule, example: Example) -> tuple[Diagnostic, ...]:
    """What a rule says of an example."""
    return result_of(rule, example).diagnostics


def result_of(rule: Rule, example: Example) -> Result:
    """What a run with one rule gives; with the version before for one that compares two."""
    given = _without_marks(example)
    if rule.compare is None:
        return _of(rule, given)
    return compare(Versions(workspace(*example.before, folder="before"), given), select=(rule.id,))


def mended(rule: Rule, example: Example) -> tuple[str, ...]:
    """The documents of an example when all fixes of a rule are made."""
    result = fixed(_of(rule, _without_marks(example)), partial(_of, rule), unsafe=True).result
    return tuple(document.text for document in result.workspace.documents)


def _without_marks(example: Example) -> Workspace:
    """A mark is no reason for an exception."""
    return workspace(*(text.replace("  # <-", "") for text in example.documents))


def _of(rule: Rule, given: Workspace) -> Result:
    """What one rule finds; those of the family `DOC` are always asked."""
    result = check(given, select=(rule.id,))
    return replace(result, diagnostics=tuple(one for one in result.diagnostics if one.rule is rule))


__all__ = ["FRAGMENT", "marked", "mended", "result_of", "said", "spoken", "workspace"]
