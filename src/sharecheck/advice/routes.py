"""What mends a gap by another way: flows that carry more, new flows and routes, other channels, other identifiers."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from sharecheck.advice.advice import LIMITS, Advice, advice, first, flow_of, place_of
from sharecheck.changes import flows, others
from sharecheck.changes.fitness import trigger
from sharecheck.explain import Gap
from sharecheck.model.base import many
from sharecheck.model.catalogue import Channel
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Arc, Fact, Hop
from sharecheck.network.build import PARENT
from sharecheck.network.facts import RANK
from sharecheck.network.network import EMPTY_PART
from sharecheck.network.nodes import medium


def new_flow(gap: Gap, holders: Iterable[Fact]) -> Advice | None:
    """A flow from somebody who holds the item, matched by what both sides hold, as slow as it may be.

    Not from the parent: nobody can promise for them that they pass anything on.
    """
    for holder in islice((holder for holder in holders if holder.party != PARENT), 3):
        for match in (*matches(gap)[:3], ()):
            slow = tuple(_new(gap, holder, match, text) for text in LIMITS)
            if first(gap, slow[-1:]):
                return first(gap, slow)
    return None


def _new(gap: Gap, holder: Fact, match: tuple[str, ...], text: str) -> Advice:
    to = gap.need.fact
    flow = {
        "id": f"{to.item}-to-{to.party}",
        "from": holder.party,
        "to": to.party,
        **({"to-service": to.service} if to.service else {}),
        "when": trigger(to.item, holder.party, gap.area),
        "within": text,
        "items": [to.item],
        **({"matched-by": [match[0] if len(match) == 1 else match]} if match else {}),
    }
    return advice(gap.party_place, others.new_flow(FlowShape.model_validate(flow), gap.party_place))


def holders(gap: Gap) -> tuple[Fact, ...]:
    """Who may hold what is needed besides who needs it: first who records the item, then who is sent it."""
    part = gap.area.network.parts.get(gap.need.fact.item, EMPTY_PART)
    recorders, recipients = (recording.fact for recording in part.recordings), (arc.head for arc in part.arcs)
    found = dict.fromkeys(fact for fact in chain(recorders, recipients) if fact.item == gap.need.fact.item)
    return tuple(fact for fact in found if fact.party != gap.need.fact.party)


def recorders(gap: Gap, *without: str) -> tuple[Fact, ...]:
    """Who records what is needed, but for some parties and who has the need."""
    part = gap.area.network.parts.get(gap.need.fact.item, EMPTY_PART)
    found = dict.fromkeys(recording.fact for recording in part.recordings)
    return tuple(fact for fact in found if fact.party not in (*without, gap.need.fact.party))


def also_carried(gap: Gap, holders: Collection[Fact]) -> Iterator[Advice]:
    """To add the item to a flow that leads to who needs it, from somebody who may hold it."""
    for key in gap.area.mends.leading(gap.need.fact.party, holders):
        yield _added(gap, key, gap.need.fact.item)


def _added(gap: Gap, key: int, item: str, identifier: bool = False) -> Advice:
    flow = gap.area.all_flows[key]
    return advice(flow.place / "id", flows.item(flow, item, identifier))


def second_route(gap: Gap, arc: Arc) -> Iterator[Advice]:
    """To add a route to a flow that has only one, as slow as it may be."""
    flow = flow_of(gap, arc)
    channel = safe_channel(gap)
    if flow.shape.fallback is None and channel is not None:
        for text in LIMITS:
            yield advice(place_of(gap, arc), flows.second_route(flow, channel.id, text))


def better_form(gap: Gap, hop: Hop) -> Iterator[Advice]:
    """All that lets a step keep the form that is needed: what it is kept in, what is sent, and how."""
    via, needed = hop.via, gap.need.form
    sender = via.tail.party if isinstance(via, Arc) else hop.fact.party
    party = gap.area.parties[sender]
    if RANK[medium(party)] > RANK[needed]:
        place = gap.place_of(sender)
        yield advice(place, others.electronic(party, place))
    if isinstance(via, Arc):
        if not via.internal:
            yield from _better_sent(gap, via)
    elif RANK[via.form] > RANK[needed] >= RANK[medium(party)]:
        place = gap.place_of(sender)
        recordings = gap.area.network.parts.get(via.fact.item, EMPTY_PART).recordings
        events = dict.fromkeys(recording.event for recording in recordings if recording.fact == via.fact)
        yield advice(place, others.recorded_form(party, via.fact.item, events, needed, place))


def _better_sent(gap: Gap, arc: Arc) -> Iterator[Advice]:
    flow, needed = flow_of(gap, arc), gap.need.form
    form = flow.items[arc.step].form
    if form is not None and RANK[form] > RANK[needed]:
        yield advice(place_of(gap, arc), flows.form(flow, arc.step, needed))
    now, better = channel_of(gap, arc), safe_channel(gap)
    if now is not None and RANK[now.form] > RANK[needed] and better is not None:
        yield advice(place_of(gap, arc), flows.channel(flow, better.id, needed, bool(arc.route)))


def channel_of(gap: Gap, arc: Arc) -> Channel | None:
    """The channel of the route of an arc, if a known one is stated."""
    shape = flow_of(gap, arc).shape
    route = shape.fallback if arc.route and shape.fallback else shape
    return gap.area.vocabulary.channels.get(route.channel or "")


def safe_channel(gap: Gap) -> Channel | None:
    """The first secure channel of the catalogue that carries the form that is needed, by itself."""
    fit = (
        channel
        for channel in gap.area.vocabulary.channels.values()
        if channel.secure and not (channel.needs_looking or channel.carried_by_parent)
    )
    return next((channel for channel in fit if RANK[channel.form] <= RANK[gap.need.form]), None)


def matched_also(gap: Gap, arc: Arc) -> Iterator[Advice]:
    """To match a flow also by what other flows of the area are matched by."""
    flow = flow_of(gap, arc)
    now = flow.shape.matched_by or ()
    for match in matches(gap):
        if match not in map(many, now):
            yield advice(flow.place / "matched-by", flows.match(flow, match[0] if len(match) == 1 else match))


def identified_before(gap: Gap, missing: Iterable[Fact]) -> Iterator[Advice]:
    """To let a flow that leads to who cannot tell which child it is carry the identifier as well."""
    for fact in missing:
        leading = gap.area.network.leading.get(fact.party, {})
        for key in (flow for flow, items in leading.items() if items - {fact.item}):
            yield _added(gap, key, fact.item, identifier=True)


def matches(gap: Gap) -> tuple[tuple[str, ...], ...]:
    """What flows of this area are matched by, the most used first."""
    return gap.area.current_flows.matches


def last_event(gap: Gap) -> str | None:
    """The last event before the item is needed that happens to every child and at which something is written down."""
    moments = gap.area.network.moments
    needed = moments[gap.need.event].start + gap.need.plus
    known = gap.area.network.recording_events
    soon = (moment for moment in moments.values() if moment.id in known and not moment.groups and moment.end <= needed)
    last = max(soon, key=lambda moment: (moment.end, moment.id), default=None)
    return last.id if last else None


def recording(gap: Gap, event: str) -> str:
    """What is typed under a party that writes the item down at an event."""
    return f"`records: [{{event: {event}, items: [{gap.need.fact.item}]}}]`"


def asked_of_parent(gap: Gap) -> str:
    """What to agree where nobody but the parent holds the item."""
    event = last_event(gap)
    by = f", at the latest at `{event}` ({recording(gap, event)} under that party)" if event else ""
    return f"agree who asks the parent and writes it down{by}, and a flow from there to {gap.party}"
