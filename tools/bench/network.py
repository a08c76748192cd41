"""Make networks for the benchmark: many parties, items and flows, mostly kept, with some gaps; always the same."""

from dataclasses import replace
from random import Random

from sharecheck.model.base import DAY, Form
from sharecheck.network import Arc, Barrier, Fact, Moment, Need, Network, Recording, spread
from sharecheck.network.facts import CERTAIN, IF_MATCHED, BarrierKind

PARTIES, ITEMS, FLOWS, NEEDS = 30, 80, 300, 250
"""The size of one big area; a flow carries 8 to 20 items."""
_IDENTIFIERS = 3
_FORMS: tuple[Form, ...] = ("coded",) * 6 + ("structured",) * 4 + ("paper",)
_BARRIERS: tuple[BarrierKind, ...] = ("undated", "agrees", "looks", "draft", "expired")
_TROUBLED, _ANY_TIME = 0.05, 0.05
"""The share of flows that hang on something, and of needs that may ask for more than is promised."""


def big(times: int = 1, seed: int = 1) -> Network:
    """So many big areas in one network, alike but for one flow in ten, which leads on to the next area."""
    random = Random(seed)
    items = [f"item-{number}" for number in range(ITEMS)]
    moments = _moments(random)
    recordings, flows = _recordings(random, items, list(moments)), _flows(random, items, list(moments))
    one = Network(moments, tuple(recordings), tuple(flows))
    needs = _needs(random, one, NEEDS)
    return Network(
        moments,
        tuple(replace(each, fact=_at(each.fact, area)) for area in range(times) for each in recordings),
        tuple(_moved(arc, area, times) for area in range(times) for arc in flows),
        tuple(replace(need, fact=_at(need.fact, area)) for area in range(times) for need in needs),
    )


def _at(fact: Fact, area: int) -> Fact:
    return Fact(f"{fact.party}-of-{area}", fact.item)


def _moved(arc: Arc, area: int, times: int) -> Arc:
    """The same arc in another area, or from there to the next one."""
    there = (area + 1) % times if arc.flow % 10 == 0 else area
    matched = tuple(_at(fact, area if fact.party == arc.tail.party else there) for fact in arc.matched)
    flow = arc.flow + area * FLOWS
    return replace(arc, tail=_at(arc.tail, area), head=_at(arc.head, there), flow=flow, matched=matched)


def fresh(network: Network) -> Network:
    """The same network without what was computed from it."""
    return Network(network.moments, network.recordings, network.arcs, network.needs, network.complete)


def _moments(random: Random) -> dict[str, Moment]:
    """25 events from pregnancy to school, of all widths."""
    moments, at = {}, -200.0 * DAY
    for number in range(25):
        name, width = f"event-{number}", random.choice((0, 1, 5, 14, 30)) * DAY
        moments[name] = Moment(name, at, at + width)
        at += random.choice((4, 17, 38, 83)) * DAY
    return moments


def _recordings(random: Random, items: list[str], events: list[str]) -> list[Recording]:
    """Everybody can tell which child it is; each item is first known to two parties."""
    found = [Recording(Fact(party, item), events[0]) for party in _parties() for item in items[:_IDENTIFIERS]]
    for item in items:
        for party in random.sample(_parties(), 2):
            found.append(Recording(Fact(party, item), random.choice(events[:18])))
    return found


def _parties() -> list[str]:
    return [f"party-{number}" for number in range(PARTIES)]


def _flows(random: Random, items: list[str], events: list[str]) -> list[Arc]:
    return [arc for flow in range(FLOWS) for arc in _flow(random, flow, items, events)]


def _flow(random: Random, flow: int, items: list[str], events: list[str]) -> list[Arc]:
    sender, recipient = random.sample(_parties(), 2)
    trigger = random.choice(("change", "change", "event", "batch"))
    event = random.choice(events) if trigger == "event" else None
    delay = random.choice((0, 1, 2, 5)) * DAY + (31 * DAY if trigger == "batch" else 0)
    form = random.choice(_FORMS)
    kind = random.choice(_BARRIERS)
    barriers = (Barrier(kind, sender),) if random.random() < _TROUBLED else ()
    number, name, address = items[:_IDENTIFIERS]
    ways = random.choice((((),), ((number,),), ((number,),), ((number,), (name, address))))
    arcs = []
    for step, item in enumerate(random.sample(items, random.randint(8, 20))):
        for way in ways:
            matched = tuple(Fact(party, identifier) for identifier in way for party in (sender, recipient))
            tail, head = Fact(sender, item), Fact(recipient, item)
            arcs.append(Arc(tail, head, event, float(delay), form, flow, step, matched, barriers))
    return arcs


def _needs(random: Random, network: Network, number: int) -> list[Need]:
    """Nearly all for what is surely held by then; some for what is held if all goes well, at any time."""
    sure, hoped = (sorted(spread(network, level).labels.items()) for level in (CERTAIN, IF_MATCHED))
    found: list[Need] = []
    while len(found) < number:
        any_time = random.random() < _ANY_TIME
        fact, labels = random.choice(hoped if any_time else sure)
        later = [moment.id for moment in network.moments.values() if any_time or moment.start >= labels[0].age]
        if later:
            form: Form = random.choice(("paper", "paper", "paper", "structured", "coded"))
            found.append(Need("transition", fact, random.choice(later), 0.0, form))
    return found
