"""A pathway puts two events in an order that their windows leave no room for.

## Why it matters

`order` says what always comes first: a check that the review rests on. Where the windows forbid that, or leave it one
single moment, no child can be seen in that order. The order is not used, and what hangs on it counts as not known.

## Example

The check at nursery is planned from 30 months on, and the review is over by then:

```yaml bad
sharecheck: pathway/1
id: county
nation: england
extends: england
events:
  - {id: nursery-check, title: Check at nursery, window: {age: {from: P30M, to: P36M}}}
  - {id: joint-review, title: Joint review, window: {age: {from: P24M, to: P30M}}}
order:
  - {first: nursery-check, then: joint-review}  # <-
```

```yaml good
sharecheck: pathway/1
id: county
nation: england
extends: england
events:
  - {id: nursery-check, title: Check at nursery, window: {age: {from: P24M, to: P29M}}}
  - {id: joint-review, title: Joint review, window: {age: {from: P24M, to: P30M}}}
order:
  - {first: nursery-check, then: joint-review}
```

## What to do

Plan the first event earlier or the second one later, or take the order out. Of orders in a circle one has to go.
"""

from collections.abc import Iterator
from typing import assert_never

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.pathway import Order, Pathway
from sharecheck.network.order import MAX_ORDERS, Fault, sorted_out
from sharecheck.network.timeline import windows
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR24", Severity.ERROR, sources=("si-2013-351-5a", "hcwp-2024"), alone=False)
def order_without_room(workspace: Workspace) -> Iterator[Finding]:
    """Orders of local pathways that are not used."""
    for document, local in workspace.of_kind(Pathway):
        whole = workspace.pathways[local.id]
        events = {event.id: event for event in whole.events or ()}
        faults = sorted_out(events, windows(events.values()), whole.order or ()).refused if local.order else ()
        for number, order in enumerate(local.order or ()):
            for fault in (fault for refused, fault in faults if refused is order):
                yield Finding(
                    locations=here(document.place / "order" / number),
                    message=f"`{order.first}` cannot come before `{order.then}`: {_why(order, fault)}",
                    consequence="the order is not used: what a child needs then counts as not known yet",
                    help=_help(order, fault),
                    about=(local.id, "order", order.first, order.then),
                )


def _why(order: Order, fault: Fault) -> str:
    apart = f" with {words.span(order.apart.hours)} in between" if order.apart else ""
    match fault:
        case "circle":
            return "by other orders, or by its window, it comes after it"
        case "forbidden":
            return f"their windows leave no time{apart}"
        case "instant":
            return f"their windows leave it one single moment{apart}"
        case "too many":
            return f"a pathway has {MAX_ORDERS} orders at most"
        case _:
            assert_never(fault)


def _help(order: Order, fault: Fault) -> str:
    if fault in ("circle", "too many"):
        return "take this order out, or the one that says the opposite"
    return f"plan `{order.first}` earlier or `{order.then}` later, or take the order out"
