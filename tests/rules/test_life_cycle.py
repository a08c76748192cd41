"""Life cycle, retention and rights: cases near to those of the pages."""

from datetime import date

import pytest

from sharecheck.rules.life_cycle.draft_that_should_have_begun import draft_that_should_have_begun
from sharecheck.rules.life_cycle.promise_that_was_dropped import promise_that_was_dropped
from sharecheck.rules.life_cycle.review_far_away import review_far_away
from sharecheck.rules.life_cycle.review_missing_or_overdue import review_missing_or_overdue
from sharecheck.rules.life_cycle.two_promises_of_one_thing import two_promises_of_one_thing
from sharecheck.rules.retention.no_retention_period import no_retention_period
from sharecheck.rules.rights.no_privacy_notice import no_privacy_notice
from tests.rules.examples import FRAGMENT, workspace

FLOWS = "flows: [{id: birth, from: maternity, to: hv, items: [birth-details]}]\n"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("review: 2026-11-22", []),
        ("review: 2026-11-21", ["`example` was due for review 1 day ago"]),
        ("review: 2025-11-22", ["`example` was due for review 12 months ago"]),
        ("status: draft\nreview: 2025-11-22", []),
        (
            "status: in-force\nexpires: 2026-11-21",
            ["`example` says that it is in force, and that it ran out on 2026-11-21"],
        ),
        ("expires: 2026-11-21", []),
        ("status: draft", ["`example` has no day of review"]),
        (
            "encoded-from: {title: A protocol, read: opening}\nreview: 2026-11-21",
            ["`example` was due for review 1 day ago"],
        ),
    ],
)
def test_a_review_is_due_on_its_day_and_overdue_on_the_next(keys: str, said: list[str]) -> None:
    found = review_missing_or_overdue.check(workspace(f"{FRAGMENT}{keys}\nflows: []\n", as_of=date(2026, 11, 22)))
    assert [one.message for one in found] == said


@pytest.mark.parametrize(
    ("retention", "routes"),
    [
        ("{trigger: birth}", [("governance", "retention")]),
        ("{schedule: the code}", []),
        ("[{party: hv, period: P25Y}, {party: nursery}]", [("governance", "retention", 1)]),
        ("[]", [("id",)]),
    ],
)
def test_each_who_keeps_something_says_how_long(retention: str, routes: list[tuple[str | int, ...]]) -> None:
    text = f"{FRAGMENT}{FLOWS}governance: {{retention: {retention}}}\n"
    assert [one.place.route for one in no_retention_period.check(workspace(text))] == routes


def test_counts_without_personal_data_need_neither_period_nor_notice() -> None:
    counts = FRAGMENT + "flows: [{id: births, from: maternity, to: council, when: {every: P1M}, aggregate: true}]\n"
    assert list(no_retention_period.check(workspace(counts))) == []
    assert list(no_privacy_notice.check(workspace(counts))) == []


OLD = """\
# the version before
sharecheck: protocol/1
id: hearing
status: withdrawn
effective: %s
flows:
  - {id: result, from: audiology, to: [gp, hv], when: {event: birth}, within: P2D, items: [newborn-hearing, growth]}
"""
NEW = """\
sharecheck: protocol/1
id: hearing
status: in-force
flows:
  - {id: result, from: audiology, to: gp, when: {event: birth}, within: %s, items: [newborn-hearing, growth]}
"""
AREA = (
    "sharecheck: area/1\nid: a\nnation: england\nprotocols: partial\nparties: [{id: gp, service: general-practice}]\n"
)


def test_what_a_new_version_no_longer_promises_is_told_with_who_no_longer_gets_it() -> None:
    found = list(promise_that_was_dropped.check(workspace(AREA, OLD % "2023-04-01", NEW % "P3D")))
    assert [one.message for one in found] == [
        "`newborn-hearing` no longer goes to `hv`; the version before brought it by `result`",
        "`growth` no longer goes to `hv`; the version before brought it by `result`",
        "`result` may take 3 days; in the version before it was 2 days",
    ]


