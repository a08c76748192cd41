"""A flow does not say what sets it off.

## Why it matters

"When appropriate" leaves it to whoever is on duty. On a busy ward nothing is appropriate until somebody asks, and the
next service does not know that there is something to ask for.

## Example

```yaml bad
flows:
  - id: birth-summary  # <-
    from: maternity
    to: health-visiting
    within: P2D
    items: [birth-details]
  - id: movers
    from: child-health
    to: health-visiting
    when: {event: move-in-first-year, every: P1M}  # <-
    within: P2D
    items: [address]
  - id: referral
    from: health-visiting
    to: therapy
    when:
      - {on: request}
      - {}  # <-
    within: P2D
    items: [referral]
```

One trigger in each entry; several entries mean several triggers:

```yaml good
flows:
  - id: movers
    from: child-health
    to: health-visiting
    when: [{event: move-in-first-year}, {every: P1M}]
    within: P2D
    items: [address]
```

```yaml bad
flows:
  - id: movers
    from: child-health
    to: health-visiting
    when: {event: move-in-first-year, every: P1M}  # <-
    within: P2D
    items: [address]
  - id: referral
    from: health-visiting
    to: therapy
    when:
      - {on: request}
      - {}  # <-
    within: P2D
    items: [referral]
```

```yaml fixed
flows:
  - id: movers
    from: child-health
    to: health-visiting
    when: [{event: move-in-first-year}, {every: P1M}]
    within: P2D
    items: [address]
  - id: referral
    from: health-visiting
    to: therapy
    when:
      - {on: request}
    within: P2D
    items: [referral]
```

## What to do

Say at which event it is sent (`when: {event: birth}`), how often (`when: {every: P1M}`), or that it is sent whenever
something changes (`when: {on: change}`), when the recipient asks (`on: request`) or when the recipient looks it up
(`on: access`).
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.edit import Put, Remove
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.model.protocol import When
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace

_HELP = "say one: `when: {event: birth}`, `when: {every: P1M}` or `when: {on: change}`"


@rule("STR04", Severity.ERROR, sources=("ico-data-sharing-code",))
def flow_without_trigger(workspace: Workspace) -> Iterator[Finding]:
    """Flows without `when`, and entries of it that name no trigger, or several at once."""
    for flow in workspace.current_flows():
        if not flow.when and flow.protocol.read_in_full and not flow.leaflet:
            yield _finding(flow, flow.place / "id", "does not say what sets it off", "none")
        for index, when in enumerate(flow.when):
            if (when.event is None) + (when.every is None) + (when.on is None) != 2:
                stated = _stated(when)
                place = flow.place / "when"
                yield _finding(
                    flow,
                    place / index if isinstance(flow.shape.when, tuple) else place,
                    f"has {words.listed(stated)} in one trigger" if stated else "has a trigger that says nothing",
                    "-".join(stated) or "empty",
                    _mended(flow, index, stated),
                )


def _stated(when: When) -> tuple[str, ...]:
    values = {"event": when.event, "every": when.every, "on": when.on}
    return tuple(key for key, value in values.items() if value is not None)


def _mended(flow: Flow, index: int, stated: tuple[str, ...]) -> Fix | None:
    """A trigger of each that is stated; an entry that says nothing goes, where another one is left."""
    place = flow.place / "when"
    if isinstance(flow.shape.when, tuple):
        return Fix((Remove((place / index).route),)) if not stated and len(flow.when) > 1 else None
    values: dict[str, str | None] = {key: getattr(flow.when[0], key) for key in stated}
    return Fix((Put(place.route, [{key: str(value)} for key, value in values.items()]),)) if stated else None


def _finding(flow: Flow, place: Place, what: str, kind: str, fix: Fix | None = None) -> Finding:
    return Finding(
        locations=here(place),
        message=f"`{flow.id}` {what}",
        consequence="nobody knows when to send it, and the next service does not know when to expect it",
        help=_HELP,
        about=(flow.id, kind),
        fix=fix,
    )
