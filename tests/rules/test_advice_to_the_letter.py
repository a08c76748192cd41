"""What is advised for a gap of a small area, done to the letter, closes it, or it says that it is not enough."""

import pytest
import ryaml

from tests.rules.test_advice import Files, followed, found

PATHWAY = """
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: booking, title: Booking, window: {gestation: {from: P8W, to: P10W}}}
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: discharge, title: Discharge, window: {age: {from: P8D, to: P10D}}}
  - {id: visit, title: Visit, window: {age: {from: P20D, to: P24D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details, nhs-number]}
  - {service: midwifery, event: discharge, items: [feeding-status]}
  - {service: family, event: birth, items: [home-language]}
transitions:
  - {id: handover, title: To health visiting, to: health-visiting, NEEDS}
"""
AREA = """
sharecheck: area/1
id: x
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: visitors, service: health-visiting}
  - {id: gps, service: general-practice}
"""
PROTOCOL = "{sharecheck: protocol/1, id: p, status: in-force, flows: [FLOWS]}"
BIRTH = "at: visit, needs: [{item: birth-details, weight: important}]"
CODED = "at: visit, needs: [{item: birth-details, weight: important, form: structured}]"
LANGUAGE = "at: visit, needs: [{item: home-language, weight: important}]"
FEEDING = "at: visit, needs: [{item: feeding-status, weight: important}]"


def small(needs: str, *flows: str, area: str = AREA) -> Files:
    texts = {
        "pathway": PATHWAY.replace("NEEDS", needs),
        "area": area,
        "p": PROTOCOL.replace("FLOWS", ", ".join(flows)),
    }
    return {name: ryaml.loads(text) for name, text in texts.items()}


def help(files: Files) -> str:
    (finding,) = found(files)
    return finding.help or ""


def said(text: str, item: str = "birth-details", id: str = "f", way: str = "from: maternity, to: visitors") -> str:
    return f"{{id: {id}, {way}, {text}, items: [{item}]}}"


ASKED = "when: {on: change}, within: P1D, agreement: {ask: parent, if-refused: [birth-details]}"
CARRIED = "channel: parent-held-record, within: P5D"
LOOKED = "when: {on: access}, within: P5D, channel: parent-held-record"
SECOND = "fallback: {channel: system-message, within: P14D}"
FAX = "when: {on: change}, within: P1D, channel: fax"
ROUTE = "add to `f` a route that does not go through the parent, for example `fallback: {channel: system-message, "
ROUTE += "within: P14D}`"
AT_ONCE = "let `maternity` send `f` whenever it learns of it: `when: {on: change}`"
ON_PAPER = AREA.replace("midwifery}", "midwifery, system: {medium: paper}}")
STRUCTURED = "let `f` carry it as structured: `{item: birth-details, form: structured}`"
BY_MESSAGE = "by a channel that carries structured, for example `channel: system-message`"
BY_LETTER = said("when: {on: change}, within: P1D, channel: letter")
ELECTRONIC = "let `maternity` keep it in electronic records: `medium: electronic`"
TO_GPS, ON = said(FAX, id="g", way="from: maternity, to: gps"), said(FAX, id="h", way="from: gps, to: visitors")
SOON = "at: birth, plus: PT30M, needs: [{item: birth-details, weight: important}]"
TWICE = "when: [{event: booking}, {event: birth}], within: P1D"


