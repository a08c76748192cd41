"""Something still hangs on money that has ended.

## Why it matters

Either it is paid for in another way, and the file does not say so; or it is no longer done, and everybody who reads
the protocol believes that it is.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: family-hub, service: family-hub}
funding:
  - id: pilot
    until: 2026-03-31  # <-
    supports: [family-hub]
---
flows:
  - id: link-worker
    from: health-visiting
    to: family-hub
    when: {event: new-birth-visit}
    within: P10D
    items: [contact-details]
    funded-by: pilot
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: family-hub, service: family-hub}
funding:
  - id: pilot
    until: 2026-03-31
  - id: core
    until: 2029-03-31
    supports: [family-hub]
```

## What to do

Say what pays for it now (`funded-by: core`, `supports: [family-hub]`), or take out what is no longer done.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of, verb
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FUN03", Severity.WARNING, sources=("eif-10-insights",), alone=False)
def funding_that_has_ended(workspace: Workspace) -> Iterator[Finding]:
    """Funding streams that have ended, with parties or flows that still hang on them."""
    for area in workspace.areas:
        for funding in area.funding.values():
            stream = funding.shape
            paid = [flow for flow in area.current_flows if flow.shape.funded_by == stream.id]
            if stream.until is None or stream.until >= area.as_of:
                continue
            ended = funding.place / "until"
            yield from each_of(
                (
                    *((id, ended) for id in stream.supports or ()),
                    *((flow.id, ended) for flow in paid),
                ),
                partial(_message, stream.id, stream.until),
                "everybody who reads the protocol believes that it is still sent",
                "say what pays for it now, `funded-by: ...`, or take out what is no longer done",
                elsewhere=tuple(related(flow.place / "funded-by", "this was paid for by it") for flow in paid),
                about=(area.id, stream.id),
            )


def _message(stream: str, until: date, hanging: tuple[str, ...]) -> str:
    hang = verb(hanging, "hangs", "hang")
    return f"the funding `{stream}` ended on {until}, and {words.listed(hanging)} still {hang} on it"
