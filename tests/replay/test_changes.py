"""What becomes of the news of a change: the spread and the replay hold each other, and a story tells of it."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sharecheck import model
from sharecheck.model.base import Duration
from sharecheck.network import Outcome
from sharecheck.replay import WORST, Leg, Replay, calendar, legs, replay
from sharecheck.replay.changes import sources, spread_news
from sharecheck.standards import Vocabulary
from sharecheck.workspace import Area
from tests.replay.strategies import ITEMS, SERVICES, TODAY, WAYS, all_choices, areas, paces, times
from tests.replay.test_agreement import corners, desk_of, lucky

often = settings(deadline=None, suppress_health_check=list(HealthCheck))
as_of = calendar(None, TODAY)
AUTHORITATIVE = dict(zip(ITEMS, SERVICES, strict=False))


def changing(area: Area) -> Area:
    """The area in which items change, each known first by one kind of service, and every recipient knows them anyway.

    What is awaited there is the news of changes alone.
    """
    items = [
        {
            "id": item,
            "title": "An item",
            "about": "child",
            "if-missing": "nobody knows",
            "authoritative": [service, "minding"],
        }
        for item, service in AUTHORITATIVE.items()
    ]
    catalogue = {"sharecheck": "catalogue/1", "id": "items", "items": items}
    words = Vocabulary([WAYS, model.Catalogue.model_validate(catalogue)])
    pathway = area.pathway
    first = (pathway.events or ())[0].id
    known = tuple(
        model.pathway.Records(service=transition.to, event=first, items=tuple(need.item for need in transition.needs))
        for transition in pathway.transitions or ()
        if transition.needs
    )
    transitions = tuple(
        transition.model_copy(
            update={
                "needs": tuple(
                    need.model_copy(update={"current_within": Duration("PT5H" if number else "PT2H")})
                    for number, need in enumerate(transition.needs)
                )
            }
        )
        for transition in pathway.transitions or ()
    )
    pathway = pathway.model_copy(update={"records": (*(pathway.records or ()), *known), "transitions": transitions})
    return replace(area, vocabulary=words, pathway=pathway)


def asked(area: Area) -> list[Outcome]:
    """What becomes of the needs whose item changes and is there in time."""
    arrived = [outcome for outcome in area.outcomes if outcome.kept or outcome.news]
    return [outcome for outcome in arrived if outcome.need.fact.item in AUTHORITATIVE and outcome.need.current_within]


def due(played: Replay, outcome: Outcome) -> int:
    return played.at[outcome.need.event] + round(outcome.need.plus * 60)


@pytest.mark.untraced
@often
@given(areas().map(changing), st.data())
def test_what_is_kept_is_no_older_than_it_may_be_whenever_the_change_comes(area: Area, data: st.DataObject) -> None:
    """However quick each flow is, and whatever people do."""
    kept = [outcome for outcome in asked(area) if outcome.kept]
    assume(kept)
    pace = data.draw(paces(area), label="pace")
    at = data.draw(times(area), label="at")
    done = data.draw(all_choices(area), label="choices")
    played = replay(area, at, done, as_of, pace.__getitem__, promised=pace)
    for outcome in kept:
        need, desk = outcome.need, desk_of(outcome.need.fact)
        by, allowed = due(played, outcome), round((need.current_within or 0.0) * 60)
        for source in sources(area, need.fact.item):
            for change in (by - 3000, by - allowed - 15, by - allowed, by, by + 60, by + 3000):
                if source != desk:
                    news = spread_news(played, need.fact.item, change, source, pace.__getitem__)
                    heard = news.heard(desk, need.form)
                    assert heard is not None
                    assert heard <= max(by, change + allowed)


@pytest.mark.untraced
@often
@given(areas(most_events=3, following=False).map(changing))
def test_without_luck_the_worst_change_is_known_exactly_as_late_as_is_said(area: Area) -> None:
    """Over all ends of the windows, where what an event fires does not happen to pass the change on."""
    wanted = asked(area)
    assume(wanted)
    promised = tuple(legs(area))
    children = [replay(area, at, WORST, as_of, promised=promised) for at in corners(area)]
    assume(not lucky(children, promised))
    for outcome in wanted:
        need, desk = outcome.need, desk_of(outcome.need.fact)
        late = [
            _late(child, outcome, source)
            for child in children
            for source in sources(area, need.fact.item)
            if source != desk
        ]
        worst = max(late, default=-inf)
        assert (outcome.kept, outcome.news == "late") == (worst <= 0, 0 < worst < inf)
        assert not 0 < worst < inf or outcome.late_by * 60 == pytest.approx(worst)


def _late(child: Replay, outcome: Outcome, source: str) -> float:
    """By how many minutes too late a change is known that comes as long before a need as it may be unknown."""
    need = outcome.need
    by, item = due(child, outcome), need.fact.item
    unfired = replace(child, promised=tuple(_not_at_events(leg, item) for leg in child.promised))
    news = spread_news(unfired, item, by - round((need.current_within or 0.0) * 60), source)
    heard = news.heard(desk_of(need.fact), need.form)
    return inf if heard is None else heard - by


def _not_at_events(leg: Leg, item: str) -> Leg:
    if leg.event is None:
        return leg
    return replace(leg, cargo=tuple(cargo for cargo in leg.cargo if cargo.item != item))
