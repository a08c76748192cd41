"""What the parent is asked, and what a no stops."""

from sharecheck.mutate.defect import LOST, Site, defect
from sharecheck.mutate.tree import blocks, entries, somewhere, swap
from sharecheck.workspace import Flow

TWO = "the consent of one beside the task of another"


@defect("flow", "CON02", GAP=LOST, CON="what else is asked of consent")
def asked_without_a_way_on(site: Site) -> bool:
    """The parent is asked, and a no stops everything."""
    if site.flow is None or not site.flow.between_services:
        return False
    site.here["agreement"] = {"ask": "parent"}
    return True


@defect("protocol", "CON01", "CON03", GAP=LOST, LAW=TWO, CON="a no that stops everything")
def consent_as_the_basis(site: Site) -> bool:
    """Public bodies state consent as their lawful basis."""
    return somewhere(swap(one, "article-6", "6(1)(a)") for one in blocks(site.here, "basis")) and any(
        party.public_authority for flow in _resting(site) for party in flow.senders
    )


def _resting(site: Site) -> list[Flow]:
    """The flows that state no ground of their own."""
    return [flow for flow in site.area.promised if flow.protocol.document is site.document and not flow.shape.basis]


@defect("flow", "MIN02")
def somebody_elses_health(site: Site) -> bool:
    """A mother's mental health goes to a nursery or a school, and nobody says why."""
    flow = site.flow
    if flow is None or flow.shape.purpose or not flow.between_services:
        return False
    services = {service for party in flow.recipients for service in site.area.services_of(party.id)}
    if not services or not services <= {"early-years-setting", "school"}:
        return False
    entries(site.here, "items").append("maternal-mental-health")
    return "items" in site.here


@defect("flow", "CON07", CON="what else is asked of an agreement", GAP=LOST)
def asked_and_sent_all_the_same(site: Site) -> bool:
    """Parents are asked, and all of it is sent after a no as well."""
    if site.flow is None or not site.flow.between_services or not site.flow.items:
        return False
    site.here["agreement"] = {"ask": "parent", "if-refused": [one.id for one in site.flow.items]}
    return True
