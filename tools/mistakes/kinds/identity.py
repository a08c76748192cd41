"""By what the recipient can tell which child it is."""

from tools.mistakes.mistake import LOST, Site, mistake
from tools.mistakes.tree import block, drop, entries, item, swap

from sharecheck.model.base import many
from sharecheck.workspace import Flow

CLAUSE = "what to do without the NHS number stood in the same clause"


@mistake("flow", "IDM01", GAP=LOST, IDM09=CLAUSE)
def matched_by_nothing(site: Site) -> bool:
    """Neither a flow nor its protocol says by what a child is found."""
    flow = site.flow
    if flow is None or not flow.between_services or flow.looked_up:
        return False
    if any(carried.item and carried.item.identifier for carried in flow.items):
        return False
    return drop(block(site.file, "governance"), "matching") and drop(site.here, "matched-by")


@mistake("flow", "IDM02", GAP=LOST, IDM=LOST)
def matched_by_pupil_number(site: Site) -> bool:
    """A flow about a small child is matched by the number that it gets at school."""
    flow = site.flow
    schools = {"school", "school-nursing", "special-educational-needs"}
    if flow is None or not flow.between_services:
        return False
    if any(set(site.area.services_of(party.id)) & schools for party in (*flow.senders, *flow.recipients)):
        return False
    return swap(site.here, "matched-by", ["upn"])


@mistake("flow", "IDM03", GAP=LOST, IDM=LOST)
def matched_by_the_number_of_the_unborn(site: Site) -> bool:
    """What is sent in pregnancy is matched by the number that the child gets at birth."""
    moments = site.area.network.moments
    events = [moments.get(when.event or "") for when in site.flow.when] if site.flow else []
    before = bool(events) and all(event is not None and event.end <= 0 and event.start < 0 for event in events)
    return before and swap(site.here, "matched-by", ["nhs-number"])


@mistake("needed", "GAP07", GAP=LOST)
def matched_by_what_the_recipient_lacks(site: Site) -> bool:
    """A setting that has no NHS numbers is sent something that is matched by them."""
    flow = site.flow
    if flow is None or any(carried.id == "nhs-number" for carried in flow.items):
        return False
    services = {service for party in flow.recipients for service in site.area.services_of(party.id)}
    needed = {need.fact.item for need in site.needs} & {carried.id for carried in flow.items}
    return bool(needed and services <= {"early-years-setting"}) and swap(site.here, "matched-by", ["nhs-number"])


@mistake("flow", "IDM04", GAP=LOST, IDM=LOST)
def matched_by_what_is_no_identifier(site: Site) -> bool:
    """A flow is matched by something that many children share."""
    return swap(site.here, "matched-by", ["setting-attended"])


@mistake("flow", "IDM05", GAP=LOST, IDM=LOST)
def matched_by_the_household(site: Site) -> bool:
    """What is sent about a child is filed by its mother and the address, which its sisters share."""
    own = {"nhs-number", "identity", "upn", "local-identifiers"}
    return (
        not own & site.carried
        and bool(site.flow and site.flow.about_child)
        and _after_birth(site)
        and swap(site.here, "matched-by", [["mother-identity", "address"]])
    )


@mistake("flow", "IDM06", GAP=LOST)
def twins_forgotten(site: Site) -> bool:
    """The notice of a birth does not say whether there was more than one baby."""
    notice = any(when.event == "birth" for when in site.flow.when) if site.flow else False
    if not notice or "multiple-birth" not in site.carried:
        return False
    site.here["items"] = [one for one in entries(site.here, "items") if item(one) != "multiple-birth"]
    return True


@mistake("flow", "IDM08", GAP=LOST, IDM09=CLAUSE)
def number_not_used(site: Site) -> bool:
    """One health service of England writes to another by name and address, and nothing is said of the NHS number."""
    flow = site.flow
    if flow is None or site.area.nation != "england" or not _after_birth(site) or not flow.between_services:
        return False
    ends = (*flow.senders, *flow.recipients)
    nhs = all(party.kind in ("nhs-trust", "nhs-foundation-trust", "gp-practice") and not party.nation for party in ends)
    drop(block(site.file, "governance"), "matching")
    return nhs and "nhs-number" not in site.carried and swap(site.here, "matched-by", [["identity", "address"]])


def _after_birth(site: Site) -> bool:
    """Whether all that sets it off comes after birth."""
    return bool(site.planned) and all(one.start > 0 for one in site.planned)


@mistake("flow", "IDM07", GAP=LOST)
def born_to_nobody(site: Site) -> bool:
    """Who was told of the mother before birth is sent the child's number after it, and not whose child it is."""
    flow = site.flow
    if flow is None or not _joins(flow):
        return False
    others = [one for one in site.area.current_flows if one is not flow and _joins(one)]
    told = {id for flow in site.area.current_flows for id in many(flow.shape.to) if _in_pregnancy(flow)}
    alone = told & set(many(flow.shape.to)) - {id for one in others for id in many(one.shape.to)}
    meets = {id for id in alone if set(site.area.services_of(id)) & {"midwifery", "neonatal-care"}}
    if not alone - meets or not swap(site.here, "matched-by", ["nhs-number", ["identity", "address"]]):
        return False
    items = entries(site.here, "items")
    items[:] = [one for one in items if item(one) != "mother-identity"]
    return True


def _joins(flow: Flow) -> bool:
    """Whether it brings a number of the child beside one of the mother."""
    ways = {id for way in flow.shape.matched_by or () for id in many(way)}
    return "mother-identity" in flow.carries | ways and not flow.carries.isdisjoint(("nhs-number", "identity"))


def _in_pregnancy(flow: Flow) -> bool:
    """Whether it is sent before birth, and tells of more than who it is about."""
    moments = flow.area.moments
    early = any(when.event in moments and moments[when.event].end < 0 for when in flow.when if when.event)
    return early and any(one.item and not one.item.identifier and one.id != "contact-stop" for one in flow.items)
