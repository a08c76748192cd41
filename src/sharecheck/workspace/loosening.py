"""Where a local entry asks for less than the national entry whose place it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sharecheck import words
from sharecheck.document import Route
from sharecheck.model.base import Duration, Strength, many
from sharecheck.model.catalogue import Catalogue, Channel, Item
from sharecheck.model.length import surely_longer
from sharecheck.model.pathway import Event, Need, Pathway, Transition
from sharecheck.network.facts import RANK
from sharecheck.network.timeline import Moment
from sharecheck.workspace.evidence import proved

WEIGHTS = ("useful", "important", "critical")
_PROTECTS = {
    Channel: ("carried_by_parent", "household_can_see", "needs_looking"),
    Item: ("special_category", "offence", "unsafe_to_show", "safeguarding"),
}
"""Flags that make rules and the network look closer."""
_CLAIMS = {Channel: ("secure", "acknowledged"), Item: ("identifier",)}
"""Flags that say that something can be relied on."""


@dataclass(frozen=True, slots=True)
class Loosening:
    """A place where an entry asks for less: the route in its document, what both say, and why, if that is stated."""

    route: Route
    id: str
    here: str
    there: str
    because: str | None
    item: str = ""
    """The item that the loosening is about, which takes the place of `{}` in `here` and `there`."""
    strength: Strength | None = None
    """How strongly the source of the entry whose place is taken asks for it; None where that is not stated."""

    @property
    def key(self) -> str:
        """The key that the loosening is about."""
        return next(step for step in reversed(self.route) if isinstance(step, str))


def in_catalogue(local: Catalogue, national: Catalogue) -> Iterator[Loosening]:
    """The channels and items of a local catalogue that are looser than the national ones of the same id."""
    channels = {channel.id: channel for channel in national.channels or ()}
    items = {item.id: item for item in national.items or ()}
    for index, channel in enumerate(local.channels or ()):
        if before := channels.get(channel.id):
            yield from _channel(channel, before, ("channels", index))
    for index, item in enumerate(local.items or ()):
        if known := items.get(item.id):
            yield from _item(item, known, ("items", index))


def _channel(here: Channel, there: Channel, route: Route) -> Iterator[Loosening]:
    if RANK[here.form] < RANK[there.form]:
        texts = (f"has `form: {channel.form}`" for channel in (here, there))
        yield Loosening((*route, "form"), here.id, next(texts), next(texts), here.because)
    yield from _flags(here, there, route)


def _item(here: Item, there: Item, route: Route) -> Iterator[Loosening]:
    fewer, all_of_them = many(here.about), many(there.about)
    if set(all_of_them) - set(fewer):
        now, before = (words.listed(whom, 6) or "nobody" for whom in (fewer, all_of_them))
        yield Loosening((*route, "about"), here.id, f"is about {now}", f"has it about {before}", here.because)
    yield from _flags(here, there, route)


def _flags(here: Channel | Item, there: Channel | Item, route: Route) -> Iterator[Loosening]:
    for name in _PROTECTS[type(here)]:
        if getattr(there, name) and not getattr(here, name):
            yield _flag(here, route, name, "does not have", "does")
    for name in _CLAIMS[type(here)]:
        if getattr(here, name) and not getattr(there, name):
            yield _flag(here, route, name, "has", "does not")


def _flag(here: Channel | Item, route: Route, name: str, now: str, before: str) -> Loosening:
    key = name.replace("_", "-")
    return Loosening((*route, key), here.id, f"{now} `{key}: true`", before, here.because)


@dataclass(frozen=True, slots=True)
class Above:
    """What a local pathway extends: its entries by id, and when its events are planned."""

    pathway: Pathway
    moments: Mapping[str, Moment]
    limited: frozenset[str]
    """Events for which a limit is set; when these are planned is another rule's."""


def in_pathway(local: Pathway, moments: Mapping[str, Moment], above: Above) -> Iterator[Loosening]:
    """The events and transitions of a local pathway that are looser than those whose place they take."""
    events = {event.id: event for event in above.pathway.events or ()} if local.events else {}
    transitions = (
        {transition.id: transition for transition in above.pathway.transitions or ()} if local.transitions else {}
    )
    for index, event in enumerate(local.events or ()):
        if happens := events.get(event.id):
            found = _event(event, happens, moments, above, ("events", index))
            yield from (replace(loosening, strength=happens.strength) for loosening in found)
    for index, transition in enumerate(local.transitions or ()):
        if before := transitions.get(transition.id):
            route: Route = ("transitions", index)
            found = chain(_handover(transition, before, route), _due(transition, before, moments, above, route))
            yield from (replace(loosening, strength=before.strength) for loosening in found)
            yield from _needs(transition, before, route)