def test_only_the_last_version_before_counts_and_a_shorter_limit_is_no_loss() -> None:
    older = (OLD % "2020-04-01").replace("the version before", "an older one").replace("P2D", "PT2H")
    last = (OLD % "2023-04-01").replace("[gp, hv]", "gp")
    assert list(promise_that_was_dropped.check(workspace(AREA, last, older, NEW % "P1D"))) == []


def test_a_draft_and_another_channel_make_another_promise() -> None:
    first = (NEW % "P1D").replace("id: hearing", "id: first")
    for change, count in (("", 1), ("within: P2D, channel: letter", 0)):
        second = NEW % "P2D"
        second = second.replace("within: P2D", change) if change else second
        assert len(list(two_promises_of_one_thing.check(workspace(AREA, first, second)))) == count
    draft = (NEW % "P2D").replace("in-force", "draft")
    assert list(two_promises_of_one_thing.check(workspace(AREA, first, draft))) == []


@pytest.mark.parametrize(("review", "count"), [("2028-11-22", 0), ("2028-11-23", 1)])
def test_two_years_are_counted_from_today_or_from_the_first_day(review: str, count: int) -> None:
    text = f"{FRAGMENT}effective: 2020-04-01\nreview: {review}\nflows: []\n"
    assert len(list(review_far_away.check(workspace(text)))) == count


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 31), 0), (date(2026, 4, 1), 1)])
def test_a_draft_should_have_begun_on_its_first_day(day: date, count: int) -> None:
    text = f"{FRAGMENT}status: draft\neffective: 2026-04-01\nflows: []\n"
    assert len(list(draft_that_should_have_begun.check(workspace(text, as_of=day)))) == count


def test_the_newer_of_two_promises_is_told_in_whatever_order_the_files_come() -> None:
    flow = "{id: %s, from: maternity, to: hv, when: {event: birth}, within: %s, items: [birth-details]}"
    old = f"sharecheck: protocol/1\nid: z-old\neffective: 2019-01-01\nflows: [{flow % ('notice', 'P2D')}]\n"
    new = f"sharecheck: protocol/1\nid: a-new\neffective: 2026-01-01\nflows: [{flow % ('summary', 'P9D')}]\n"
    area = "sharecheck: area/1\nid: northshire\nnation: england\nprotocols: partial\nparties: []\n"
    for texts in ((area, old, new), (area, new, old)):
        assert [one.message for one in two_promises_of_one_thing.check(workspace(*texts))] == [
            "`summary` may take 9 days, and `notice` of `z-old` promises the same in 2 days"
        ]


def test_the_version_before_is_the_highest_one_and_not_the_last_in_the_alphabet() -> None:
    ninth = (OLD % "2023-04-01").replace("effective: 2023-04-01", 'version: "2.9"').replace("[gp, hv]", "gp")
    tenth = ninth.replace("the version before", "the tenth").replace("2.9", "2.10").replace("P2D", "P5D")
    assert list(promise_that_was_dropped.check(workspace(AREA, ninth, tenth, NEW % "P5D"))) == []


@pytest.mark.parametrize(
    ("expires", "effective", "count"),
    [("2027-03-31", "2027-04-01", 0), ("2027-04-01", "2027-04-01", 1), ("2025-03-31", "2019-04-01", 1)],
)
def test_two_agreements_promise_one_thing_only_where_they_are_in_force_on_one_day(
    expires: str, effective: str, count: int
) -> None:
    first = (NEW % "P1D").replace("id: hearing", f"id: first\nexpires: {expires}")
    second = (NEW % "P2D").replace("id: hearing", f"id: second\neffective: {effective}")
    for texts in ((first, second), (second, first)):
        assert len(list(two_promises_of_one_thing.check(workspace(AREA, *texts)))) == count


def test_each_promise_is_held_against_all_before_it() -> None:
    undated = (NEW % "P1D").replace("within: P1D, ", "").replace("id: hearing", "id: first")
    second = (NEW % "P1D").replace("id: hearing", "id: second")
    assert [one.about for one in two_promises_of_one_thing.check(workspace(AREA, undated, second, NEW % "P2D"))] == [
        ("result", "hearing", "result")
    ]
