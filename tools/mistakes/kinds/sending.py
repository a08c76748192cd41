"""What is sent, by whom and to whom."""

from tools.mistakes.mistake import GONE, LOST, Site, mistake
from tools.mistakes.tree import Block, drop, entries, item, swap, text

from sharecheck.model.base import many
from sharecheck.standards import PATHWAYS

AIMLESS = "it is left without a flow"
QUICK = "it was the quick route for what a child's safety hangs on"


@mistake("needed", "GAP", STR05=AIMLESS, **GONE)
def flow_forgotten(site: Site) -> bool:
    """A flow that everybody takes for granted is not written down."""
    flows = entries(site.file, "flows")
    if len(flows) < 2 or not _brings(site):
        return False
    flows.remove(site.here)
    return True


@mistake("needed", "GAP")
def item_forgotten(site: Site) -> bool:
    """An item that the next service needs is left out of the list."""
    wanted = _brings(site)
    if not wanted or len(entries(site.here, "items")) < 2:
        return False
    _without(site.here, site.chance.choice(wanted))
    return True


@mistake("needed", "GAP07", GAP=LOST, IDM07="what joins the child to its mother is among them")
def identifiers_forgotten(site: Site) -> bool:
    """A flow does not bring what later messages are matched by."""
    catalogue = site.area.vocabulary.items
    known = {name for name, one in catalogue.items() if one.identifier}
    identifiers = [item(one) for one in entries(site.here, "items") if item(one) in known]
    if not identifiers or len(identifiers) == len(entries(site.here, "items")) or not _leans_on(site):
        return False
    for one in identifiers:
        _without(site.here, one)
    return True


@mistake("flow", "STR03", **GONE)
def items_forgotten(site: Site) -> bool:
    """A flow does not say what it carries."""
    return drop(site.here, "items")


@mistake("flow", "STR04", **GONE)
def trigger_forgotten(site: Site) -> bool:
    """A flow does not say what sets it off."""
    return drop(site.here, "when")


@mistake("flow", "STR04", **GONE)
def two_triggers_in_one(site: Site) -> bool:
    """A flow is sent at an event and once a month, and both stand in one trigger."""
    when = site.here.get("when")
    if not isinstance(when, dict) or "event" not in when:
        return False
    when["every"] = "P1M"
    return True


@mistake(
    "needed",
    "GAP",
    LAW="who sends now states no ground",
    STR05=AIMLESS,
    RET04="who receives it states no period",
    **GONE,
)
def ends_swapped(site: Site) -> bool:
    """Sender and recipient stand the wrong way round."""
    if not _brings(site):
        return False
    site.here["from"], site.here["to"] = site.here["to"], site.here["from"]
    return True


@mistake("needed", "GAP", STR05=AIMLESS, STR17="it names children all the same", **GONE)
def counts_instead_of_children(site: Site) -> bool:
    """A flow is marked as one of counts, and no child is in it."""
    if not _brings(site):
        return False
    site.here["aggregate"] = True
    return True


@mistake("needed", "GAP04", GAP=LOST)
def left_empty(site: Site) -> bool:
    """The form lets a field be left empty."""
    wanted = _brings(site)
    if not wanted:
        return False
    _said(site.here, site.chance.choice(wanted), {"present": "if-known"})
    return True


@mistake("flow", "STR07")
def and_vice_versa(site: Site) -> bool:
    """The text says "and vice versa", and nobody describes the way back."""
    back = {
        (sender.id, recipient.id)
        for flow in site.area.current_flows
        for sender in flow.senders
        for recipient in flow.recipients
    }
    flow = site.flow
    if flow is None or any((two.id, party.id) in back for party in flow.senders for two in flow.recipients):
        return False
    site.here["vice-versa"] = True
    return True


@mistake("area", "GAP09", STR01="what other files name", **GONE)
def service_that_nobody_does(site: Site) -> bool:
    """The only party that writes something down is struck from the area."""
    recorded: dict[str, set[str]] = {}
    for one in site.area.network.recordings:
        recorded.setdefault(one.fact.item, set()).add(one.fact.party)
    needed = {need.fact.item for need in site.area.network.needs}
    alone = [next(iter(by)) for name, by in sorted(recorded.items()) if len(by) == 1 and name in needed]
    parties = entries(site.here, "parties")
    mine = [party for party in parties if text(party, "id") in alone]
    if not mine:
        return False
    parties.remove(site.chance.choice(mine))
    return True