@pytest.mark.parametrize(
    ("files", "advice"),
    [
        pytest.param(
            small(FEEDING, said(ASKED)),
            "agree a flow, for example `{id: feeding-status-to-visitors, from: maternity, to: visitors, "
            "when: {on: change}, within: P5D, items: [feeding-status]}`",
            id="the parent may refuse what is not exempt",
        ),
        pytest.param(
            small(
                BIRTH,
                said("when: {on: change}, within: P2D, matched-by: [[nhs-number]]"),
                said(ASKED.replace("[birth-details]", "[feeding-status]"), "feeding-status", id="a"),
                said("when: {on: change}, within: P2D", "feeding-status", id="b"),
            ),
            "add `nhs-number` to the items of `b` in `p`, which brings it in time",
            id="the parent may refuse an identifier",
        ),
        pytest.param(
            small(
                BIRTH, said("when: {on: change}, within: P2D, agreement: {ask: parent}"), said(FAX, "growth", id="b")
            ),
            "add `birth-details` to the items of `b` in `p`, which goes there in time",
            id="one more item on a flow that nobody can refuse is less than a refusal that counts for nothing",
        ),
        pytest.param(small(BIRTH, said(CARRIED)), f"{ROUTE}; and {AT_ONCE}", id="nothing sets it off"),
        pytest.param(small(BIRTH, said(LOOKED)), f"{AT_ONCE}; and {ROUTE}", id="nobody looks"),
        pytest.param(small(BIRTH, said(f"{LOOKED}, {SECOND}")), AT_ONCE, id="nobody looks on either route"),
        pytest.param(
            small(BIRTH, said("when: {on: access}, channel: shared-record")),
            f"{AT_ONCE} and `within: P14D`; and let the recipient of `f` confirm that it has looked: "
            "`receipt: {acknowledged: true}`",
            id="nobody looks where it is put",
        ),
        pytest.param(
            small(CODED, said(FAX, "{item: birth-details, form: free-text}")),
            f"{STRUCTURED}; and send `f` {BY_MESSAGE}",
            id="a channel caps the form that is said",
        ),
        pytest.param(small(CODED, TO_GPS, ON), f"send `g` {BY_MESSAGE}; and send `h` {BY_MESSAGE}", id="two bad steps"),
        pytest.param(small(CODED, BY_LETTER, area=ON_PAPER), f"{ELECTRONIC}; and send `f` {BY_MESSAGE}", id="paper"),
        pytest.param(
            small(SOON, said("when: {event: birth}, within: PT45M")),
            "shorten `f`: `within: PT30M` would be in time",
            id="minutes",
        ),
        pytest.param(
            small(SOON, said("when: {every: P1D}, within: PT5M")),
            AT_ONCE,
            id="minutes in batches",
        ),
        pytest.param(
            small(FEEDING, said(TWICE, "feeding-status")),
            "let `maternity` send `f` again when it learns more: `when: [{event: booking}, {event: birth}, "
            "{on: change}]`",
            id="sent twice too early",
        ),
    ],
)
def test_it_is_typed_and_nothing_is_left_to_mend(files: Files, advice: str) -> None:
    assert help(files) == advice
    after = followed(files, advice)
    assert after is not None
    assert found(after) == []


@pytest.mark.parametrize(
    "flows", [(), (said("when: {on: change}, within: P1D", "home-language", way="from: parent, to: visitors"),)]
)
def test_no_flow_is_advised_that_hangs_on_the_parent(flows: tuple[str, ...]) -> None:
    """A flow from the parent was advised and then found to hang on the parent, with nothing to say what else to do."""
    assert help(small(LANGUAGE, *(flows or (said("when: {on: change}, within: P1D"),)))) == (
        "agree who asks the parent and writes it down, at the latest at `discharge` "
        "(`records: [{event: discharge, items: [home-language]}]` under that party), and a flow from there "
        "to `visitors`"
    )


@pytest.mark.parametrize(
    ("when", "sent"),
    [
        ("{event: booking}", "once, at `booking`"),
        ("[{event: booking}, {event: birth}]", "only at `booking` and `birth`"),
    ],
)
def test_what_is_sent_too_early_is_told_with_all_its_events(when: str, sent: str) -> None:
    (finding,) = found(small(FEEDING, said(f"when: {when}, within: P1D", "feeding-status")))
    assert finding.message.startswith(f"`f` is sent {sent}, when `maternity` may not know `feeding-status` yet")


def test_a_better_form_alone_is_said_not_to_be_enough_when_it_is_not() -> None:
    (finding,) = found(small(CODED, said("when: {event: birth}, within: P40D, channel: letter")))
    assert (finding.message.partition(" only ")[2], finding.help) == (
        "as paper, and up to 20 days late; needed is structured",
        f"send `f` {BY_MESSAGE}; and more quickly",
    )


def test_minutes_are_told() -> None:
    (finding,) = found(small(SOON, said("when: {event: birth}, within: PT45M")))
    assert finding.message == (
        "`birth-details` reaches `visitors` up to 15 minutes too late for 30 minutes after `birth`"
    )
