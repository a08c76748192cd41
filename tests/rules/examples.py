"""Examples of rules' pages as workspaces."""

from datetime import date
from pathlib import Path

from sharecheck import check, reading
from sharecheck.rule import FRAGMENT, Example, Rule
from sharecheck.workspace import Workspace

TODAY = date(2026, 11, 22)


def workspace(*texts: str, as_of: date = TODAY) -> Workspace:
    """A workspace of documents in one folder, from their texts."""
    documents = (
        reading.read_bytes(Path(f"example/{number}.yaml"), text.encode(), named=True)
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
    texts = (text.replace("  # <-", "") for text in example.documents)  # a mark is no reason for an exception
    found = (one for one in check(workspace(*texts), select=(rule.id,)).diagnostics if one.rule is rule)
    return sorted({(int(one.path.stem), one.span.line) for one in found})


__all__ = ["FRAGMENT", "marked", "spoken", "workspace"]
