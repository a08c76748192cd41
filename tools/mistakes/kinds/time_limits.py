"""How soon something is sent, and on what day an agreement holds."""

from tools.mistakes.mistake import GONE, LOST, Site, mistake
from tools.mistakes.tree import block, blocks, drop, entries, item, swap, text, tree

from sharecheck.model.base import Duration, many
from sharecheck.model.calendar import days_later
from sharecheck.workspace import Flow

QUICK = "what a child's safety hangs on has no quick route left"


@mistake("flow", "TIM01", GAP=LOST, TIM=QUICK)
def limit_forgotten(site: Site) -> bool:
    """A flow does not say how long it may take."""
    return drop(site.here, "within")


@mistake("needed", "GAP01", GAP=LOST)
def limit_of_a_quarter(site: Site) -> bool:
    """A limit of days becomes one of months: `P90D`."""
    return _dependent(site) and swap(site.here, "within", "P90D")


@mistake("flow", "TIM02", GAP=LOST)
def birth_notified_in_a_week(site: Site) -> bool:
    """The notice of a birth may take a week."""
    powers = {power for basis, _ in site.flow.bases for power in basis.powers or ()} if site.flow else set()
    return bool(powers & {"nhsa-269", "nhswa-200"}) and swap(site.here, "within", "P7D")


@mistake("needed", "GAP01", **GONE)
def batch_once_a_quarter(site: Site) -> bool:
    """What was sent at an event goes in a list once a quarter."""
    return _dependent(site) and _soon(site) and swap(site.here, "when", {"every": "P3M"})


@mistake("needed", "GAP04", **GONE)
def only_on_request(site: Site) -> bool:
    """What was sent of its own accord is sent when somebody asks."""
    return _dependent(site) and swap(site.here, "when", {"on": "request"})


@mistake("needed", "GAP04", **GONE)
def only_where_somebody_looks(site: Site) -> bool:
    """What was sent is put where the recipient can look it up."""
    return _dependent(site) and swap(site.here, "when", {"on": "access"})


@mistake(
    "needed",
    "GAP06",
    GAP=LOST,
    IDM03="what it is filed by is not there yet either",
    FBK06="sent so early it hands nobody over",
)
def sent_before_it_is_known(site: Site) -> bool:
    """A flow is sent at booking, when its sender does not know yet what it is to carry."""
    flow = site.flow
    early = {"booking"} if flow else set()
    if flow is None or not _dependent(site) or any(when.event is None or when.event in early for when in flow.when):
        return False
    senders = {party.id for party in flow.senders}
    moments = site.area.network.moments
    wanted = {need.fact.item for need in site.needs} & {carried.id for carried in flow.items}
    late = [
        recording
        for recording in site.area.network.recordings
        if recording.fact.party in senders
        and recording.fact.item in wanted
        and recording.event in moments
        and moments[recording.event].start > 0
    ]
    told = {need.fact.item for need in site.needs}
    if {one.fact.item for one in late} != told or not late:
        return False
    return swap(site.here, "when", {"event": "booking"})


@mistake("protocol", "LIF01", LIF="other dates that are asked of it")
def review_forgotten(site: Site) -> bool:
    """Nobody says when the protocol is looked at again."""
    return drop(site.here, "review")


@mistake("protocol", "LIF01", LIF="other dates of the same life")
def review_overdue(site: Site) -> bool:
    """The day of review passes, and nobody notices."""
    return swap(site.here, "review", str(days_later(site.area.as_of, -30)))


@mistake("protocol", "LIF01", LIF="other dates of the same life", **GONE)
def agreement_ran_out(site: Site) -> bool:
    """The agreement ended last month, and is still sent by."""
    site.here["expires"] = str(days_later(site.area.as_of, -30))
    return True


@mistake("protocol", "GAP05", LIF05="its first day has passed", **GONE)
def still_a_draft(site: Site) -> bool:
    """A protocol that everybody works by is still a draft."""
    return swap(site.here, "status", "draft")


@mistake("protocol", "GAP05", **GONE)
def in_force_next_year(site: Site) -> bool:
    """A protocol is in force from a day that is still to come."""
    return swap(site.here, "effective", str(days_later(site.area.as_of, 200)))


def _dependent(site: Site) -> bool:
    """Whether the flow itself carries something that is needed and comes in no other way."""
    if site.flow is None or site.flow.shape.fallback or not site.flow.between_services:
        return False
    to = {party.id for party in site.flow.recipients}
    carried = {one.id for one in site.flow.items}
    return any(need.fact.party in to and need.fact.item in carried for need in site.needs)


