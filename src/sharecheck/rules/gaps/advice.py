"""What mends a gap: changes that can be typed, each tried on the network before it is advised."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sharecheck import words
from sharecheck.document import Place
from sharecheck.model.base import DAY, HOUR, Duration, Form, many
from sharecheck.model.catalogue import Channel
from sharecheck.network import Arc, Fact, Hindrance
from sharecheck.network.build import medium, worse
from sharecheck.network.facts import RANK
from sharecheck.network.mend import Trial, of_flow, replace_item
from sharecheck.rules.gaps.telling import Gap
from sharecheck.workspace import Flow

LIMITS: Mapping[str, float] = {"P14D": 14 * DAY, "P5D": 5 * DAY, "P2D": 2 * DAY, "P1D": DAY, "PT4H": 4 * HOUR}
"""Time limits that are agreed, in hours, the longest first."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, where, and what that does to the network: to its arcs, and which are added."""

    text: str
    place: Place | None = None
    trial: Trial | None = None
    also: tuple[Arc, ...] = ()
    items: tuple[str, ...] = ()
    """Items that have to travel for it and did not have to before."""


def first(gap: Gap, candidates: Iterable[Advice]) -> Advice | None:
    """The first advice after which the need would be met."""
    keeps = gap.area.mends.keeps
    return next((one for one in candidates if keeps(gap.need, one.trial, one.also, one.items)), None)


def steps(gap: Gap) -> Iterator[Arc]:
    """The flows on the way of a gap, from the one that goes wrong on, then those before it."""
    blame = gap.outcome.blame or 0
    for hop in (*gap.outcome.way[blame:], *gap.outcome.way[:blame]):
        if isinstance(hop.via, Arc):
            yield hop.via


def flow_of(gap: Gap, arc: Arc) -> Flow:
    """The flow of an arc."""
    return gap.area.flows[arc.flow]


def place_of(gap: Gap, arc: Arc) -> Place:
    """The item in the flow of an arc."""
    return flow_of(gap, arc).items[arc.step].place


def limit(gap: Gap, arc: Arc) -> float | None:
    """The hours that the route of an arc may take, if that is said."""
    shape = flow_of(gap, arc).shape
    within = shape.fallback.within if arc.route and shape.fallback else shape.within
    return within.longest_hours if within else None


def freed(arc: Arc, *obstacles: str, item: str | None = None) -> Trial:
    """The change by which these obstacles do not stand in the way of a flow, or of one item of it."""

    def change(one: Arc) -> Iterable[Arc]:
        return (one if item not in (None, one.head.item) else replace(one, hindrances=_without(one, obstacles)),)

    return of_flow(arc.flow, None, change)


def quicker(arc: Arc, hours: float) -> Trial:
    """The change by which the route of a flow takes so much less."""
    return of_flow(arc.flow, arc.route, lambda one: (replace(one, delay=one.delay - hours),))


def at_once(arc: Arc, delay: float) -> Trial:
    """The change by which a flow is sent whenever its sender learns of it, without anybody asking or looking."""
    gone = ("asks", "looks", "undated", "unread")
    return of_flow(
        arc.flow, arc.route, lambda one: (replace(one, event=None, delay=delay, hindrances=_without(one, gone)),)
    )


def shorter(gap: Gap, arc: Arc, left: float) -> Iterator[Advice]:
    """To shorten the time limit of a route to what is left, if that is an hour or more."""
    within = limit(gap, arc)
    if within is None or left < HOUR:
        return
    text = words.duration(left)
    where = "the `fallback` of " if arc.route else ""
    said = f"shorten {where}`{flow_of(gap, arc).id}`: `within: {text}` would be in time"
    yield Advice(said, place_of(gap, arc), quicker(arc, within - Duration(text).longest_hours))


def together(parts: Sequence[Advice]) -> Advice:
    """Several changes at once."""

    if len(parts) == 1:
        return parts[0]

    def every(arc: Arc) -> Iterable[Arc]:
        arcs: list[Arc] = [arc]
        for one in parts:
            arcs = [new for old in arcs for new in (one.trial(old) if one.trial else (old,))]
        return arcs

    said = "; and ".join(one.text for one in parts)
    return Advice(said, parts[0].place, every, tuple(arc for one in parts for arc in one.also))


