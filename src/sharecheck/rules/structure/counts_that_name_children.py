"""A flow says that it carries counts, and names children.

## Why it matters

Counts go to people who plan, without a basis, without telling anybody, in a spreadsheet on a shared drive. A list with
addresses that passes for counts goes the same way, and nobody looks at it as they would at a letter about a child.

## Example

```yaml bad
flows:
  - id: births-a-month
    from: maternity
    to: family-hub
    when: {every: P1M}
    within: P5D
    items: [identity, address]  # <-
    aggregate: true
```

```yaml good
flows:
  - id: births-a-month
    from: maternity
    to: family-hub
    when: {every: P1M}
    within: P5D
    aggregate: true
```

What is counted may be named, as long as nothing tells whose it is:

```yaml good
flows:
  - id: how-babies-are-fed
    from: maternity
    to: family-hub
    when: {every: P1M}
    within: P5D
    items: [feeding-status]
    aggregate: true
```

## What to do

Take out what tells which child it is, or take out `aggregate: true` and say on which basis it is sent.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, item_place
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR17", Severity.WARNING, sources=("ico-data-sharing-code",))
def counts_that_name_children(workspace: Workspace) -> Iterator[Finding]:
    """Flows with `aggregate` that carry an identifier or how a family is reached, or are matched by one."""
    naming = workspace.vocabulary.items_with("way-to-reach", "fathers-identity")
    for protocol in workspace.protocols():
        for flow in protocol.all_flows:
            if not flow.shape.aggregate:
                continue
            named = [item.id for item in flow.items if item.id in naming or (item.item and item.item.identifier)]
            matched = ["matched-by"] if flow.shape.matched_by and not named else []
            yield from each_of(
                (
                    *((item, item_place(flow, item)) for item in named),
                    *((key, flow.place / key) for key in matched),
                ),
                partial(_message, flow.id, bool(matched)),
                "families' names go where nobody looks after them as after a letter about a child",
                "take out what tells which child it is, or `aggregate: true`",
                elsewhere=(related(flow.place / "aggregate", "said to be counts"),),
                about=(flow.id, "aggregate"),
            )


def _message(flow: str, matched: bool, named: tuple[str, ...]) -> str:
    what = "is matched to a child" if matched else f"carries {words.listed(named)}"
    return f"`{flow}` says that it carries counts, and {what}"
