"""A clause only keeps its place: `TBC`, `N/A` without a reason, `see appendix B`.

## Why it matters

In the table of contents every clause is there. The health visitor who looks up whom to ring when the letter about a
baby does not come finds "TBC", and rings nobody. Everybody took the document for agreed.

## Example

```yaml bad
flows: []
governance:
  leaving: TBC  # <-
  cover: See Appendix B  # <-
  breach: ...  # <-
  rights:
    complaints: "[insert text here]"  # <-
```

`N/A` is an answer when it says why, and a text with a name of its own can be looked up:

```yaml good
flows: []
governance:
  movers: "N/A: these children are seen once, on the ward where they are born"
  decisions: see the Northshire Records Code, chapter 4
```

## What to do

Agree it, and write down what was agreed, or for `N/A` why. Until then leave it as it is: what is not agreed yet counts
as missing for every rule. `...` may stand wherever something is still to come. What counts as a placeholder, in English
and in Welsh, is a register: `src/sharecheck/standards/placeholders.yaml`.
"""

from collections.abc import Iterator

from sharecheck.document import Document, Open, Place
from sharecheck.finding import NOT_AGREED, Finding, Severity, here
from sharecheck.model import Area, Protocol
from sharecheck.reading.phrases import quoted
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("GOV18", Severity.WARNING, sources=("ico-data-sharing-code", "ico-accountability-framework"))
def not_agreed_yet(workspace: Workspace) -> Iterator[Finding]:
    """Keys of protocols and areas that say nothing yet."""
    for document in workspace.documents:
        shape = document.shape
        if isinstance(shape, Area) or (isinstance(shape, Protocol) and shape.status != "withdrawn"):
            yield from (_finding(document, shape.id, point) for point in document.open)


def _finding(document: Document, id: str, point: Open) -> Finding:
    keys = tuple(str(step) for step in point.route if isinstance(step, str))
    return Finding(
        locations=here(Place(document, point.route)),
        message=f"{quoted(keys[-1])} is not agreed yet: it says {quoted(point.text)}",
        consequence="what nobody agreed is done by one and not by the next",
        help="agree it and write it down, or say why there is none, `N/A: ...`",
        about=(id, *map(str, point.route)),
        group=(NOT_AGREED, id),
    )