def limited(gap: Gap, arcs: Iterable[Arc]) -> Iterator[Advice]:
    """To agree time limits where there are none, the longest that are enough."""
    every = tuple(arcs)
    for text, hours in LIMITS.items() if every else ():
        yield together([_dated(gap, arc, text, hours) for arc in every])


def undated(gap: Gap) -> tuple[Arc, ...]:
    """The flows on the way that are set off by something and have no time limit, each once."""
    silent = (arc for arc in steps(gap) if limit(gap, arc) is None and flow_of(gap, arc).when)
    return tuple({(arc.flow, arc.route): arc for arc in silent}.values())


def _dated(gap: Gap, arc: Arc, text: str, hours: float) -> Advice:
    def change(one: Arc) -> Iterable[Arc]:
        return (replace(one, delay=one.delay + hours, hindrances=_without(one, ("undated", "unread"))),)

    what = "the second route of " if arc.route else ""
    said = f"agree how long {what}`{flow_of(gap, arc).id}` may take and say so: `within: {text}` would be in time"
    return Advice(said, place_of(gap, arc), of_flow(arc.flow, arc.route, change))


def sent_at_once(gap: Gap, arc: Arc, again: bool = False) -> Iterator[Advice]:
    """To send it whenever the sender learns of it: as quickly as now if that is enough, else more quickly.

    `again`: at its event as well.
    """
    flow, within = flow_of(gap, arc), limit(gap, arc)
    when = f"[{{event: {arc.event}}}, {{on: change}}]" if again else "{on: change}"
    whenever = "again when it learns more" if again else "whenever it learns of it"
    limits = {f" and `within: {text}`": hours for text, hours in LIMITS.items() if within is None or hours < within}
    if within is not None:
        limits = {"": within, **limits}
    for text, hours in limits.items():
        said = f"let `{arc.tail.party}` send `{flow.id}` {whenever}: `when: {when}`{text}"
        yield Advice(said, place_of(gap, arc), at_once(arc, hours))


def _without(arc: Arc, obstacles: tuple[str, ...]) -> tuple[Hindrance, ...]:
    return tuple(one for one in arc.hindrances if one.obstacle not in obstacles)


def new_flow(gap: Gap, holders: Iterable[Fact]) -> Advice | None:
    """A flow from somebody who holds it, matched by what both sides hold, as slow as it may be."""
    for holder in islice(holders, 3):
        for match in (*matches(gap)[:3], ()):
            slow = tuple(_new(gap, holder, match, text, hours) for text, hours in LIMITS.items())
            if first(gap, slow[-1:]):
                return first(gap, slow)
    return None


def _new(gap: Gap, holder: Fact, match: tuple[str, ...], text: str, hours: float) -> Advice:
    to = gap.need.fact
    arc = Arc(holder, to, None, hours, "coded", -1, 0, _matched(match, holder.party, to.party))
    by = f"matched-by: [{_written(match)}], " if match else ""
    return Advice(
        f"agree a flow, for example `{{id: {to.item}-to-{to.party}, from: {holder.party}, to: {to.party}, "
        f"when: {{on: change}}, within: {text}, {by}items: [{to.item}]}}`",
        gap.party_place,
        also=(arc,),
    )


def from_its_source(gap: Gap, *without: str) -> Iterator[Advice]:
    """To have it from who records it, by a flow that there is or by a new one."""
    recorders = dict.fromkeys(one.fact for one in gap.area.network.recordings if one.fact.item == gap.need.fact.item)
    others = [fact for fact in recorders if fact.party not in (*without, gap.need.fact.party)]
    found = also_carried(gap, others) or new_flow(gap, others)
    if found is not None:
        yield found


def also_carried(gap: Gap, holders: Collection[Fact]) -> Advice | None:
    """To add it to a flow that goes there in time."""
    more = next(gap.area.mends.carried(gap.need, holders), None)
    if more is None:
        return None
    flow = gap.area.flows[more.flow]
    said = f"add `{gap.need.fact.item}` to the items of `{flow.id}` in `{flow.protocol.id}`, which goes there in time"
    return Advice(said, flow.place / "id", also=(more,))


