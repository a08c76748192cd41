"""What the parent is asked, and what a no stops."""

from tools.mistakes.mistake import GONE, LOST, Site, mistake
from tools.mistakes.tree import blocks, drop, entries, somewhere, swap, text

from sharecheck.model.base import many
from sharecheck.standards import law
from sharecheck.workspace import Flow

TWO = "the consent of one beside the task of another"
TOO = "what else is asked of an agreement"


@mistake("flow", "CON02", GAP=LOST, CON="what else is asked of consent")
def asked_without_a_way_on(site: Site) -> bool:
    """The parent is asked, and a no stops everything."""
    if site.flow is None or not site.flow.between_services:
        return False
    site.here["agreement"] = {"ask": "parent"}
    return True


@mistake("protocol", "CON01", "CON03", GAP=LOST, LAW=TWO, CON="a no that stops everything")
def consent_as_the_basis(site: Site) -> bool:
    """Public bodies state consent as their lawful basis."""
    return somewhere(swap(one, "article-6", "6(1)(a)") for one in blocks(site.here, "basis")) and any(
        party.public_authority for flow in _resting(site) for party in flow.senders
    )


def _resting(site: Site) -> list[Flow]:
    """The flows that state no ground of their own."""
    return [
        flow for flow in site.area.current_flows if flow.protocol.document is site.document and not flow.shape.basis
    ]


@mistake("flow", "MIN02")
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


@mistake("flow", "CON07", CON="what else is asked of an agreement", GAP=LOST)
def asked_and_sent_all_the_same(site: Site) -> bool:
    """Parents are asked, and all of it is sent after a no as well."""
    if site.flow is None or not site.flow.between_services or not site.flow.items:
        return False
    site.here["agreement"] = {"ask": "parent", "if-refused": [item.id for item in site.flow.items]}
    return True


@mistake("flow", "CON06", CON=TOO, GAP=LOST)
def asked_about_a_duty(site: Site) -> bool:
    """Parents are asked whether something may be sent that the law says is sent."""
    bases = [basis for basis, _ in site.flow.sender_bases] if site.flow and site.flow.between_services else []
    powers = {power for basis in bases for power in basis.powers or ()}
    site.here["agreement"] = {"ask": "parent"}
    asked_for = any(law()[power].asks_for_agreement for power in powers if power in law())
    return {basis.article_6 for basis in bases} == {"6(1)(c)"} and not asked_for


@mistake("flow", "CON08", CON=TOO, GAP=LOST, LAW04="a paragraph is for what is done without consent")
def yes_to_a_service(site: Site) -> bool:
    """That the parents want a service is taken for their consent to the sharing."""
    if site.flow is None or any(party.public_authority for party in site.flow.senders):
        return False
    site.here["agreement"] = {"ask": "parent", "to": "service", "recorded": "in the form", "withdrawal": "by a word"}
    return somewhere(swap(one, "article-6", "6(1)(a)") for one in blocks(site.here, "basis"))


@mistake("flow", "CON09", CON=TOO, GAP=LOST)
def duty_that_nobody_names(site: Site) -> bool:
    """A legal duty is said to go before the parents' no, and none is named."""
    if site.flow is None or not site.flow.between_services:
        return False
    powers = {power for basis, _ in site.flow.bases for power in basis.powers or ()}
    site.here["agreement"] = {"ask": "parent", "overridden-by": ["legal-duty"]}
    tasks = {id for id, one in law().items() if one.serves_as == ("supports-public-task",)}
    return bool(powers) and powers <= tasks


@mistake("flow", "CON10", CON=TOO, GAP=LOST)
def asked_by_one_of_two(site: Site) -> bool:
    """Of two services that send the same, one begins to ask the parents, and the other goes on to tell them."""
    told = [one for one in site.alike if one.shape.agreement and one.shape.agreement.inform]
    return bool(told) and swap(site.here, "agreement", {"ask": "parent"})


@mistake("flow", "CON11")
def parents_not_told(site: Site) -> bool:
    """What a health service sends to a nursery rests on implied consent, and nobody tells the parents of it."""
    flow = site.flow
    implied = any(basis.confidentiality == "implied-consent" for basis, _ in flow.bases) if flow else False
    away = flow is not None and bool(
        flow.special and flow.area.in_health(flow.senders) and flow.area.outside_care(flow.recipients)
    )
    return implied and away and drop(site.here, "agreement")


@mistake("flow", "CON12")
def notice_without_a_word(site: Site) -> bool:
    """The council is told of a child's needs, and the parents are not."""
    duty = any(text(one, "article-6") == "6(1)(c)" for one in blocks(site.here, "basis"))
    return duty and "sen-notification" in site.carried and drop(site.here, "agreement")


@mistake("flow", "CON13", CON=TOO, LAW=TWO, GAP=LOST)
def consent_to_be_on_the_safe_side(site: Site) -> bool:
    """Consent is stated beside the public task, to be on the safe side."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") == "6(1)(e)"]
    if not stated:
        return False
    site.here["basis"] = [*blocks(site.here, "basis"), {**stated[0], "article-6": "6(1)(a)"}]
    return True


@mistake("flow", "MIN03", **GONE)
def list_with_health_data(site: Site) -> bool:
    """A list of all families, for a service outside care, tells of each child's conditions."""
    flow = site.flow
    if flow is None or flow.shape.purpose or not flow.area.outside_care(flow.recipients) or not flow.between_services:
        return False
    item, items = "allergies-and-conditions", entries(site.here, "items")
    if item in items:
        return False
    items.append(item)
    return all(basis.article_9 for basis, _ in flow.bases) and swap(site.here, "when", {"every": "P1M"})


@mistake("flow", "MIN04", RET04="who receives it states no period")
def notice_of_birth_to_the_hub(site: Site) -> bool:
    """The notice of a birth goes to the family hub as well."""
    powers = {power for one in blocks(site.here, "basis") for power in entries(one, "powers")}
    hub = next((one.shape.id for one in site.area.declared if "family-hub" in many(one.shape.service)), None)
    if "nhsa-269" not in powers or hub is None:
        return False
    site.here["to"] = [*many(site.flow.shape.to if site.flow else ()), hub]
    return True
