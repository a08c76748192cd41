"""How something travels, who waits for it, and on whom it hangs."""

from tools.mistakes.mistake import LOST, Site, mistake
from tools.mistakes.tree import block, blocks, drop, entries, item, somewhere, swap, text

from sharecheck.model.base import DAY

SEEN = "what others in the household can see"
PAPER = "what was typed is typed again"


@mistake("needed", "GAP04", "FID01", GAP=LOST, MIN01=SEEN, FID=PAPER)
def by_the_red_book(site: Site) -> bool:
    """A flow goes by the parent-held record instead of from service to service."""
    return _alone(site) and _by(site, "parent-held-record")


@mistake("flow", "SEC01", SEC=LOST, GAP=LOST, FID03="both sides type, and paper goes between them")
def by_fax(site: Site) -> bool:
    """Health data goes by fax."""
    return _special(site) and _by(site, "fax")


@mistake("flow", "SEC01", SEC=LOST, GAP=LOST, FID03="both sides type, and paper goes between them")
def by_plain_email(site: Site) -> bool:
    """Health data goes by e-mail without protection."""
    return _special(site) and _by(site, "plain-email")


@mistake("needed", "GAP02", GAP=LOST, FID03="both sides type, and paper goes between them")
def by_letter(site: Site) -> bool:
    """What the recipient needs in its system comes as a letter."""
    return _alone(site) and _needed_typed(site) and _by(site, "letter")


@mistake("needed", "GAP02", GAP=LOST)
def as_free_text(site: Site) -> bool:
    """What the recipient needs in its system comes as paper in a message."""
    if not (_alone(site) and _needed_typed(site)):
        return False
    site.here["items"] = [{"item": item(one), "form": "paper"} for one in entries(site.here, "items")]
    return True


@mistake("flow", "MIN01", GAP=LOST, FID=PAPER)
def unsafe_in_the_red_book(site: Site) -> bool:
    """What is unsafe to show goes into a book that everybody at home can read."""
    unsafe = [one for one in site.flow.items if one.item and one.item.unsafe_to_show] if site.flow else []
    return bool(unsafe and site.flow and site.flow.between_services) and _by(site, "parent-held-record")


@mistake("flow", "FBK01")
def nobody_would_miss_it(site: Site) -> bool:
    """Nobody acknowledges a flow about a child's health, and nobody compares lists."""
    flow = site.flow
    if flow is None or not flow.between_services or not (flow.special or flow.safeguarding):
        return False
    if flow.looked_up or (flow.channel and flow.channel.acknowledged):
        return False
    return drop(block(site.file, "governance"), "failsafe") and drop(site.here, "receipt")


@mistake("flow", "FBK02")
def responsible_for_nothing(site: Site) -> bool:
    """Responsibility passes when a message is sent, not when it is accepted."""
    spoken = site.flow is not None and site.flow.channel is not None and site.flow.channel.form == "verbal"
    site.here["responsibility"] = "passes-when-sent"
    return not spoken


@mistake("flow", "FUN02", GAP=LOST)
def post_of_one(site: Site) -> bool:
    """A flow hangs on one post, and nobody does it when its holder is away."""
    site.here["relies-on"] = {"post": "liaison nurse", "cover": False}
    return True


@mistake("protocol", "TIM05", GAP=LOST, TIM=LOST)
def no_quick_route(site: Site) -> bool:
    """What a child's safety hangs on may take a week, and the protocol names no route that does not wait."""
    safe = [
        flow.id for flow in site.area.current_flows if flow.protocol.document is site.document and flow.safeguarding
    ]
    for flow in blocks(site.here, "flows"):
        if text(flow, "id") in safe:
            flow["within"] = "P7D"
    return bool(safe) and drop(block(site.here, "governance"), "urgent")


def _by(site: Site, channel: str) -> bool:
    """Send it another way, with no second route."""
    drop(site.here, "fallback")
    return swap(site.here, "channel", channel)


def _special(site: Site) -> bool:
    return bool(site.flow and site.flow.special and site.flow.between_services and not site.flow.by_parent)


def _alone(site: Site) -> bool:
    """Whether it carries between services what is needed, and no other flow brings that to the same party."""
    flow = site.flow
    if flow is None or not flow.between_services:
        return False
    to = {party.id for party in flow.recipients}
    other = {
        carried.id
        for one in site.area.current_flows
        if one is not flow and to & {party.id for party in one.recipients}
        for carried in one.items
    }
    carried = {one.id for one in flow.items}
    return any(need.fact.party in to and need.fact.item in carried - other for need in site.needs)