def second_route(gap: Gap, arc: Arc) -> Iterator[Advice]:
    """To add a route to a flow that has only one, as slow as it may be."""
    flow = flow_of(gap, arc)
    if flow.shape.fallback is not None:
        return
    channel = safe_channel(gap)
    for text, hours in LIMITS.items():
        extra = hours - (limit(gap, arc) or 0)

        def change(one: Arc, extra: float = extra) -> Iterable[Arc]:
            hindrances = _without(one, ("carries", "looks", "undated", "unread"))
            return one, replace(
                one, route=1, delay=one.delay + extra, form=_by(gap, one, channel), hindrances=hindrances
            )

        said = (
            f"add to `{flow.id}` a route that does not go through the parent, for example "
            f"`fallback: {{channel: {channel.id}, within: {text}}}`"
        )
        yield Advice(said, place_of(gap, arc), of_flow(arc.flow, 0, change))


def better_form(gap: Gap, arc: Arc) -> Advice:
    """To send it in the form that is needed."""
    flow = flow_of(gap, arc)
    said, carried = flow.items[arc.step].form, gap.need.fact.item
    if said is not None and RANK[said] > RANK[gap.need.form]:
        better = f"let `{flow.id}` carry it as {gap.need.form}: `{{item: {carried}, form: {gap.need.form}}}`"
        mend = of_flow(arc.flow, None, lambda one: (replace(one, form=gap.need.form),))
        return Advice(better, place_of(gap, arc), mend)
    channel = safe_channel(gap)
    what = f"the `fallback` of `{flow.id}`" if arc.route else f"`{flow.id}`"
    return Advice(
        f"send {what} by a channel that carries {gap.need.form}, for example `channel: {channel.id}`",
        place_of(gap, arc),
        of_flow(arc.flow, arc.route, lambda one: (replace(one, form=_by(gap, one, channel)),)),
    )


def _by(gap: Gap, arc: Arc, channel: Channel) -> Form:
    """The form in which a channel would carry an arc's item."""
    said = flow_of(gap, arc).items[arc.step].form or "coded"
    return worse(worse(medium(gap.area.parties[arc.tail.party]), said), channel.form)


def safe_channel(gap: Gap) -> Channel:
    """The first secure channel of the catalogue that carries the form that is needed, by itself."""
    channels = gap.area.vocabulary.channels
    sent = (one for one in channels.values() if one.secure and not (one.needs_looking or one.carried_by_parent))
    return next((one for one in sent if RANK[one.form] <= RANK[gap.need.form]), channels["system-message"])


def matched_also(gap: Gap, arc: Arc) -> Iterator[Advice]:
    """To match a flow also by what other flows of the area are matched by."""
    flow = flow_of(gap, arc)
    for match in matches(gap):
        if _matched(match, arc.tail.party, arc.head.party) == arc.matched:
            continue

        def change(one: Arc, match: tuple[str, ...] = match) -> Iterable[Arc]:
            return one, replace(one, matched=_matched(match, one.tail.party, one.head.party))

        said = f"match `{flow.id}` also by what both sides hold: add `{_written(match)}` to its `matched-by`"
        yield Advice(said, flow.place / "matched-by", of_flow(arc.flow, None, change), items=match)


def _matched(match: tuple[str, ...], sender: str, recipient: str) -> tuple[Fact, ...]:
    return tuple(Fact(party, item) for item in match for party in (sender, recipient))


def identified_before(gap: Gap, missing: Iterable[Fact]) -> Iterator[Advice]:
    """To let a flow that leads to who cannot tell which child it is carry the identifier as well."""
    for fact in missing:
        leads = (arc for arc in gap.area.network.arcs if arc.head.party == fact.party and arc.tail.item != fact.item)
        by_flow = {(arc.flow, arc.tail.party): arc for arc in leads}
        for arc in by_flow.values():
            more = replace_item(arc, fact.item)
            flow = flow_of(gap, arc)
            said = f"add `{fact.item}` to the items of `{flow.id}` in `{flow.protocol.id}`, which brings it in time"
            yield Advice(said, flow.place / "id", also=(more,))


def matches(gap: Gap) -> tuple[tuple[str, ...], ...]:
    """What flows of this area are matched by, the most used first."""
    ways = (many(way) for flow in gap.area.promised for way in flow.shape.matched_by or ())
    return tuple(way for way, _ in Counter(ways).most_common())


def _written(match: tuple[str, ...]) -> str:
    return match[0] if len(match) == 1 else f"[{', '.join(match)}]"
