"""Which event always comes before which, and what may be relied on for it."""

import pytest
from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.model.base import DAY
from sharecheck.network import Moment, NeedClassifier, build
from sharecheck.network.order import sorted_out, timeline
from sharecheck.network.timeline import windows
from tests.network.given import local, pathway

CHECKED = """
parties:
  - {id: setting, service: early-years-setting}
  - {id: hv, service: health-visiting}
  - {id: gp, service: general-practice}
events:
  - {id: check, window: {age: {from: P24M, to: P36M}}}
  - {id: review, window: {age: {from: P24M, to: P30M}}}
  - {id: school, window: {age: {from: P32M, to: P34M}}}
ORDER
records:
  - {service: early-years-setting, event: check, items: [check-summary]}
transitions:
  - {id: told, to: health-visiting, at: review, needs: [{item: check-summary, weight: critical}]}
  - {id: ready, to: general-practice, at: school, needs: [{item: check-summary, weight: critical}]}
flows:
  - {id: handed, from: setting, to: hv, when: {on: change}, within: P0D, channel: wire, items: [check-summary]}
  - {id: passed-on, from: hv, to: gp, when: {event: review}, within: P5D, channel: wire, items: [check-summary]}
"""


def kinds(order: str) -> list[str]:
    return [outcome.kind for outcome in NeedClassifier(build(local(CHECKED.replace("ORDER", order)))).outcomes()]


def test_a_check_that_may_come_after_the_review_cannot_be_relied_on_at_the_review() -> None:
    assert kinds("") == ["late", "mistimed"]


def test_a_check_that_always_comes_first_is_known_at_the_review_and_goes_out_with_it() -> None:
    assert kinds("order: [{first: check, then: review}]") == ["kept", "kept"]


def test_who_takes_two_weeks_needs_a_check_that_comes_two_weeks_before() -> None:
    slow = CHECKED.replace("within: P0D", "within: P14D")
    found = {
        apart: [
            outcome.kind
            for outcome in NeedClassifier(
                build(local(slow.replace("ORDER", f"order: [{{first: check, then: review, apart: {apart}}}]")))
            ).outcomes()
        ]
        for apart in ("P0D", "P14D", "P20D")
    }
    assert found == {"P0D": ["late", "mistimed"], "P14D": ["kept", "kept"], "P20D": ["kept", "kept"]}


def moments(text: str) -> dict[str, Moment]:
    found = pathway(loads(text))
    return dict(timeline(found.events or (), found.order or ()))


def test_what_comes_before_what_comes_before_comes_before() -> None:
    """And a window that follows an event is an order, too; the ages that an order leaves out do not happen."""
    assert moments("""
        events:
          - {id: a, window: {age: {from: P0D, to: P10D}}}
          - {id: b, window: {age: {from: P0D, to: P20D}}}
          - {id: c, window: {after: b, from: P3D, to: P5D}}
        order: [{first: a, then: b, apart: P2D}]
    """) == {
        "a": Moment("a", 0, 10 * DAY),
        "b": Moment("b", 2 * DAY, 20 * DAY, earlier={"a": 2 * DAY}),
        "c": Moment("c", 5 * DAY, 25 * DAY, earlier={"b": 3 * DAY, "a": 5 * DAY}),
    }


def test_what_happens_to_some_children_tells_no_order_for_the_others() -> None:
    found = moments("""
        events:
          - {id: a, window: {age: {from: P0D, to: P10D}}}
          - {id: some, window: {age: {from: P0D, to: P8D}}, applies-to: [sen]}
          - {id: c, window: {age: {from: P0D, to: P10D}}}
        order: [{first: a, then: some}, {first: some, then: c}]
    """)
    assert {id: (one.end / DAY, one.earlier) for id, one in found.items()} == {
        "a": (10, {}),
        "some": (8, {"a": 0}),
        "c": (10, {"some": 0}),
    }


EVENTS = """
  - {id: early, window: {age: {from: P24M, to: P30M}}}
  - {id: late, window: {age: {from: P30M, to: P36M}}}
  - {id: after-early, window: {after: early, from: P1D, to: P3D}}
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: born, window: {after: birth, from: P0D, to: P0D}}
"""


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        ("{first: early, then: late}", None),
        ("{first: birth, then: born}", None),  # both are one instant anyway
        ("{first: late, then: early}", "instant"),
        ("{first: late, then: early, apart: P1D}", "forbidden"),
        ("{first: early, then: late, apart: P13M}", "forbidden"),
        ("{first: early, then: early}", "circle"),
        ("{first: after-early, then: early}", "circle"),
        ("{first: early, then: after-early, apart: P2D}", None),
        ("{first: early, then: after-early, apart: P3D}", "instant"),
        ("{first: early, then: after-early, apart: P4D}", "forbidden"),
    ],
)
def test_an_order_that_leaves_no_room_is_not_used(order: str, fault: str | None) -> None:
    found = pathway(loads(f"events:{EVENTS}\norder: [{order}]"))
    known = {event.id: event for event in found.events or ()}
    told = sorted_out(known, windows(known.values()), found.order or ())
    assert [why for _, why in told.refused] == ([] if fault is None else [fault])
    assert len(told.held) == (fault is None)


def test_of_two_orders_in_a_circle_the_first_holds() -> None:
    found = moments("""
        events:
          - {id: a, window: {age: {from: P0D, to: P10D}}}
          - {id: b, window: {age: {from: P0D, to: P10D}}}
        order: [{first: a, then: b}, {first: b, then: a}]
    """)
    assert {id: one.earlier for id, one in found.items()} == {"a": {}, "b": {"a": 0}}


def test_orders_that_fit_one_by_one_may_leave_no_room_together() -> None:
    found = moments("""
        events:
          - {id: a, window: {age: {from: P0D, to: P10D}}}
          - {id: b, window: {age: {from: P0D, to: P10D}}}
          - {id: c, window: {age: {from: P0D, to: P10D}}}
        order: [{first: a, then: b, apart: P6D}, {first: b, then: c, apart: P6D}]
    """)
    assert {id: one.earlier for id, one in found.items()} == {"a": {}, "b": {"a": 6 * DAY}, "c": {}}