def _needed_typed(site: Site) -> bool:
    """Whether what is needed is needed in a better form than paper."""
    carried = {one.id for one in site.flow.items} if site.flow else set()
    to = {party.id for party in site.flow.recipients} if site.flow else set()
    return any(
        need.form in ("coded", "structured", "free-text") and need.fact.item in carried and need.fact.party in to
        for need in site.needs
    )


@mistake("flow", "STR16", GAP=LOST, FBK=LOST, FID04="what is not said to be written is taken for spoken")
def channel_forgotten(site: Site) -> bool:
    """A flow does not say how it travels."""
    return drop(site.here, "channel")


@mistake("flow", "TIM06", SEC="the other route", FID="the other route", GAP=LOST)
def second_route_without_a_limit(site: Site) -> bool:
    """A second route is named, and no time for it."""
    if site.flow is None or site.flow.shape.fallback or not site.flow.between_services:
        return False
    other = "secure-email" if site.here.get("channel") != "secure-email" else "secure-file-transfer"
    site.here["fallback"] = {"channel": other}
    return "channel" in site.here


@mistake("flow", "FID06", GAP=LOST)
def danger_left_empty(site: Site) -> bool:
    """What a child's safety hangs on may be left empty."""
    safe = [one.id for one in site.flow.safeguarding] if site.flow else []
    if not safe or site.flow is None or not site.flow.between_services:
        return False
    site.here["items"] = [
        {"item": item(one), "present": "if-known"} if item(one) == safe[0] else one
        for one in entries(site.here, "items")
    ]
    return True


@mistake("flow", "SEC04", SEC05="it is not encrypted on the way", GAP=LOST)
def plan_by_plain_email(site: Site) -> bool:
    """The plan that protects a child goes by e-mail without protection."""
    flow = site.flow
    if flow is None or not flow.safeguarding or flow.special or not flow.between_services:
        return False
    return _by(site, "plain-email")


@mistake("flow", "FID05", GAP=LOST)
def codes_in_a_letter(site: Site) -> bool:
    """What goes as text is said to arrive in codes."""
    if site.flow is None or site.flow.channel is None or site.flow.channel.form == "coded":
        return False
    items = entries(site.here, "items")
    site.here["items"] = [{"item": item(one), "form": "coded"} if one is items[-1] else one for one in items]
    return bool(items)


@mistake("protocol", "FBK04", FBK01="nor would anybody miss a message that was lost")
def nobody_counts(site: Site) -> bool:
    """Nobody compares the babies born with those of whom a result came."""
    events = {"birth", "newborn-examination", "newborn-hearing-screen", "blood-spot-result"}
    results = {"birth-details", "newborn-examination", "newborn-hearing", "blood-spot-results"}
    of_every_baby = any(
        results & {item(one) for one in entries(flow, "items")}
        for flow in blocks(site.here, "flows")
        if events & {text(when, "event") for when in blocks(flow, "when")}
    )
    return of_every_baby and drop(block(site.here, "governance"), "failsafe")


@mistake("flow", "FBK06", GAP=LOST)
def handed_over_to_nobody(site: Site) -> bool:
    """A child is handed over, and nothing says who is responsible until the other one has it."""
    summaries = {"handover-summary", "discharge-summary", "therapy-discharge"}
    together = ("from", "when")
    parts = [one for one in blocks(site.file, "flows") if all(one.get(key) == site.here.get(key) for key in together)]
    return bool(summaries & site.carried) and somewhere(drop(part, "responsibility") for part in parts)


@mistake("needed", "FBK07")
def chased_when_it_is_too_late(site: Site) -> bool:
    """What is lost on the way is asked for when it has been needed already."""
    if site.flow is None or len(site.planned) != 1 or not _alone(site):
        return False
    sent, moments = site.planned[0].end, site.area.network.moments
    to = {party.id for party in site.flow.recipients}
    due = [
        moments[need.event].start + need.plus
        for need in site.needs
        if need.fact.party in to and need.fact.item in site.carried
    ]
    soon = any(sent <= age < sent + 360 * DAY for age in due)
    return soon and swap(block(site.here, "receipt"), "chase-after", "P360D")


@mistake("party", "FUN07", FUN02="that post, once more", TIM08="nobody is said to do it on those days", GAP=LOST)
def service_of_one_desk(site: Site) -> bool:
    """All that a service sends hangs on one desk, whom nobody covers."""
    here = text(site.here, "id")
    mine = [flow for flow in site.area.current_flows if here in {party.id for party in flow.senders}]
    if len(mine) not in (2, 3, 4):
        return False
    for flow in mine:
        file = site.other(flow.protocol.document)
        drop(block(file, "governance"), "cover")
        block(file, *flow.place.route)["relies-on"] = {"post": "duty clerk"}
    return True
