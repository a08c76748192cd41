"""The days of birth on which something changes in a small area, one by one."""

from datetime import date

import pytest

from sharecheck.planning.cliffs import Cliffs, cliffs
from tests.planning.given import PROTOCOL, area
from tests.rules.examples import TODAY


def told(found: Cliffs) -> list[tuple[str, str, bool, str]]:
    """Item, first day of birth, whether it is kept then, and why."""
    return [
        (one.need.fact.item, str(one.born), one.kept, " ".join(f"{gate.why} {gate.name}" for gate in one.gates))
        for one in found.cliffs
    ]


def of(old: str = "", new: str = "", until: date | None = None, as_of: date = TODAY) -> Cliffs:
    """The cliffs of the small area with one thing written otherwise."""
    assert old in PROTOCOL
    return cliffs(area(protocol=PROTOCOL.replace(old, new), as_of=as_of), until)


def test_funding_ends_for_who_is_visited_after_its_last_day() -> None:
    """The visitor learns it 14 days after birth at the latest; the last day is 31 March 2028."""
    assert told(of()) == [("feeding-status", "2028-03-18", False, "funding pilot")]


def test_a_flow_that_an_event_fires_must_be_in_force_on_every_day_of_its_window() -> None:
    """8 to 10 days after birth."""
    begins, ends = "id: births\neffective: 2026-12-11", "id: births\nexpires: 2027-01-10"
    assert ("birth-details", "2026-12-03", True, "begins births") in told(of("id: births", begins))
    assert ("birth-details", "2027-01-01", False, "expires births") in told(of("id: births", ends))


def test_at_birth_the_day_of_birth_counts() -> None:
    begins, ends = "id: births\neffective: 2026-12-11", "id: births\nexpires: 2027-01-10"
    assert ("nhs-number", "2026-12-11", True, "begins births") in told(of("id: births", begins))
    assert ("nhs-number", "2027-01-11", False, "expires births") in told(of("id: births", ends))


def test_some_hours_after_birth_can_be_the_next_day() -> None:
    hours = "id: births\nexpires: 2027-01-10"
    shifted = PROTOCOL.replace("id: births", hours).replace("when: {event: discharge}", "when: {every: PT1H}")
    assert ("birth-details", "2027-01-10", False, "expires births") in told(cliffs(area(protocol=shifted)))


def test_a_batch_can_go_as_late_as_a_period_after_it_is_known() -> None:
    """14 days until it is known at the latest, and 31 until the next batch."""
    found = of("when: {on: change}\n    within: P5D", "when: {every: P1M}\n    within: P5D")
    assert told(found) == [("feeding-status", "2028-02-16", False, "funding pilot")]


def test_what_is_known_before_an_agreement_begins_is_no_change_after_it() -> None:
    """12 days after birth at the earliest it is known."""
    found = of("id: births", "id: births\neffective: 2026-12-13")
    assert ("feeding-status", "2026-12-01", True, "begins births") in told(found)


def test_what_begins_can_end() -> None:
    found = of("id: births", "id: births\neffective: 2026-12-13\nexpires: 2027-06-30")
    days = [(one.born, one.until, one.kept) for one in found.cliffs if one.need.fact.item == "birth-details"]
    assert days == [(date(2026, 12, 5), date(2027, 6, 20), True), (date(2027, 6, 21), None, False)]


def test_what_is_not_in_force_for_as_long_as_a_child_needs_it_is_kept_for_none() -> None:
    """In force today, from which `check` concludes that it is kept; but not on three days together."""
    found = of("id: births", "id: births\neffective: 2026-11-21\nexpires: 2026-11-22")
    assert sorted(need.fact.item for need in found.never) == ["birth-details", "feeding-status"]


def test_a_flow_of_another_gate_can_still_carry_it() -> None:
    text = PROTOCOL + PROTOCOL[PROTOCOL.index("  - id: feeding") :].replace("id: feeding", "id: again").replace(
        "    funded-by: pilot\n", ""
    )
    assert told(cliffs(area(protocol=text))) == []


def test_children_whose_turn_is_over_are_left_out() -> None:
    """The money has ended years ago: whoever lost it has started long since."""
    assert told(of(as_of=date(2032, 1, 1))) == []


def test_only_days_of_birth_that_are_asked_for() -> None:
    assert told(of(until=date(2028, 3, 17))) == []
    assert len(told(of(until=date(2028, 3, 18)))) == 1


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_dates_at_the_end_of_the_calendar_are_dates(day: str) -> None:
    for key in ("effective", "expires"):
        assert isinstance(told(of("id: births", f"id: births\n{key}: {day}")), list)
    for as_of in (date.min, date.max):
        assert isinstance(told(of(as_of=as_of)), list)


def test_a_draft_stays_closed_for_all() -> None:
    assert told(of("id: births", "id: births\nstatus: draft")) == []
