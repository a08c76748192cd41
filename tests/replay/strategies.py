"""Small random areas, as files would describe them, and random children in them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sharecheck import model
from sharecheck.document import Document
from sharecheck.model.base import FORMS
from sharecheck.replay import Choices, Leg, legs
from sharecheck.replay.room import Room
from sharecheck.replay.windows import happens_to
from sharecheck.standards import Vocabulary
from sharecheck.workspace import Area

T = TypeVar("T")
Json = dict[str, object]

TODAY = date(2026, 11, 22)
CHANCE = st.integers(0, 2**64 - 1).map(Random)
"""Choices that have nothing to do with each other, of a seed: a fault is seen where many things come together."""
PARTIES = ("ann", "bea", "cat", "dot", "eve")
SERVICES = ("weighing", "feeding", "visiting", "teaching", "minding")
ITEMS = ("growth", "immunisations")
IDENTIFIERS = ("nhs-number", "address")
EVENTS = ("booking", "birth", "visit", "review", "start")
GROUPS = ("sen", "neonatal")
TRANSITIONS = ("handover-0", "handover-1", "handover-2", "handover-3")
WAYS = model.Catalogue.model_validate(
    {
        "sharecheck": "catalogue/1",
        "id": "small",
        "channels": [
            {"id": "wire", "title": "A wire", "form": "coded", "secure": True},
            {"id": "letter", "title": "A letter", "form": "paper", "secure": True},
            {"id": "book", "title": "A book", "form": "paper", "secure": True, "carried-by-parent": True},
            {"id": "portal", "title": "A portal", "form": "structured", "secure": True, "needs-looking": True},
            {"id": "talk", "title": "A talk", "form": "verbal", "secure": True},
        ],
    }
)
WORDS = Vocabulary([WAYS])
CHANNELS = ("wire", "wire", "wire", "letter", "book", "portal", "talk")
HINDRANCES = (
    "status",
    "dates",
    "signature",
    "money",
    "parent",
    "family",
    "asking",
    "limit",
    "channel",
    "post",
    "counts",
    "empty",
    "none",
)
NEVER: tuple[None, ...] = (None, None, None, None, None)


def areas(
    most_events: int = 5, hindered: bool = True, following: bool = True, groups: bool = False
) -> st.SearchStrategy[Area]:
    """Areas with all that a flow can hang on; `following`: events after others; `groups`: events of some children."""
    return CHANCE.map(lambda chance: area(chance, most_events, hindered, following, groups))


def area(
    chance: Random, most_events: int = 5, hindered: bool = True, following: bool = True, groups: bool = False
) -> Area:
    """A random area."""
    return _Maker(chance, hindered, following, groups).area(most_events)


class _Maker:
    """What is chosen while an area is made."""

    def __init__(self, chance: Random, hindered: bool, following: bool, groups: bool) -> None:
        self.chance, self.hindered, self.following, self.groups = chance, hindered, following, groups
        self.parties = PARTIES[: self.pick(2, 3, 3, 4, 5)]
        plain = groups and self.pick(True, True, False)  # of children in groups, and of nothing else
        self.identifiers = () if plain else IDENTIFIERS[: self.pick(0, 1, 2, 2)]
        self.items = (*ITEMS[: self.pick(1, 1, 2)], *self.identifiers)
        self.events: tuple[str, ...] = ()
        self.alternatives = self.pick((None, None), (None, None), ([*self.identifiers],) * 5)
        """What flows are mostly matched by."""
        self.odds = 0 if plain else self.pick(0, 0, 0, 5)
        """In how many of a hundred cases something stands in the way; `often` is what does so in many."""
        self.often = [] if plain else self.some(HINDRANCES, 2)

    def pick(self, *of: T) -> T:
        return self.chance.choice(of)

    def some(self, of: tuple[T, ...], most: int) -> list[T]:
        return self.chance.sample(of, min(len(of), self.chance.randint(1, most)))

    def area(self, most_events: int) -> Area:
        self.events = EVENTS[: self.chance.randint(1, most_events)]
        pathway = {
            "sharecheck": "pathway/1",
            "id": "small",
            "nation": "england",
            "events": [self.event(number) for number in range(len(self.events))],
            "order": self.order(),
            "records": [self.records() for _ in range(self.chance.randint(1, 3))],
            "transitions": [self.transition(number) for number in range(self.chance.randint(1, 4))],
        }
        shape = {
            "sharecheck": "area/1",
            "id": "small",
            "nation": "england",
            "protocols": "complete",
            "parties": [self.party(id) for id in self.parties],
            "funding": [
                {"id": "grant", "until": "2026-03-31"},
                {"id": "budget", "until": "2027-03-31"},
            ],
        }
        number = self.pick(2, 6, 10, 12, 16)
        flows = [self.flow(f"flow-{index}") for index in range(number)]
        parts = self.pick((flows,), (flows[::2], flows[1::2]))
        protocols = [self.protocol(f"protocol-{index}", part) for index, part in enumerate(parts)]
        return Area(
            "small",
            Document(Path("area.yaml"), ""),
            model.Area.model_validate(_filled(shape)),
            tuple(
                (Document(Path(f"{one['id']}.yaml"), ""), model.Protocol.model_validate(_filled(one)))
                for one in protocols
            ),
            WORDS,
            model.Pathway.model_validate(_filled(pathway)),
            TODAY,
        )

    def event(self, number: int) -> Json:
        start = max(0, 2 * number + self.chance.randint(-3, 3))
        width = self.pick(0, 0, 1, 2, 4)
        window: Json = {"age": {"from": f"PT{start}H", "to": f"PT{start + width}H"}}
        if number and self.following and self.pick(True, False, False, self.groups):
            window = {"after": self.events[self.chance.randrange(number)], "from": "PT0H", "to": f"PT{width}H"}
        elif not number and self.pick(True, False, False, False):
            window = {"gestation": {"from": "P39W", "to": self.pick("P39W", "P40W")}}
        of = self.pick(None, *GROUPS) if self.groups and number else None
        return {"id": self.events[number], "title": "An event", "window": window, "applies-to": of}

    def order(self) -> list[Json] | None:
        """Which events come before which, where some follow others anyway."""
        if not self.following or len(self.events) < 2 or self.pick(True, False):
            return None
        pairs = [self.chance.sample(self.events, 2) for _ in range(self.pick(1, 2, 3))]
        return [{"first": first, "then": then, "apart": self.pick(None, "PT1H")} for first, then in pairs]

    def early(self) -> str:
        return self.pick(*self.events[:2], *self.events)

    def records(self) -> Json:
        return {
            "service": self.pick(*SERVICES, *["family"] * (5 if "family" in self.often else 1)),
            "event": self.early(),
            "items": self.some(self.items, 2),
            "form": self.pick(*NEVER, *NEVER, *FORMS),
        }

    def transition(self, number: int) -> Json:
        needs = [
            {
                "item": item,
                "form": self.pick(*NEVER, *FORMS),
                "weight": "important",
                "of": self.pick(*NEVER, *self.events),
                "in-hand": self.pick(*NEVER, True, False),
            }
            for item in self.some(self.items, 2)
        ]
        return {
            "id": TRANSITIONS[number],
            "title": "A handover",
            "from": self.pick(None, self.pick(*SERVICES), self.some(SERVICES, 3)),
            "to": self.pick(*SERVICES),
            "elsewhere": self.pick(*NEVER, *NEVER, True),
            "at": self.pick(*self.events, *self.events[-2:], *self.events[-2:]),
            "plus": self.pick(None, None, "PT1H", "PT3H"),
            "applies-to": self.pick(None, *GROUPS, *[list(GROUPS)] * 5) if self.groups else None,
            "needs": needs,
        }

    def party(self, id: str) -> Json:
        own = [{"event": self.early(), "items": self.some(self.items, 1), "form": self.pick(*NEVER, *FORMS)}]
        known = [{"event": self.early(), "items": [id]} for id in self.identifiers if self.pick(True, True, False)]
        service = SERVICES[PARTIES.index(id)]
        services = self.pick(service, service, self.some(SERVICES, 3))
        return {
            "id": id,
            "service": services,
            "one-record": self.pick(None, None, None, True),
            "elsewhere": self.pick(*NEVER, *NEVER, True),
            "system": self.pick(*(NEVER if services == service else NEVER[:1]), {"medium": "paper"}),
            "records": [*self.pick((), (), (), own), *self.pick((), known, known)] or None,
        }

    def hinder(self, kind: str, *of: T) -> T | None:
        """None in most cases, else one of these: what can stand in a flow's way. In each area it is mostly one kind."""
        odds = 40 if kind in self.often else self.odds
        return self.pick(*of) if self.hindered and self.chance.randrange(100) < odds else None

    def protocol(self, id: str, flows: list[Json]) -> Json:
        return {
            "sharecheck": "protocol/1",
            "id": id,
            "status": self.hinder("status", "draft", "withdrawn", "in-force"),
            "effective": self.hinder("dates", "2026-11-22", "2026-11-23", "2020-01-01"),
            "expires": self.hinder("dates", "2026-11-21", "2026-11-22", "2030-01-01"),
            "basis": self.hinder("parent", {"article-6": "6(1)(a)"}, {"article-6": "6(1)(e)"}),
            "governance": self.hinder(
                "signature", {"signatures": [{"party": self.pick(*self.parties), "awaited": True}]}
            ),
            "flows": flows,
        }

    def when(self) -> Json:
        if self.groups and self.pick(True, False):
            return {"event": self.pick(*self.events)}
        return self.pick(
            {"event": self.pick(*self.events)},
            {"event": self.pick(*self.events)},
            {"event": self.pick(*self.events)},
            {"on": "change"},
            {"on": "change"},
            {"every": "PT2H"},
            {"on": self.hinder("asking", "request", "access") or "change"},
        )

    def within(self) -> str | Json | None:
        return None if self.hinder("limit", True) else self.pick("PT0H", "PT0H", "PT1H", "PT2H", "PT90M", "PT5H")

    def flow(self, id: str) -> Json:
        everybody = (*self.parties, "parent", "parent") if self.hinder("family", True) else self.parties
        known = self.identifiers
        either, both = [*known], [list(known)]
        matched = self.pick(None, *self.alternatives, both, either, [known[-1]]) if known else None
        return {
            "id": id,
            "from": self.pick(self.pick(*everybody), self.some(everybody, 2)),
            "to": self.pick(self.pick(*everybody), self.some(everybody, 2)),
            "from-service": self.pick(*NEVER, *NEVER, self.some(SERVICES, 4)),
            "to-service": self.pick(*NEVER, *NEVER, self.some(SERVICES, 4), self.some(SERVICES, 4)),
            "for": self.pick(*NEVER, *NEVER, *NEVER, self.some(TRANSITIONS, 3)),
            "when": None
            if self.hinder("limit", True)
            else self.pick(self.when(), self.when(), [self.when(), self.when()]),
            "within": self.within(),
            "channel": self.hinder("channel", *CHANNELS) or self.pick("wire", "wire", "letter", "talk"),
            "fallback": self.pick(*NEVER, {"channel": self.pick(*CHANNELS), "within": self.pick("PT1H", "PT3H")}),
            "matched-by": matched,
            "opens-record": self.pick(*NEVER, True) if matched else None,
            "items": [self.carried(item) for item in self.some(self.items, 3)],
            "agreement": self.hinder(
                "parent", {"ask": "parent"}, {"ask": "parent", "if-refused": [self.pick(*self.items)]}
            ),
            "receipt": self.hinder("channel", {"acknowledged": True}),
            "relies-on": self.hinder("post", {"post": "clerk", "cover": False}, {"post": "clerk", "cover": True}),
            "funded-by": self.hinder("money", "grant", "budget"),
            "aggregate": self.hinder("counts", True),
        }

    def carried(self, item: str) -> str | Json:
        form = self.pick(*NEVER, *NEVER, *NEVER, *FORMS)
        return {"item": item, "form": form, "present": self.hinder("empty", "if-known", "always")}


