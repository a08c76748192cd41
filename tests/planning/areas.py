"""Small random areas with movers: a few services, events before and after the move, flows of all kinds."""

from datetime import date
from pathlib import Path
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sharecheck import model
from sharecheck.document import Document
from sharecheck.model.pathway import Pathway
from sharecheck.standards import Vocabulary
from sharecheck.workspace import Area

T = TypeVar("T")
Shape = dict[str, object]

TODAY = date(2026, 11, 22)
SERVICES = ("health-visiting", "general-practice", "school")
ITEMS = ("growth", "address", "nhs-number")
GROUPS = (None, None, None, "sen", ["sen", "movers"])
EVENTS = ("birth", "visit", "contact", "move", "review", "start")
VOCABULARY = Vocabulary()


def pairs() -> st.SearchStrategy[tuple[Area, Area]]:
    """Two areas, in one nation or in two, with or without all their protocols."""
    return st.randoms(use_true_random=True).map(lambda chance: (_area("here", chance), _area("there", chance)))


def _area(id: str, chance: Random) -> Area:
    nation = chance.choice(("england", "england", "wales"))
    parties = [_party(f"{id}-{number}", chance) for number in range(chance.randint(2, 4))]
    parties += [_party(f"next-{number}", chance) | {"elsewhere": True} for number in range(chance.randint(1, 2))]
    ids = [*(str(party["id"]) for party in parties), "parent"]
    shape = model.Area.model_validate(
        {
            "sharecheck": "area/1",
            "id": id,
            "nation": nation,
            "protocols": chance.choice(("complete", "complete", "complete", "partial")),
            "parties": parties,
        }
    )
    protocols = [
        model.Protocol.model_validate(_protocol(number, ids, chance)) for number in range(chance.randint(1, 3))
    ]
    return Area(
        id,
        Document(Path(f"{id}.yaml"), ""),
        shape,
        tuple((Document(Path(f"{id}-{number}.yaml"), ""), one) for number, one in enumerate(protocols)),
        VOCABULARY,
        _pathway(nation, chance),
        TODAY,
    )


def _party(id: str, chance: Random) -> Shape:
    party: Shape = {"id": id, "service": chance.choice((*SERVICES, [*SERVICES[:2]]))}
    if chance.random() < 0.3:
        party["one-record"] = True
    if chance.random() < 0.2:
        party["system"] = {"medium": "paper"}
    if chance.random() < 0.2:
        party["nation"] = chance.choice(("england", "wales"))
    return party


def _protocol(number: int, ids: list[str], chance: Random) -> Shape:
    made: Shape = {
        "sharecheck": "protocol/1",
        "id": f"protocol-{number}",
        "flows": [_flow(flow, ids, chance) for flow in range(chance.randint(1, 8))],
    }
    if chance.random() < 0.15:
        made["status"] = "draft"
    if chance.random() < 0.15:
        made["encoded-from"] = {"title": "A text", "read": "opening"}
    return made


def _flow(number: int, ids: list[str], chance: Random) -> Shape:
    sender, recipient = chance.sample(ids, 2)
    when = chance.choice(
        ({"on": "change"}, {"on": "change"}, {"event": "move"}, {"event": chance.choice(EVENTS)}, {"on": "request"})
    )
    flow: Shape = {
        "id": f"flow-{number}",
        "from": sender,
        "to": recipient,
        "when": when,
        "items": chance.sample(ITEMS, chance.randint(1, 3)),
    }
    if chance.random() < 0.9:
        flow["within"] = chance.choice(("PT0H", "P1D", "P3D"))
    if chance.random() < 0.2:
        flow["to-service"] = chance.sample(SERVICES, chance.randint(1, 2))
    if chance.random() < 0.1:
        flow["from-service"] = chance.sample(SERVICES, chance.randint(1, 2))
    if chance.random() < 0.4:
        flow["matched-by"] = chance.choice((["nhs-number"], ["address"], ["nhs-number", "address"]))
    if chance.random() < 0.15:
        flow["agreement"] = {"ask": "parent"}
    if chance.random() < 0.3:
        flow["channel"] = chance.choice(("secure-email", "telephone", "post", "system-message"))
    return flow


def _pathway(nation: str, chance: Random) -> Pathway:
    def window(first: int, last: int) -> Shape:
        start = chance.randint(first, last)
        return {"age": {"from": f"P{start}D", "to": f"P{start + chance.choice((0, 1, 4))}D"}}

    events: list[Shape] = [{"id": "birth", "window": {"age": {"from": "P0D", "to": "P0D"}}}]
    events += [{"id": id, "window": window(0, 6), "applies-to": chance.choice(GROUPS)} for id in ("visit", "contact")]
    events += [{"id": "move", "window": window(4, 8), "applies-to": chance.choice((["movers", "border"], "movers"))}]
    events += [{"id": id, "window": window(6, 14), "applies-to": chance.choice(GROUPS)} for id in ("review", "start")]
    if chance.random() < 0.2:
        after = {"after": chance.choice(("move", "visit")), "from": "P0D", "to": "P2D"}
        events += [{"id": "follow-up", "window": after, "applies-to": "movers"}]
    records = [
        {"service": chance.choice(SERVICES), "event": chance.choice(EVENTS), "items": [chance.choice(ITEMS)]}
        for _ in range(chance.randint(2, 8))
    ]
    transitions = [_transition(number, chance) for number in range(chance.randint(2, 6))]
    order = [dict(zip(("first", "then"), chance.sample([*EVENTS, "move"], 2), strict=True)) for _ in range(2)]
    made = {
        "sharecheck": "pathway/1",
        "id": "small",
        "nation": nation,
        "events": [{"title": "An event", **{key: one for key, one in event.items() if one}} for event in events],
        **chance.choice(({}, {"order": order})),
        "records": records,
        "transitions": transitions,
    }
    return Pathway.model_validate(made)


def _transition(number: int, chance: Random) -> Shape:
    made: Shape = {
        "id": f"handover-{number}",
        "title": "A handover",
        "to": chance.choice(SERVICES),
        "at": chance.choice((*EVENTS, "move", "start", "follow-up")),
        "plus": chance.choice(("PT0H", "P1D", "P3D")),
        "needs": [
            {
                "item": item,
                "form": chance.choice(("coded", "paper", "verbal")),
                "weight": "important",
                **chance.choice(({}, {}, {"of": chance.choice(EVENTS)})),
                **chance.choice(({}, {}, {"in-hand": True})),
            }
            for item in chance.sample(ITEMS, chance.randint(1, 3))
        ],
    }
    if made["at"] in ("move", "follow-up"):
        made |= {"elsewhere": True}
    if chance.random() < 0.6:
        made["applies-to"] = chance.choice(("movers", "border", "sen", ["movers", "sen"]))
    return made
