"""What a version of an area's protocols promises less than the one before: each with both places.

Only what the files say: a clause that is gone may stand in another document, and a longer time may be the honest one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sharecheck.document import Place
from sharecheck.model.base import Limit, Shape, many
from sharecheck.model.governance import Governance
from sharecheck.network.facts import RANK
from sharecheck.workspace import Area, Flow, Protocol


@dataclass(frozen=True)
class Weaker:
    """Something that is promised less, where it stood, and the nearest place where it would stand now, if any."""

    message: str
    before: Place
    after: Place | None


def weaker(before: Area, after: Area) -> Iterator[Weaker]:
    """What the later version of an area promises less."""
    if before.complete and not after.complete and before.document and after.document:
        message = "not all protocols are here any more, so that nobody can say that something is not shared"
        yield Weaker(message, before.document.place / "protocols", after.document.place / "protocols")
    now = {one.id: one for one in after.protocols}
    flows = _flows(after)
    for protocol in before.current:
        later = now.get(protocol.id)
        if later is None:
            yield Weaker(f"the protocol `{protocol.id}` is gone", protocol.place / "id", None)
        else:
            yield from _protocol(protocol, later)
        for flow in protocol.flows:
            other = flows.get((protocol.id, flow.id)) or flows.get(("", flow.id))
            if other is not None:
                yield from _flow(flow, other)
            elif later is not None:
                yield Weaker(f"the flow `{flow.id}` is gone", flow.place / "id", later.place / "flows")


def _flows(area: Area) -> Mapping[tuple[str, str], Flow]:
    """The flows by protocol and id; by id alone, where only one has it: it may have moved to another protocol."""
    found = {(flow.protocol.id, flow.id): flow for flow in area.promised}
    alone: dict[str, list[Flow]] = {}
    for flow in area.promised:
        alone.setdefault(flow.id, []).append(flow)
    return found | {("", id): each[0] for id, each in alone.items() if len(each) == 1}


def _protocol(before: Protocol, after: Protocol) -> Iterator[Weaker]:
    old, new = before.shape, after.shape
    if before.in_force and not after.in_force:
        status = {"draft": "a draft", "withdrawn": "withdrawn"}[new.status or "draft"]
        yield Weaker(f"`{after.id}` is {status} now", before.place / "status", after.place / "status")
    if new.expires is not None and (old.expires is None or new.expires < old.expires):
        yield Weaker(f"`{after.id}` ends sooner, on {new.expires}", before.place / "expires", after.place / "expires")
    if old.review is not None and new.review is None:
        yield Weaker(f"`{after.id}` has no review date any more", before.place / "review", after.place)
    place, where = before.place / "governance", after.place / "governance"
    yield from _clauses(before.governance, after.governance, after.id, place, where)
    yield from _signatures(before.governance, after.governance, after.id, place, where)
    was = before.governance.breach.notify_partners_within if before.governance.breach else None
    now = after.governance.breach.notify_partners_within if after.governance.breach else None
    if was is not None and now is not None and _hours(now) > _hours(was):
        message = f"`{after.id}` lets partners hear of a breach within {now}, and not {was}"
        route = ("breach", "notify-partners-within")
        yield Weaker(message, place / route[0] / route[1], where / route[0] / route[1])


def _clauses(before: Shape, after: Shape, id: str, place: Place, where: Place, above: str = "") -> Iterator[Weaker]:
    """Clauses that are gone, or that say no where they said yes; `above` is the clause that they stand in."""
    for name in type(before).model_fields:
        old, new = getattr(before, name, None), getattr(after, name, None)
        key = name.rstrip("_").replace("_", "-")
        said = f"`{key}` under `{above}`" if above else f"`{key}`"
        if name == "signatures" or old is None or old is False or old == ():
            continue
        if new is None or new == ():
            yield Weaker(f"`{id}` says nothing of {said} any more", place / key, where)
        elif new is False:
            yield Weaker(f"`{id}` says no to {said} now", place / key, where / key)
        elif isinstance(old, Shape) and isinstance(new, Shape):
            yield from _clauses(old, new, id, place / key, where / key, key)


def _signatures(before: Governance, after: Governance, id: str, place: Place, where: Place) -> Iterator[Weaker]:
    now = {one.party: (one, index) for index, one in enumerate(after.signatures or ())}
    for index, one in enumerate(before.signatures or ()):
        spot = place / "signatures" / index
        if one.party not in now:
            yield Weaker(f"`{id}` is not signed by `{one.party}` any more", spot, where)
        elif now[one.party][0].awaited and not one.awaited:
            yield Weaker(
                f"the signature of `{one.party}` under `{id}` is awaited again",
                spot,
                where / "signatures" / now[one.party][1],
            )


def _flow(before: Flow, after: Flow) -> Iterator[Weaker]:
    for message, key in _less(before, after):
        yield Weaker(f"`{after.id}` {message}", _nearest(before, key), _nearest(after, key))


def _nearest(flow: Flow, key: str) -> Place:
    first, _, second = key.partition("/")
    place = flow.place / first
    return place / int(second) if second.isdigit() else place / second if second else place


def _less(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    """What a flow promises less, and the key at which it says so."""
    old, new = before.shape, after.shape
    for key, was, now in (("from", old.from_, new.from_), ("to", old.to, new.to)):
        for party in many(was):
            if party not in many(now):
                yield (
                    (f"is not sent by `{party}` any more" if key == "from" else f"does not go to `{party}` any more"),
                    key,
                )
    yield from _fewer_items(before, after)
    yield from _slower("may take", old.within, new.within, "within")
    yield from _later(before, after)
    yield from _worse_channel(before, after)
    if old.fallback and not new.fallback:
        yield "has no second route any more", "fallback"
    yield from _receipt(before, after)
    yield from _consent(before, after)
    if old.responsibility == "sender-until-accepted" and new.responsibility != old.responsibility:
        yield "leaves open who is responsible until it is accepted", "responsibility"
    if new.relies_on and new.relies_on.cover is False and not (old.relies_on and old.relies_on.cover is False):
        yield f"hangs on {new.relies_on.post}, without cover", "relies-on"
    if new.funded_by and new.funded_by != old.funded_by:
        yield f"hangs on the funding `{new.funded_by}` now", "funded-by"
    ways = [set(many(way)) for way in new.matched_by or ()]
    for way in old.matched_by or ():
        if ways and not any(other <= set(many(way)) for other in ways):
            yield f"cannot be filed by {' and '.join(f'`{one}`' for one in many(way))} any more", "matched-by"


def _fewer_items(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    now = {one.id: one for one in after.items}
    for carried in before.items:
        other = now.get(carried.id)
        if other is None:
            yield f"does not carry `{carried.id}` any more", "items"
        elif other.always is False and carried.always:
            yield f"may leave `{carried.id}` empty now", "items"
        elif RANK[other.form or "coded"] > RANK[carried.form or "coded"]:
            yield f"carries `{carried.id}` as {other.form} now", "items"


def _slower(what: str, was: Limit | None, now: Limit | None, key: str) -> Iterator[tuple[str, str]]:
    if was is not None and now is None:
        yield f"{what} as long as it likes; it was {was}", key
    elif was is not None and now is not None and _hours(now) > _hours(was):
        yield f"{what} {now}; it was {was}", key


def _hours(limit: Limit) -> float:
    return limit.longest_hours


def _later(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    """Triggers that are gone, unless something that never comes later has taken their place."""
    if any(one.on == "change" for one in after.when) and not any(one.event for one in before.when):
        return
    for one in before.when:
        if one.event and all(other.event != one.event for other in after.when):
            yield f"is not sent at `{one.event}` any more", "when"
        elif one.on == "change" and all(other.on != "change" for other in after.when):
            yield "is not sent as soon as something changes any more", "when"
        elif one.every and not any(other.every and _hours(other.every) <= _hours(one.every) for other in after.when):
            yield f"is not sent every {one.every} any more", "when"


def _worse_channel(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    old, new = before.channel, after.channel
    if old is None or new is None or old.id == new.id:
        if old is not None and after.shape.channel is None:
            yield f"does not say any more how it travels; it was by `{old.id}`", "channel"
        return
    worse = [f"as {new.form} at the best"] if RANK[new.form] > RANK[old.form] else []
    worse += [
        what
        for was, now, what in (
            (old.secure, new.secure, "not fit for special category data"),
            (not old.carried_by_parent, not new.carried_by_parent, "only when the parent brings it"),
            (not old.needs_looking, not new.needs_looking, "only when the recipient looks"),
            (bool(old.acknowledged), bool(new.acknowledged), "without the sender learning that it arrived"),
            (not old.re_keyed, not new.re_keyed, "to be typed again"),
            (not old.household_can_see, not new.household_can_see, "for others in the household to see"),
        )
        if was and not now
    ]
    if worse:
        yield f"travels by `{new.id}` and not `{old.id}`: {', '.join(worse)}", "channel"


def _receipt(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    old, new = before.shape.receipt, after.shape.receipt
    if old is None:
        return
    if old.acknowledged and not (new and new.acknowledged):
        yield "is not acknowledged any more", "receipt"
    elif new is not None:
        yield from _slower("is chased after", old.chase_after, new.chase_after, "receipt/chase-after")
        if old.owner and not new.owner:
            yield "has nobody any more who chases it", "receipt"


def _consent(before: Flow, after: Flow) -> Iterator[tuple[str, str]]:
    old, new = before.shape.agreement, after.shape.agreement
    if new and new.ask and not (old and old.ask):
        yield "asks for an agreement now, and did not", "agreement"
    if new and new.ask and old:
        gone = [item for item in old.if_refused or () if item not in (new.if_refused or ())]
        if gone:
            yield f"does not carry {', '.join(f'`{one}`' for one in gone)} after a refusal any more", "agreement"
        stopped = [one for one in old.overridden_by or () if one not in (new.overridden_by or ())]
        if stopped:
            yield f"stays with a refusal also for {', '.join(stopped)}", "agreement"
    if old and old.inform and not (new and (new.inform or new.ask)):
        yield "is not told to those whom it is about any more", "agreement"
    was, now = ({basis.article_6 for basis, _ in flow.bases} for flow in (before, after))
    if "6(1)(a)" in now and "6(1)(a)" not in was:
        yield "rests on consent now, and did not", "basis"
    if any(was) and not any(now):
        yield "states no lawful basis any more", "basis"
