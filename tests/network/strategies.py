"""Small random networks: two to five parties, a few items and identifiers, events whose windows touch and overlap."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sharecheck.model.base import FORMS, Form
from sharecheck.model.pathway import Event, Order
from sharecheck.network import Arc, Barrier, Fact, Moment, Need, Network, Recording, timeline
from sharecheck.network.facts import LEVEL

T = TypeVar("T")

PARTIES = ("ann", "bea", "cat", "dot", "eve")
ITEMS = ("growth", "feeding")
IDENTIFIERS = ("number", "address")
EVENTS = ("booking", "birth", "visit", "review", "start")
BARRIERS = sorted(LEVEL.keys() - {"undescribed"})  # what hangs on that one is unknown: it has a law of its own
GOOD_FORMS: Sequence[Form] = ("coded", "coded", "coded", "coded", *FORMS)

CHANCE = st.one_of(st.randoms(use_true_random=False), st.randoms(use_true_random=True))
"""Choices of which hypothesis makes each, to show a small example, and choices that are spread more evenly."""


def networks(most_events: int = 5, barred: bool = True, ordered: bool = False) -> st.SearchStrategy[Network]:
    """Networks with all kinds of triggers, delays, forms, barriers and needs; each arc is a flow of its own.

    `ordered`: some events always come before others.
    """
    return CHANCE.map(lambda chance: _network(chance, most_events, barred, ordered))


def times(network: Network) -> st.SearchStrategy[dict[str, float]]:
    """A point in each window, in steps of an eighth of an hour, and in order."""
    return CHANCE.map(lambda chance: _points(chance, network))


def delays(network: Network) -> st.SearchStrategy[dict[int, float]]:
    """How long each flow takes, as long as it may at the most."""
    return CHANCE.map(lambda chance: {arc.flow: chance.randint(0, int(arc.delay * 2)) / 2 for arc in network.arcs})


def _points(chance: Random, network: Network) -> dict[str, float]:
    found: dict[str, float] = {}
    for moment in sorted(network.moments.values(), key=lambda moment: len(moment.earlier)):
        soonest = max([moment.start, *(found[first] + hours for first, hours in moment.earlier.items())])
        found[moment.id] = _within(chance, replace(moment, start=soonest))
    return {id: found[id] for id in network.moments}


def _within(chance: Random, moment: Moment) -> float:
    return moment.start + chance.randint(0, round((moment.end - moment.start) * 8)) / 8


def _in_order(chance: Random, moments: Mapping[str, Moment]) -> dict[str, Moment]:
    """The moments of events that stand in a random order besides."""
    early = min(moment.start for moment in moments.values())
    events = [
        Event.model_validate(
            {
                "id": moment.id,
                "title": "An event",
                "window": {"age": {"from": _hours(moment.start - early), "to": _hours(moment.end - early)}},
            }
        )
        for moment in moments.values()
    ]
    pairs = [chance.sample(sorted(moments), 2) for _ in range(chance.randint(1, 4))] if len(moments) > 1 else []
    orders = [
        Order.model_validate({"first": first, "then": then, "apart": _hours(chance.choice((0, 0, 0, 1, 2)))})
        for first, then in pairs
    ]
    return dict(timeline(events, orders))


def _hours(hours: float) -> str:
    return f"PT{int(hours)}H"


def _network(chance: Random, most_events: int, barred: bool, ordered: bool = False) -> Network:
    pick = chance.choice
    moments = {}
    for id in EVENTS[: chance.randint(1, most_events)]:
        start = chance.randint(-3, 6)
        moments[id] = Moment(id, float(start), float(start + pick((0, 0, 1, 2, 4))))
    if ordered:
        moments = _in_order(chance, moments)
    events = sorted(moments, key=lambda event: moments[event].start)
    parties = PARTIES[: pick((2, 3, 3, 4, 5))]
    identifiers = IDENTIFIERS[: chance.randint(0, 2)]
    items = (*ITEMS[: pick((1, 1, 2))], *identifiers)

    def arc(flow: int) -> Arc:
        sender, step = chance.randrange(len(parties)), pick((1, 1, chance.randint(1, len(parties) - 1)))
        recipient = parties[(sender + step) % len(parties)]
        tail = Fact(parties[sender], pick(items))
        by = pick(((), (), (), (), identifiers, identifiers[:1], identifiers[1:]))
        return Arc(
            tail,
            Fact(recipient, tail.item),
            pick((None, pick(events))),
            pick((0.0, 0.0, 1.0, 2.0, 5.0)),
            pick(GOOD_FORMS),
            flow,
            0,
            tuple(Fact(party, id) for id in by for party in pick(((tail.party, recipient), (recipient,)))),
            tuple(Barrier(pick(BARRIERS), "somebody") for _ in range(pick((0, 0, 0, 0, 0, 0, 1, 2)) * barred)),
        )

    def fact() -> Fact:
        return Fact(pick(parties), pick(items))

    known = [Fact(party, id) for party in parties for id in identifiers if pick((True, True, False))]
    early = (*events[:2], *events)
    recordings = [Recording(one, pick(early)) for one in known]
    recordings += [Recording(fact(), pick(early), pick(GOOD_FORMS)) for _ in range(chance.randint(1, 4))]
    arcs = [arc(flow) for flow in range(pick((2, 6, 12, 20, 25)))]
    needs = [
        Need(
            "handover",
            fact(),
            pick(events),
            pick((0.0, 0.0, 1.0, 3.0)),
            pick(GOOD_FORMS),
            current_within=pick((None, None, 0.0, 2.0, 6.0)),
        )
        for _ in range(chance.randint(0, 5))
    ]
    knowing = {item: {Fact(pick(parties), item) for _ in range(pick((0, 1, 1, 2)))} for item in items}
    sources = {item: tuple(frozenset((fact,)) for fact in sorted(facts)) for item, facts in knowing.items()}
    return Network(moments, tuple(recordings), tuple(arcs), tuple(needs), sources=sources)
