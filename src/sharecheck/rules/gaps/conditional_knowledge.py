"""Knowledge arrives only if something comes true that nobody promises.

## Why it matters

A parent who is asked may say no, or forget the book at home; a recipient who has to look may not look; a field that
may stay empty is empty; a post of one is empty in August. Each is fine for most children. The children for whom it
fails are not a random sample.

## Example

```yaml bad
flows:
  - id: red-book
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {ask: parent}
    items: [birth-details]  # <-
```

A minimum that flows all the same, with the parent told rather than asked, keeps the need:

```yaml good
flows:
  - id: red-book
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {ask: parent, if-refused: [birth-details]}
    items: [birth-details, feeding-status]
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {inform: parent}
    items: [birth-details]
```

## How much it weighs

An error where the need is critical and its source was read, at least in part. A warning where the need is important,
and where it is critical but only proposed, its source was not opened, or it is local practice that was read in part.
Information where it is useful. The pathway says which: `weight`, `strength`, `verified`, `source`.

## What to do

Say what flows in any case (`if-refused`), add a second route that does not hang on the condition (`fallback`), have
the recipient confirm that it looks (`receipt: {acknowledged: true}`), promise that the item is filled in (`present:
always`, with "not known" as an answer), or name who covers a post (`cover: true`)."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import assert_never

from sharecheck.advice.advice import (
    Advice,
    advice,
    cheapest,
    first,
    flow_of,
    inside,
    limited,
    place_of,
    sent_at_once,
    steps,
    together,
    undated,
)
from sharecheck.advice.finding import finding, gaps
from sharecheck.advice.routes import (
    also_carried,
    asked_of_parent,
    channel_of,
    holders,
    matched_also,
    new_flow,
    recorders,
    second_route,
)
from sharecheck.changes import flows, others
from sharecheck.changes.fitness import decided
from sharecheck.document import Place
from sharecheck.explain import Gap, condition
from sharecheck.finding import Finding, Severity
from sharecheck.network import Arc, Barrier
from sharecheck.network.build import PARENT
from sharecheck.network.facts import IF_CONDITIONS, LEVEL
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

_RESPECT = (
    "respect the parent's no to `{}`: that is a decision, and nothing is to be sent in spite of it; say what parents "
    "are told, and when they are asked again: `asked-again: P6M`"
)


@rule("GAP04", Severity.ERROR, sources=("qs37-1",), alone=False)
def conditional_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the conditions on the way came true."""
    for gap in gaps(workspace, "conditional"):
        conditions = " and ".join(dict.fromkeys(condition(barrier) for barrier in gap.barriers))
        help, place = _mend(gap)
        yield finding(gap, f"{gap.item} reaches {gap.party} by {gap.by} only if {conditions}{gap.besides}", help, place)


def _mend(gap: Gap) -> tuple[str, Place | None]:
    refused = decided(gap.area, gap.outcome)
    if refused is not None:
        return _RESPECT.format(refused.id), None
    hindered = [
        (arc, barrier) for arc in steps(gap) for barrier in arc.barriers if LEVEL[barrier.kind] == IF_CONDITIONS
    ]
    singles = (mend for arc, barrier in hindered for mend in _mends(gap, arc, barrier))
    told = [tuple(_told_inside(gap, arc, before)) for arc, before in inside(gap)]
    mend = cheapest(gap, (*singles, *chain.from_iterable(told), *also_carried(gap, holders(gap))))
    if mend is None and any(barrier.kind == "carries" and arc.tail.party == PARENT for arc, barrier in hindered):
        mend = new_flow(gap, recorders(gap, PARENT))
    if mend is not None:
        return mend.text, mend.place
    parts = [part for arc, barrier in hindered for part in islice(_signed(gap, arc, barrier), 1)]
    parts += [mends[0] for mends in told]
    if not parts:
        return (asked_of_parent(gap) if _from_parent(gap) else gap.identifiers), None
    return _together(gap, parts)


def _signed(gap: Gap, arc: Arc, barrier: Barrier) -> Iterator[Advice]:
    """What takes one condition off one step, and somebody would sign."""
    return (part for part in _mends(gap, arc, barrier) if part.fit(gap.area))


def _together(gap: Gap, parts: Sequence[Advice]) -> tuple[str, Place | None]:
    """All that takes a condition off, and what sets a flow off or limits its time, where that is not said."""
    unset = [part for arc in steps(gap) if not flow_of(gap, arc).when for part in islice(sent_at_once(gap, arc), 1)]
    every = tuple({part.text: part for part in (*parts, *unset)}.values())
    enough = first(gap, (together((*every, limits)) for limits in limited(gap, undated(gap))))
    advice = enough or together(every)
    return advice.text + ("" if first(gap, (advice,)) else gap.still), advice.place


def _from_parent(gap: Gap) -> bool:
    return any(arc.tail.party == PARENT for arc in steps(gap))


def _told_inside(gap: Gap, arc: Arc, before: Arc | None) -> Iterator[Advice]:
    """To send it to the service that needs it, or to let all services of the party work in one record."""
    to = arc.head
    if before is not None and not before.internal:
        flow, needs = flow_of(gap, before), gap.area.network.needs
        needed = (need.fact for need in needs if need.fact.party == to.party and need.fact.item == to.item)
        services = tuple(dict.fromkeys(fact.service for fact in needed))
        yield advice(flow.place / "to", flows.to_service(flow, to.party, services))
    place = gap.place_of(to.party)
    yield advice(place, others.one_record(gap.area.parties[to.party], place))


def _filled_in(gap: Gap, arc: Arc, barrier: Barrier) -> Iterator[Advice]:
    """To let an item never be empty: the one that is sent, or one that it is filed by, or to file it by another one."""
    flow = flow_of(gap, arc)
    if not barrier.item:
        yield advice(place_of(gap, arc), flows.always(flow, arc.step))
        return
    index = next(index for index, carried in enumerate(flow.items) if carried.id == barrier.item)
    yield advice(flow.items[index].place, flows.always(flow, index))
    yield from matched_also(gap, arc)


def _mends(gap: Gap, arc: Arc, barrier: Barrier) -> Iterator[Advice]:  # noqa: C901  # a case for each barrier
    """What takes one condition off one step."""
    flow, place = flow_of(gap, arc), place_of(gap, arc)
    match barrier.kind:
        case "agrees":
            yield advice(place, flows.refusal(flow, gap.need.fact.item))
        case "carries" if arc.tail.party == PARENT:
            pass  # nobody can promise for a parent: only another flow would do
        case "carries":
            yield from second_route(gap, arc)
        case "filled-in":
            yield from _filled_in(gap, arc, barrier)
        case "at-work":
            yield advice(place, flows.cover(flow))
        case "looks":
            seen, sent = advice(place, flows.receipt(flow)), sent_at_once(gap, arc)
            if not flow.looked_up:
                yield seen
            channel = channel_of(gap, arc)
            looked = channel is not None and channel.needs_looking
            yield from (together((at_once, seen)) if looked else at_once for at_once in sent)
        case "asks":
            yield from sent_at_once(gap, arc)
        case "internal":
            pass  # on no flow: see `_told_inside`
        case "undated" | "unread" | "undescribed":
            pass  # no condition: see `GAP03`
        case "draft" | "withdrawn" | "not-yet" | "expired" | "unsigned" | "unfunded":
            pass  # no condition: see `GAP05`
        case _:
            assert_never(barrier.kind)