def _event(here: Event, there: Event, moments: Mapping[str, Moment], above: Above, route: Route) -> Iterator[Loosening]:
    now, before = moments.get(here.id), above.moments.get(here.id)
    if now and before and here.id not in above.limited and now.end > before.end:
        yield Loosening(
            (*route, "window"),
            here.id,
            f"can be as late as {words.age(now.end).removeprefix('at ')}",
            f"plans it {words.age(before.end)} at the latest",
            here.because,
        )
    yield from _fewer(here, there, route)


def _fewer(here: Event | Transition, there: Event | Transition, route: Route) -> Iterator[Loosening]:
    """An entry for fewer children than the other."""
    now, before = many(here.applies_to), many(there.applies_to)
    if now and (not before or set(before) - set(now)):
        yield Loosening(
            (*route, "applies-to"),
            here.id,
            f"is for {words.listed(now)} only",
            f"has it for {words.listed(before) if before else 'all children'}",
            here.because,
        )


def _handover(here: Transition, there: Transition, route: Route) -> Iterator[Loosening]:
    if (here.to, bool(here.elsewhere)) != (there.to, bool(there.elsewhere)):
        away = (" of the next area" if transition.elsewhere else "" for transition in (here, there))
        yield Loosening(
            (*route, "to"),
            here.id,
            f"hands over to `{here.to}`{next(away)}",
            f"hands over to `{there.to}`{next(away)}",
            here.because,
        )
    yield from _fewer(here, there, route)


_NO_GRACE = Duration("P0D")


def _due(
    here: Transition, there: Transition, moments: Mapping[str, Moment], above: Above, route: Route
) -> Iterator[Loosening]:
    """A transition that is due later than the other: hung on a later event, or with more grace."""
    now, before = (transition.plus or _NO_GRACE for transition in (here, there))
    at, was = moments.get(here.at), above.moments.get(there.at)
    if here.at != there.at and at and was and at.start + now.longest_hours > was.start + before.longest_hours:
        yield Loosening(
            (*route, "at"),
            here.id,
            f"is due {words.age(at.start + now.longest_hours)}",
            f"has it due {words.age(was.start + before.longest_hours)}",
            here.because,
        )
    elif here.at == there.at and surely_longer(now, before):
        given = f"allows `plus: {there.plus}`" if there.plus else "allows no `plus`"
        yield Loosening((*route, "plus"), here.id, f"says `plus: {here.plus}`", given, here.because)


def _needs(here: Transition, there: Transition, route: Route) -> Iterator[Loosening]:
    for before in there.needs:
        strength = before.strength or there.strength
        same = [(index, need) for index, need in enumerate(here.needs) if need.item == before.item]
        if not same:
            silence = "does not ask for {}"
            yield Loosening((*route, "needs"), here.id, silence, "does", here.because, before.item, strength)
        elif all(_looser(need, before) for _, need in same):
            index, need = same[0]
            now, then = _differences(need, before)
            less = f"needs `{need.item}` as {now}"
            yield Loosening(
                (*route, "needs", index), here.id, less, f"needs it as {then}", need.because, strength=strength
            )
        if same and not before.if_agreed and all(need.if_agreed for _, need in same):
            limited = "needs {} only where the parent agrees"
            yield Loosening(
                (*route, "needs"), here.id, limited, "needs it of every child", here.because, before.item, strength
            )
        if same and before.weight == "critical" and proved(before, there) and not proved(same[0][1], here):
            unproved = "names no verified source for {}, so that a gap in it is no error"
            yield Loosening((*route, "id"), here.id, unproved, "names one", here.because, before.item, strength)


def _looser(here: Need, there: Need) -> bool:
    return (
        RANK[here.form or "paper"] > RANK[there.form or "paper"]
        or WEIGHTS.index(here.weight) < WEIGHTS.index(there.weight)
        or here.of != there.of is not None
        or (here.in_hand is False and there.in_hand is not False)
    )


def _differences(here: Need, there: Need) -> tuple[str, str]:
    """How badly and in which form each need asks for its item, as far as the two differ."""
    weights, forms = (here.weight, there.weight), (here.form or "paper", there.form or "paper")
    occasions = (here.of or "any occasion", there.of or "any occasion")
    in_hand = tuple("while it happens" if need.in_hand is False else "before it begins" for need in (here, there))
    texts = [("`{}`", weights), ("`{}` or better", forms), ("of `{}`", occasions), ("{}", in_hand)]
    now, then = ([text.format(pair[side]) for text, pair in texts if pair[0] != pair[1]] for side in (0, 1))
    return ", ".join(now), ", ".join(then)
