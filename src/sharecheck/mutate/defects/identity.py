"""By what the recipient can tell which child it is."""

from sharecheck.mutate.defect import LOST, Site, defect
from sharecheck.mutate.tree import block, drop, swap


@defect("flow", "IDM01", GAP=LOST, IDM09="what to do without the NHS number stood in the same clause")
def matched_by_nothing(site: Site) -> bool:
    """Neither a flow nor its protocol says by what a child is found."""
    flow = site.flow
    if flow is None or not flow.between_services or flow.looked_up:
        return False
    if any(carried.item and carried.item.identifier for carried in flow.items):
        return False
    return drop(block(site.file, "governance"), "matching") and drop(site.here, "matched-by")


@defect("flow", "IDM02", GAP=LOST, IDM=LOST)
def matched_by_pupil_number(site: Site) -> bool:
    """A flow about a small child is matched by the number that it gets at school."""
    flow = site.flow
    schools = {"school", "school-nursing", "special-educational-needs"}
    if flow is None or not flow.between_services:
        return False
    if any(set(site.area.services_of(party.id)) & schools for party in (*flow.senders, *flow.recipients)):
        return False
    return swap(site.here, "matched-by", ["upn"])


@defect("flow", "IDM03", GAP=LOST, IDM=LOST)
def matched_by_the_number_of_the_unborn(site: Site) -> bool:
    """What is sent in pregnancy is matched by the number that the child gets at birth."""
    moments = site.area.network.moments
    events = [moments.get(when.event or "") for when in site.flow.when] if site.flow else []
    before = bool(events) and all(one is not None and one.end <= 0 and one.start < 0 for one in events)
    return before and swap(site.here, "matched-by", ["nhs-number"])


@defect("needed", "GAP07", GAP=LOST)
def matched_by_what_the_recipient_lacks(site: Site) -> bool:
    """A setting that has no NHS numbers is sent something that is matched by them."""
    flow = site.flow
    if flow is None or any(carried.id == "nhs-number" for carried in flow.items):
        return False
    services = {service for party in flow.recipients for service in site.area.services_of(party.id)}
    needed = {need.fact.item for need in site.needs} & {carried.id for carried in flow.items}
    return bool(needed and services <= {"early-years-setting"}) and swap(site.here, "matched-by", ["nhs-number"])


@defect("flow", "IDM04", GAP=LOST, IDM=LOST)
def matched_by_what_is_no_identifier(site: Site) -> bool:
    """A flow is matched by something that many children share."""
    return swap(site.here, "matched-by", ["setting-attended"])
