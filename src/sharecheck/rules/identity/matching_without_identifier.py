"""A flow is matched by something that does not tell which child it is.

## Why it matters

Many children have the same home language, and many were born on one day. What is filed by such a thing is filed with
the wrong child, or with none: and a child whose name is like another's gets that one's allergy.

## Example

```yaml bad
flows:
  - id: language
    from: health-visiting
    to: nursery
    when: {on: change}
    within: P5D
    matched-by: [nhs-number, home-language]  # <-
    items: [home-language]
```

```yaml good
flows:
  - id: language
    from: health-visiting
    to: nursery
    when: {on: change}
    within: P5D
    matched-by: [nhs-number, [identity, address]]
    items: [home-language]
```

What is needed together with an identifier may be anything:

```yaml good
flows:
  - id: language
    from: health-visiting
    to: nursery
    when: {on: change}
    within: P5D
    matched-by: [[mother-identity, expected-date-of-birth]]
    items: [home-language]
```

## What to do

Match by identifiers: `matched-by: [nhs-number, [identity, address]]`. An item of a local catalogue that is one says
`identifier: true`.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import OneOrMany, many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("IDM04", Severity.WARNING, sources=("ico-data-sharing-code",))
def matching_without_identifier(workspace: Workspace) -> Iterator[Finding]:
    """Ways to match without an identifier among them; a way that names something unknown is passed over."""
    known = workspace.vocabulary.items

    def telling_nothing(ids: OneOrMany[str]) -> bool:
        items = [known.get(id) for id in many(ids)]
        return bool(items) and all(item is not None and not item.identifier for item in items)

    for flow in workspace.matched(lambda ways: any(map(telling_nothing, ways))):
        for index, ids in enumerate(flow.shape.matched_by or ()):
            if telling_nothing(ids):
                yield Finding(
                    locations=here(flow.place / "matched-by" / index),
                    message=f"`{flow.id}` is matched by {words.listed(many(ids))}, and that does not tell which "
                    "child it is",
                    consequence="it is filed with another child, or with none",
                    help="name an identifier: `matched-by: [nhs-number, [identity, address]]`",
                    about=(flow.id, *sorted(many(ids))),
                )