def _filled(given: object) -> object:
    """The same without what is None: a key may be left out, not be empty."""
    if isinstance(given, dict):
        return {key: _filled(value) for key, value in given.items() if value is not None}
    return [_filled(one) for one in given] if isinstance(given, list) else given


def times(area: Area) -> st.SearchStrategy[dict[str, int]]:
    """An age in minutes for each event, inside its window."""
    return CHANCE.map(lambda chance: placed(area, chance))


def placed(area: Area, chance: Random, traits: frozenset[str] = frozenset(GROUPS)) -> dict[str, int]:
    """Such ages for the events of a child, in steps of a quarter of an hour, and in order."""
    happening = [event.id for event in area.events.values() if happens_to(event, traits, area.events)]
    room = Room(area.events, happening, area.order)
    at: dict[str, int] = {}
    for event in chance.sample(happening, len(happening)):
        if event in room.spans:
            span = room.spans[event]
            steps = (span.end - span.start) // 15
            at[event] = chance.choice((span.start, span.end, span.start + 15 * chance.randint(0, steps)))
            room.fix(event, at[event])
    return at


def paces(area: Area) -> st.SearchStrategy[Mapping[Leg, int]]:
    """How long each leg takes, as long as it may at the most; the legs are those to replay with."""
    return CHANCE.map(
        lambda chance: {leg: chance.choice((0, leg.promised, chance.randint(0, leg.promised))) for leg in legs(area)}
    )


def all_choices(area: Area) -> st.SearchStrategy[Choices]:
    """All that people may do, but for channels that break."""
    flows = tuple(sorted({flow.id for flow in area.all_flows}))

    def some(of: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
        return st.one_of(
            st.just(frozenset(("all",))), st.frozensets(st.sampled_from(of)) if of else st.just(frozenset())
        )

    return st.builds(
        Choices,
        refuses=some(flows),
        forgets=some(flows),
        asks=some(flows),
        looks=some(flows),
        left_empty=some((*ITEMS, *IDENTIFIERS)),
        one_record=some(PARTIES),
        away=some(("clerk",)),
        quick=st.booleans(),
    )
