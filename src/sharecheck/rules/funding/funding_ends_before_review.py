"""The money for a flow ends soon, or before anybody looks at the protocol again.

## Why it matters

A post that was funded for two years sends what no system sends. On the first of April the desk is empty, the protocol
says as before that it is sent, and the children born that spring are the first for whom it is not.

## Example

The pilot ends in March 2027, the review is a year later:

```yaml bad
review: 2028-03-31
flows:
  - id: link-worker
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
    funded-by: pilot  # <-
```

```yaml good
review: 2028-03-31
flows:
  - id: link-worker
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
    funded-by: core
```

An early review does not help when the money ends within a year from now:

```yaml bad
review: 2027-01-31
flows:
  - id: link-worker
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
    funded-by: pilot  # <-
```

## How much it weighs

A warning; information where the area says what happens when the money ends: `then: ...`.

## What to do

Bring the review forward, find the money that follows, or agree who sends it then and by which way.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity, here, related
from sharecheck.model.calendar import years_later
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FUN01", Severity.WARNING, sources=("eif-10-insights",), alone=False)
def funding_ends_before_review(workspace: Workspace) -> Iterator[Finding]:
    """Flows whose funding ends before their protocol is reviewed, or within a year; not those where it has ended."""
    for flow in workspace.stating("funded_by"):
        funding = flow.area.funding.get(flow.shape.funded_by or "")
        until = funding.shape.until if funding else None
        if funding is None or until is None or until < flow.area.as_of:
            continue
        stream, review = funding.shape, flow.protocol.shape.review
        early = review is not None and until < review
        if early or until < years_later(flow.area.as_of, 1):
            when = f", before the review on {review}" if early else ", and that is within a year"
            yield Finding(
                locations=(*here(flow.place / "funded-by"), related(funding.place / "until", "the money ends here")),
                message=f"the funding `{stream.id}` of `{flow.id}` ends on {until}{when}",
                consequence="the children who come after that day may be the first for whom it is not sent",
                help="find out who sends it then, and say so where the money is described: `then: ...`",
                severity=Severity.INFORMATION if stream.then else None,
                about=(stream.id, flow.id),
                group=(flow.area.id, stream.id),
                sentence=partial(_all, stream.id, until, when),
            )


def _all(stream: str, until: date, when: str, abouts: Sequence[tuple[str, ...]]) -> str:
    flows = tuple(dict.fromkeys(flow for _, flow in abouts))
    return f"the funding `{stream}` of {words.listed(flows)} ends on {until}{when}"
