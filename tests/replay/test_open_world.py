"""Where not all protocols are here, the spread and the replay leave the same unknown."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharecheck.model import Journey
from sharecheck.model.base import many
from sharecheck.network import Outcome
from sharecheck.replay import WORST, Leg, calendar, legs, replay, stories, window
from sharecheck.replay.desks import desk, desks, party_at
from sharecheck.replay.handovers import answer
from sharecheck.replay.played import Brought
from sharecheck.workspace import Area, Workspace
from tests.replay.strategies import CHANCE, IDENTIFIERS, SERVICES, TODAY, areas
from tests.replay.test_agreement import corners

often = settings(deadline=None, suppress_health_check=list(HealthCheck))
as_of = calendar(None, TODAY)
LONG_AGO = -60 * 24 * 7 * 40


def opened(area: Area, chance: Random) -> Area:
    """The area where not all protocols are here; transitions say who hands over, and flows what they are for."""

    def from_(id: str) -> tuple[str, ...] | None:
        return chance.choice((None, (chance.choice(SERVICES),), tuple(chance.sample(SERVICES, 3))))

    transitions = tuple(one.model_copy(update={"from_": from_(one.id)}) for one in area.pathway.transitions or ())
    ids = tuple(one.id for one in transitions)
    documents = tuple(
        (
            document,
            shape.model_copy(
                update={
                    "flows": tuple(
                        flow.model_copy(
                            update={
                                "for_": chance.choice((None, None, None, chance.choice(ids))),
                                "opens_record": chance.choice((None, True)),
                            }
                        )
                        for flow in shape.flows
                    )
                }
            ),
        )
        for document, shape in area.documents
    )
    assert area.shape is not None
    return replace(
        area,
        shape=area.shape.model_copy(update={"protocols": "partial"}),
        documents=documents,
        pathway=area.pathway.model_copy(update={"transitions": transitions}),
    )


partial = st.tuples(areas(most_events=4, following=False), CHANCE).map(lambda drawn: opened(*drawn))


@pytest.mark.untraced
@often
@given(partial)
def test_unknown_is_what_every_child_may_have_and_what_nobody_here_promised(area: Area) -> None:
    promised = tuple(legs(area))
    assert area.shape is not None
    complete = replace(area, shape=area.shape.model_copy(update={"protocols": "complete"}))
    for outcome, closed in zip(area.outcomes, complete.outcomes, strict=True):
        assert outcome.kept == closed.kept, "what is not here keeps nothing, and takes nothing away"
        if outcome.kept:
            continue
        need = outcome.need
        leading = [leg for leg in promised if party_at(leg.recipient) == need.fact.party and carries(leg, outcome)]
        meant = [leg for leg in leading if is_meant(leg, outcome, area)]
        unknown = served(area, outcome, leading) or not meant or made_too_late(area, outcome)
        assert outcome.unknown == unknown, (need, outcome)
        if not unknown:
            assert not served(area, outcome, meant), "whoever keeps to it breaks no promise"


def made_too_late(area: Area, outcome: Outcome) -> bool:
    """Whether what is asked for may be made only when it is late already, whoever hands it on."""
    need = outcome.need
    spans = {id: span for id, event in area.events.items() if (span := window(event.window, {}))}
    due = spans[need.event].start + round(need.plus * 60)
    if need.of == need.event:
        return need.in_hand  # what a visit makes is never in hand before the visit
    return need.of is not None and spans[need.of].end > due


def carries(leg: Leg, outcome: Outcome) -> bool:
    return any(cargo.item == outcome.need.fact.item for cargo in leg.cargo)


def is_meant(leg: Leg, outcome: Outcome, area: Area) -> bool:
    transition = area.transitions[outcome.need.transition]
    if leg.flow.shape.for_ is not None:
        return transition.id in many(leg.flow.shape.for_) and comes(leg, outcome, area)
    senders = many(transition.from_)
    by = set(many(area.parties[party_at(leg.sender)].service))
    by &= set(many(leg.flow.shape.from_service)) or by
    return (not senders or bool(by & set(senders))) and comes(leg, outcome, area)


def comes(leg: Leg, outcome: Outcome, area: Area) -> bool:
    """Whether what sets it off can come before the need falls due."""
    if leg.event is None:
        return True
    spans = {id: span for id, event in area.events.items() if (span := window(event.window, {}))}
    if leg.event not in spans or (outcome.need.of and spans[leg.event].end < spans[outcome.need.of].start):
        return False  # it goes out before what is asked for is made
    return spans[leg.event].start <= spans[outcome.need.event].start + round(outcome.need.plus * 60)


def served(area: Area, outcome: Outcome, leading: Iterable[Leg]) -> bool:
    """Whether every child has it in time by these legs if all others know everything as soon as it can be known."""
    need = outcome.need
    others = [place for id, party in area.parties.items() if id != need.fact.party for place in desks(party)]
    free = [replace(leg, opens_record=True) for leg in leading]
    shape, transition = area.pathway_need(need), area.transitions[need.transition]
    here = desk(area.parties[need.fact.party], transition.to)
    labels = [item for item in IDENTIFIERS if item != need.fact.item]
    for at in corners(area):
        known = at[need.of] if need.of else LONG_AGO
        brought = [Brought(known, place, need.fact.item, "coded", "elsewhere", need.of) for place in others]
        brought += [Brought(LONG_AGO, place, item, "coded", "elsewhere") for place in others for item in labels]
        played = replay(area, at, WORST, as_of, brought=brought, promised=free)
        by = at[need.event] + round(need.plus * 60)
        if not answer(played, here, transition, shape, by, frozenset()).met:
            return False
    return True


SMALL = {
    "area.yaml": """