def _soon(site: Site) -> bool:
    """Whether what the sender learns at the event that sets the flow off is needed within a quarter of it."""
    flow, moments = site.flow, site.area.network.moments
    events = {when.event for when in flow.when} if flow else set()
    senders = {party.id for party in flow.senders} if flow else set()
    learned = {
        (recording.fact.party, recording.fact.item): recording.event
        for recording in site.area.network.recordings
        if recording.fact.party in senders
    }
    for need in site.needs:
        known = {event for (_, item), event in learned.items() if item == need.fact.item}
        if known and known <= events:
            quarter_later = min(moments[event].end for event in known) + 92 * 24
            if moments[need.event].start + need.plus < quarter_later:
                return True
    return False


@mistake("protocol", "LIF02", LIF="other dates of the same life")
def review_before_it_begins(site: Site) -> bool:
    """The review is set for the year before the first day."""
    first = days_later(site.area.as_of, -800)
    return "effective" in site.here and swap(site.here, "review", str(first))


@mistake("protocol", "LIF07", FUN01="the money ends before it")
def review_in_five_years(site: Site) -> bool:
    """The next review is five years away."""
    return swap(site.here, "review", str(days_later(site.area.as_of, 1826)))


@mistake("flow", "TIM07", GAP=LOST)
def result_after_its_standard(site: Site) -> bool:
    """A blood spot result may take ten days from the laboratory, and the standard says 17 days of age."""
    laboratory = any("newborn-screening" in many(party.service) for party in site.flow.senders) if site.flow else False
    blood = laboratory and "blood-spot-results" in site.carried
    return site.area.nation == "england" and blood and swap(site.here, "within", "P10D")


@mistake("flow", "TIM07", GAP=LOST, TIM=QUICK)
def plan_after_its_standard(site: Site) -> bool:
    """In Wales, the plan of a child who moves may take five days to the next council, and the procedures say three."""
    ends = (*site.flow.senders, *site.flow.recipients) if site.flow else ()
    councils = all("childrens-social-care" in many(party.service) for party in ends)
    plan = councils and "child-protection-plan" in site.carried
    return site.area.nation == "wales" and plan and swap(site.here, "within", "P5D")


@mistake("protocol", "TIM08")
def nobody_at_the_weekend(site: Site) -> bool:
    """Something is to arrive within a day, and nobody is said to do it at weekends."""
    quick = [
        flow
        for flow in site.area.current_flows
        if flow.protocol.document is site.document and _by_hand(flow) and flow.within in _QUICK
    ]
    return bool(quick) and drop(block(site.here, "governance"), "cover")


_QUICK = tuple(map(Duration, ("PT12H", "PT24H", "P1D", "P2D")))


def _by_hand(flow: Flow) -> bool:
    """Whether somebody sends it, and nobody is named for the days on which that one is away."""
    typed = flow.channel is not None and (flow.channel.form != "coded" or bool(flow.channel.re_keyed))
    return typed and flow.between_services and flow.shape.relies_on is None


@mistake("flow", "LIF08", **GONE)
def promise_tidied_away(site: Site) -> bool:
    """The list is tidied for a new version, and something falls out that nothing else brings."""
    items = entries(site.here, "items")
    to = {party.id for party in site.flow.recipients} if site.flow else set()
    other = {
        carried.id
        for flow in site.area.current_flows
        if flow is not site.flow and to & {party.id for party in flow.recipients}
        for carried in flow.items
    }
    alone = [one for one in items if item(one) not in other]
    if len(items) < 2 or not alone:
        return False
    before = days_later(site.area.as_of, -800)
    site.add("old.yaml", {**tree(site.document), "status": "withdrawn", "effective": str(before)})
    items.remove(site.chance.choice(alone))
    return True


@mistake(
    "flow",
    "LIF09",
    FUN04="what is promised twice is counted twice",
    TIM="the old limit is too long for the law as well",
)
def old_agreement_still_in_force(site: Site) -> bool:
    """The new agreement is in force, and the old one with its longer limit was never withdrawn."""
    one_event = site.flow is not None and len(site.flow.when) == 1 and site.flow.when[0].event is not None
    before = tree(site.document)
    before["id"] = f"{text(before, 'id')}-2019"
    flow = next(one for one in blocks(before, "flows") if one == site.here)
    return one_event and swap(flow, "within", "P30D") and site.add("old.yaml", before)
