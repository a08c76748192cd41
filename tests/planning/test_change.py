"""What becomes of the same needs twice."""

from sharecheck.network import Fact, Need, Outcome
from sharecheck.planning import NeedChange, changes
from sharecheck.planning.change import Key

NEED = Need("handover", Fact("visitors", "growth"), "visit")
KEY = Key("handover", "visitors", "growth", "paper")
KEPT, LATE, LATER = Outcome(NEED, "kept"), Outcome(NEED, "late", 24.0), Outcome(NEED, "late", 48.0)


def told(before: Outcome | None, after: Outcome | None) -> tuple[bool, bool, bool]:
    change = NeedChange(KEY, before, after)
    return change.lost, change.won, change.same


def test_a_need_is_lost_when_it_was_kept_and_is_kept_no_more() -> None:
    assert told(KEPT, LATE) == (True, False, False)


def test_a_need_is_won_when_it_was_not_kept_and_then_is() -> None:
    assert told(LATE, KEPT) == (False, True, False)


def test_a_need_that_is_missed_by_more_is_neither_lost_nor_the_same() -> None:
    assert told(LATE, LATER) == (False, False, False)
    assert told(LATE, LATE) == (False, False, True)


def test_what_is_not_known_on_either_side_is_the_same() -> None:
    """What would have to be so for it to arrive may have changed; nobody knows whether it is so."""
    one, other = Outcome(NEED, "undated", unknown=True), Outcome(NEED, "not-shared", unknown=True)
    assert told(one, other) == (False, False, True)
    assert told(LATE, other) == (False, False, False)


def test_a_need_that_nobody_asks_for_any_more_is_not_lost_and_a_new_one_not_won() -> None:
    assert told(KEPT, None) == (False, False, False)
    assert told(None, KEPT) == (False, False, False)


def test_a_need_that_can_no_longer_be_known_to_be_kept_is_lost() -> None:
    assert told(KEPT, Outcome(NEED, "not-shared", unknown=True)) == (True, False, False)


def test_needs_are_paired_by_transition_party_item_and_form_those_from_before_first() -> None:
    coded = Outcome(Need("handover", Fact("visitors", "growth"), "visit", form="coded"), "kept")
    other = Outcome(Need("handover", Fact("gps", "growth"), "visit"), "kept")
    assert list(changes([KEPT, coded], [other, LATE])) == [
        NeedChange(KEY, KEPT, LATE),
        NeedChange(Key("handover", "visitors", "growth", "coded"), coded, None),
        NeedChange(Key("handover", "gps", "growth", "paper"), None, other),
    ]


def test_a_need_that_is_asked_at_another_event_is_still_the_same_need() -> None:
    moved = Outcome(Need("handover", Fact("visitors", "growth"), "birth"), "kept")
    assert [change.won for change in changes([LATE], [moved])] == [True]
