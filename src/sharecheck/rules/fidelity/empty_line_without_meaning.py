"""What a child's safety hangs on may be left empty, and an empty line does not say why.

## Why it matters

The line on violence at home is empty. She was not asked, because he sat beside her; or she was, and said no; or she
said yes and asked that it not be written. The health visitor reads all three as "nothing there".

## Example

```yaml bad
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    channel: system-message
    items:
      - feeding-status
      - item: domestic-abuse-enquiry
        present: if-known  # <-
```

```yaml good
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    channel: system-message
    items: [feeding-status, domestic-abuse-enquiry]
```

For what is no question of safety it may be left open:

```yaml good
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    channel: system-message
    items: [{item: smoking, present: if-known}]
```

## What to do

Let the line always be filled in, also with `not asked`, `asked, nothing said` and `not known`: `present: always`, which
is what is meant when nothing is said.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.protocol import CarriedItem
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FID06", Severity.WARNING, sources=("prsb-healthy-child-record", "cqc-maternity-2025"))
def empty_line_without_meaning(workspace: Workspace) -> Iterator[Finding]:
    """Safeguarding items that are sent `if-known`."""
    for flow in workspace.detailed():
        for index, carried in enumerate(flow.shape.items or ()):
            item = flow.area.vocabulary.items.get(carried.item) if isinstance(carried, CarriedItem) else None
            if isinstance(carried, CarriedItem) and carried.present == "if-known" and item and item.safeguarding:
                yield Finding(
                    locations=here(flow.place / "items" / index / "present"),
                    message=f"`{flow.id}` may leave `{carried.item}` empty, and an empty line does not say why",
                    consequence="not asked, asked and denied, not to be written: all three are read as `nothing there`",
                    help="let it always be filled in, also with `not asked`: `present: always`",
                    about=(flow.id, carried.item, "present"),
                )
