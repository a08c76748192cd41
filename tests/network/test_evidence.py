"""What counts for a need: what was made on its occasion, and what was there before its event began."""

from sharecheck.network import NeedClassifier, Outcome, build
from tests.network.given import local

SUMMARY = """
parties:
  - {id: hv, service: health-visiting}
  - {id: setting, service: early-years-setting}
events:
  - {id: six-weeks, window: {age: {from: P6W, to: P8W}}}
  - {id: two-years, window: {age: {from: P24M, to: P30M}}, applies-to: EVERYONE}
records:
  - {service: health-visiting, event: six-weeks, items: [summary]}
  - {service: health-visiting, event: two-years, items: [summary]}
transitions:
  - {id: told, to: early-years-setting, at: two-years, plus: P14D, needs: [{item: summary, weight: critical, NEED}]}
flows:
  - {id: letter, from: hv, to: setting, when: WHEN, within: P5D, channel: post, items: [summary]}
"""


def outcome(text: str) -> Outcome:
    (found,) = NeedClassifier(build(local(text.replace("applies-to: EVERYONE", "")))).outcomes()
    return found


def summary(need: str, when: str) -> str:
    return SUMMARY.replace("NEED", need).replace("WHEN", when)


def test_a_summary_of_an_earlier_review_is_not_that_of_this_one() -> None:
    letter_of_six_weeks = "{event: six-weeks}"
    assert outcome(summary("of: two-years", letter_of_six_weeks)).kind == "mistimed"
    assert outcome(summary("form: paper", letter_of_six_weeks)).kind == "kept"


def test_a_letter_of_the_review_brings_the_summary_of_the_review() -> None:
    assert [outcome(summary("of: two-years", when)).kind for when in ("{event: two-years}", "{on: change}")] == [
        "kept",
        "kept",
    ]


def test_who_is_told_at_each_event_learns_of_both_occasions() -> None:
    both = "[{event: six-weeks}, {event: two-years}]"
    assert [outcome(summary(f"of: {event}", both)).kind for event in ("six-weeks", "two-years")] == ["kept", "kept"]


def test_what_nobody_makes_at_that_event_is_not_recorded() -> None:
    text = summary("of: two-years", "{on: change}").replace(
        "event: two-years, items: [summary]", "event: two-years, items: [growth]"
    )
    assert outcome(text).kind == "not-recorded"


def test_an_occasion_is_asked_of_those_only_to_whom_it_happens() -> None:
    """A child without a plan has no review of it: nothing is lost of that child."""
    text = summary("of: two-years", "{on: change}").replace("applies-to: EVERYONE", "applies-to: [some]")
    text = text.replace("at: two-years, plus: P14D", "at: start").replace(
        "records:\n", "  - {id: start, window: {age: {from: P4Y, to: P5Y}}}\nrecords:\n"
    )
    found = NeedClassifier(build(local(text))).outcomes()
    assert [(each.kind, sorted(map(sorted, each.need.groups))) for each in found] == [("kept", [["some"]])]


def test_an_occasion_that_no_event_describes_is_left_out() -> None:
    assert (
        NeedClassifier(
            build(local(summary("of: nowhere", "{on: change}").replace("applies-to: EVERYONE", "")))
        ).outcomes()
        == ()
    )


VISIT = """
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting, records: OWN}
events:
  - {id: birth, window: {age: {from: P0D, to: P0D}}}
  - {id: discharge, window: {age: {from: P8D, to: P12D}}}
  - {id: visit, window: {age: {from: P10D, to: P14D}}}
  - {id: after-visit, window: {after: visit, from: P0D, to: P0D}}
records:
  - {service: health-visiting, event: visit, items: [feeding]}
  - {service: midwifery, event: birth, items: [household]}
transitions:
  - {id: told, to: health-visiting, at: visit, needs: [{item: household, weight: critical, NEED}]}
flows:
  - {id: notice, from: maternity, to: hv, when: WHEN, within: WITHIN, channel: post, items: [household]}
"""


def visit(own: str = "[]", when: str = "{event: birth}", within: str = "P5D", need: str = "form: paper") -> Outcome:
    text = VISIT.replace("OWN", own).replace("WHEN", when).replace("WITHIN", within).replace("NEED", need)
    return outcome(text)


def test_what_was_sent_before_the_visit_is_in_hand() -> None:
    assert visit().kind == "kept"


def test_what_is_sent_at_the_visit_itself_is_too_late() -> None:
    found = visit(when="{event: visit}", within="P0D")
    assert (found.kind, found.late_by, found.blame) == ("late", 0.0, 1)
    assert visit(when="{event: visit}", within="P0D", need="in-hand: false").kind == "kept"


def test_what_is_written_down_at_the_visit_was_not_in_hand() -> None:
    """Who finds it out at the door has not been told: the kind is that of what others bring."""
    own = "[{event: visit, items: [household]}]"
    assert visit(own).kind == "kept"
    assert visit(own, within="P30D").kind == "late"
    assert visit(own, when="{event: nowhere}").kind == "not-shared"
    assert visit(own, when="{event: nowhere}", need="in-hand: false").kind == "kept"


def test_who_is_not_at_the_event_needs_nothing_in_hand() -> None:
    """A school that is told on the first day has the day."""
    text = VISIT.replace("event: visit, items: [feeding]", "event: birth, items: [feeding]")
    text = (
        text.replace("OWN", "[]")
        .replace("WHEN", "{event: visit}")
        .replace("WITHIN", "P0D")
        .replace("NEED", "form: paper")
    )
    assert outcome(text).kind == "kept"
    assert outcome(text.replace("form: paper", "in-hand: true")).kind == "late"


def test_who_has_some_time_left_needs_nothing_in_hand() -> None:
    text = VISIT.replace("at: visit,", "at: visit, plus: P1D,")
    text = (
        text.replace("OWN", "[]")
        .replace("WHEN", "{event: visit}")
        .replace("WITHIN", "P0D")
        .replace("NEED", "form: paper")
    )
    assert outcome(text).kind == "kept"