sharecheck: area/1
id: small
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
""",
    "discharge.yaml": """
sharecheck: protocol/1
id: discharge
area: small
flows:
  - id: discharge
    from: maternity
    to: hv
    when: {event: midwife-discharge}
    within: P14D
    channel: secure-email
    matched-by: [nhs-number]
    items: [nhs-number, contact-details, neonatal-summary, {item: mother-identity, present: if-known}]
""",
}


@pytest.fixture
def small(tmp_path: Path) -> Area:
    for name, text in SMALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (area,) = Workspace.open(tmp_path, as_of=TODAY).areas
    return area


def test_a_story_leaves_unknown_what_the_check_leaves_unknown_and_calls_lost_nothing_else(small: Area) -> None:
    journey = Journey.model_validate({"sharecheck": "journey/1", "id": "a", "title": "A child", "shows": "all"})
    verdicts = {(one.need.transition, one.need.fact.party, one.need.fact.item): one.unknown for one in small.outcomes}
    (story,) = stories(Workspace.open(small.document.path.parent, as_of=TODAY), journey, small)
    (stage,) = story.stages
    found = {
        (taken.transition.id, taken.party, item): why
        for taken in stage.handovers
        for why, items in stage.lacking(taken).items()
        for item in items
    }
    assert {key: why.unknown for key, why in found.items()} == {key: verdicts[key] for key in found}
    lost = {(item, why.text) for (_, _, item), why in found.items() if not why.unknown}
    assert {item for item, _ in lost} == {"nhs-number", "contact-details", "mother-identity"}
    assert all("`discharge`" in text for _, text in lost), "its own promise, not what its sender may know"


def test_a_flow_in_which_one_item_was_left_empty_is_not_said_not_to_have_gone(tmp_path: Path) -> None:
    quick = SMALL["discharge.yaml"].replace("P14D", "P0D").replace("matched-by: [nhs-number]", "opens-record: true")
    for name, text in {**SMALL, "discharge.yaml": quick}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    content = {
        "sharecheck": "journey/1",
        "id": "a",
        "title": "A child",
        "shows": "all",
        "left-empty": "mother-identity",
    }
    workspace = Workspace.open(tmp_path, as_of=TODAY)
    (story,) = stories(workspace, Journey.model_validate(content), workspace.areas[0])
    (stage,) = story.stages
    why = {text.text for taken in stage.handovers for text, items in stage.lacking(taken).items() if not text.unknown}
    assert why == {"in `discharge` it was left empty"}