@mistake("area", "GAP10")
def list_that_is_not_complete(site: Site) -> bool:
    """A service that nobody tells anything joins an area of which not all protocols are here."""
    needed = {transition.to for transition in site.area.pathway.transitions or ()}
    done = {service for party in site.area.declared for service in many(party.shape.service)}
    free = sorted(needed - done)
    nation = site.area.nation
    if not free or nation not in PATHWAYS:
        return False
    site.here["protocols"] = "partial"
    new: Block = {"id": "new-team", "service": site.chance.choice(free), "controller": "controller"}
    entries(site.here, "parties").append(new)
    return True


def _brings(site: Site) -> list[str]:
    """The items that the flow carries to the party that needs them, and that reach it in no other way."""
    to = {party.id for party in site.flow.recipients} if site.flow else set()
    carried = {item(one) for one in entries(site.here, "items")}
    return sorted({need.fact.item for need in site.needs if need.fact.party in to and need.fact.item in carried})


def _leans_on(site: Site) -> bool:
    """Whether something that another flow carries is filed by what this one brings."""
    to = {party.id for party in site.flow.recipients} if site.flow else set()
    carried = {item(one) for one in entries(site.here, "items")}
    return any(need.fact.party in to and need.fact.item not in carried for need in site.needs)


def _without(flow: Block, name: str) -> None:
    flow["items"] = [one for one in entries(flow, "items") if item(one) != name]


def _said(flow: Block, name: str, said: Block) -> None:
    flow["items"] = [
        {**(one if isinstance(one, dict) else {"item": one}), **said} if item(one) == name else one
        for one in entries(flow, "items")
    ]


@mistake("party", "STR11", **GONE)
def empty_list(site: Site) -> bool:
    """The list of what a party does is begun, and nothing stands in it."""
    return swap(site.here, "service", [])


@mistake("flow", "STR12")
def item_twice(site: Site) -> bool:
    """An item stands twice in the list."""
    items = entries(site.here, "items")
    if not items:
        return False
    items.append(item(items[0]))
    return True


@mistake("flow", "STR15", GAP=LOST, RET04="who receives it states no period")
def sent_to_its_sender(site: Site) -> bool:
    """A flow leads to the party that sends it as well."""
    sender, to = site.here.get("from"), site.here.get("to")
    if not isinstance(sender, str) or not isinstance(to, str) or "parent" in (sender, to):
        return False
    site.here["to"] = [to, sender]
    return True


@mistake("flow", "CON04", CON="what else is asked of an agreement", GAP=LOST)
def kept_and_not_carried(site: Site) -> bool:
    """What still flows after a no is something that the flow does not carry."""
    carried = {item(one) for one in entries(site.here, "items")}
    other = next((name for name in site.area.vocabulary.items if name not in carried), "")
    site.here["agreement"] = {"ask": "parent", "overridden-by": ["safeguarding"], "if-refused": [other]}
    return True


@mistake("flow", "FBK03", GAP=LOST, FBK="the answer is gone")
def answer_to_a_referral_forgotten(site: Site) -> bool:
    """A service to which children are referred no longer tells the referrer anything."""
    answering = site.area.vocabulary.items_with("referral-answered").union(*site.area.vocabulary.answers.values())
    referred = {
        (sender.id, recipient.id)
        for flow in site.area.current_flows.carrying(site.area.vocabulary.items_with("referral-made"))
        for sender in flow.senders
        for recipient in flow.recipients
    }
    if site.flow is None or not answering & site.flow.carries:
        return False
    back = {(recipient.id, sender.id) for sender in site.flow.senders for recipient in site.flow.recipients}
    others = {
        (recipient.id, sender.id)
        for flow in site.area.current_flows.carrying(answering)
        if flow != site.flow
        for sender in flow.senders
        for recipient in flow.recipients
    }
    site.here["items"] = [one for one in entries(site.here, "items") if item(one) not in answering]
    return bool((back & referred) - others) and bool(site.here["items"])


@mistake("flow", "FID04", GAP=LOST, FID="it is only said")
def said_on_the_telephone(site: Site) -> bool:
    """What a child's safety hangs on is told by telephone, and nothing follows in writing."""
    if site.flow is None or not site.flow.safeguarding or not site.flow.between_services:
        return False
    safety = {carried.id for carried in site.flow.safeguarding}
    others = (flow for flow in site.area.current_flows.carrying(safety) if flow != site.flow)
    if any(set(flow.senders) & set(site.flow.senders) for flow in others):
        return False
    site.here["channel"] = "telephone"
    site.here.pop("fallback", None)
    return True
