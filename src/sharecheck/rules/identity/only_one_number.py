"""A flow can be filed by the NHS number alone, and nothing says what happens when it is missing or wrong.

## Why it matters

A baby born at home, a family new to the country, a digit typed wrongly: there is always one. What has no second way to
be filed goes back, or into a tray, and the child who has no number is mostly the one about whom somebody should hear.

## Example

```yaml bad
flows:
  - id: hearing-result
    from: newborn-hearing
    to: child-health
    when: {event: newborn-hearing-screen}
    within: P2D
    matched-by: [nhs-number]  # <-
    items: [newborn-hearing]
```

```yaml good
flows:
  - id: hearing-result
    from: newborn-hearing
    to: child-health
    when: {event: newborn-hearing-screen}
    within: P2D
    matched-by: [nhs-number, [identity, address]]
    items: [newborn-hearing]
```

A clause for the whole protocol is enough, and so are name and date of birth that are sent along:

```yaml good
flows:
  - id: hearing-result
    from: newborn-hearing
    to: child-health
    when: {event: newborn-hearing-screen}
    within: P2D
    matched-by: [nhs-number]
    items: [newborn-hearing]
governance:
  matching: by NHS number, else by name, date of birth and mother; the screening office looks at mismatches each morning
```

```yaml good
flows:
  - id: hearing-result
    from: newborn-hearing
    to: child-health
    when: {event: newborn-hearing-screen}
    within: P2D
    matched-by: [nhs-number]
    items: [identity, newborn-hearing]
```

## What to do

Name a second way, `matched-by: [nhs-number, [identity, address]]`, and say who looks at what fits nobody: `matching:
...` under `governance`.
"""

from collections.abc import Iterator, Sequence

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("IDM09", Severity.WARNING, sources=("dch-careconnect", "nems-events"))
def only_one_number(workspace: Workspace) -> Iterator[Finding]:
    """Flows matched by `nhs-number` and nothing else, in agreements without `matching`."""
    vocabulary = workspace.vocabulary
    numbers, names = vocabulary.items_with("health-number"), vocabulary.items_with("name-and-birth")
    number = vocabulary.chief_item("health-number")
    for flow in workspace.matched(
        lambda ways: ways and not any(numbers.isdisjoint(many(identifiers)) for identifiers in ways)
    ):
        protocol = flow.protocol
        if protocol.agreement and not protocol.governance.matching and names.isdisjoint(flow.carries):
            yield Finding(
                locations=here(flow.place / "matched-by"),
                message=f"`{flow.id}` can be filed by the NHS number only, and nothing says what happens without one",
                consequence="it goes back or into a tray, and the child without a number is the one to hear about",
                help="name a second way: `matched-by: [nhs-number, [identity, address]]`; or say it in `matching`",
                about=(flow.id, number),
                group=(protocol.id, number),
                sentence=_all,
            )


def _all(abouts: Sequence[tuple[str, ...]]) -> str:
    flows = tuple(flow for flow, *_ in abouts)
    return f"{words.listed(flows)} can be filed by the NHS number only, and nothing says what happens without one"
