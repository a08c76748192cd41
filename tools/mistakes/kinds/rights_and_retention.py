"""The rights of families, and how long what was received is kept."""

from tools.mistakes.mistake import Site, mistake
from tools.mistakes.tree import at, block, blocks, drop, entries, somewhere, swap, text

from sharecheck.model.base import many
from sharecheck.workspace import Flow


@mistake("protocol", "RET01", RET="a period")
def kept_for_ever(site: Site) -> bool:
    """Nothing says how long what was received is kept."""
    return drop(block(site.here, "governance"), "retention")


@mistake("protocol", "RTS01", RTS="the rights")
def families_not_told(site: Site) -> bool:
    """Nothing says where families are told."""
    return drop(block(site.here, "governance"), "rights")


@mistake("protocol", "RTS02")
def access_forgotten(site: Site) -> bool:
    """Nothing says who answers when a family asks to see what is held."""
    return _right(site, "access-requests")


@mistake("protocol", "RTS03")
def complaints_forgotten(site: Site) -> bool:
    """Nothing says how families complain."""
    return _right(site, "complaints")


@mistake("protocol", "RTS04")
def corrections_forgotten(site: Site) -> bool:
    """Nothing says how a correction reaches those who have the mistake."""
    return _right(site, "rectification")


@mistake("protocol", "RTS05")
def objections_forgotten(site: Site) -> bool:
    """Nothing says what happens when a parent objects."""
    return _right(site, "objection")


@mistake("protocol", "RTS06")
def freedom_of_information_forgotten(site: Site) -> bool:
    """Nothing says who answers requests under the Freedom of Information Act."""
    return _right(site, "freedom-of-information")


@mistake("protocol", "RTS07")
def told_whatever_it_does(site: Site) -> bool:
    """Families are told of everything, also of what it can be dangerous to tell."""
    unsafe = any(item.item and item.item.unsafe_to_show for flow in _mine(site) for item in flow.items)
    return unsafe and _right(site, "exceptions")


@mistake("protocol", "RET02")
def kept_and_then(site: Site) -> bool:
    """It is said how long something is kept, and not what happens then."""
    return somewhere(drop(one, "disposal", "schedule") for one in blocks(site.here, "governance", "retention")[:1])


@mistake("protocol", "RET03")
def kept_from_when(site: Site) -> bool:
    """It is said how long something is kept, and not from when."""
    return somewhere(drop(one, "trigger", "schedule") for one in blocks(site.here, "governance", "retention")[:1])


@mistake("protocol", "RET04")
def kept_by_one_for_ever(site: Site) -> bool:
    """Of several parties that receive something, one does not say how long it keeps it."""
    each = entries(site.here, "governance", "retention")
    receive = {party.id for flow in _mine(site) for party in flow.recipients if not party.elsewhere}
    mine = [one for one in each if text(one, "party") in receive]
    if len(each) < 2 or not mine:
        return False
    each.remove(mine[0])
    return True


@mistake("protocol", "RET06")
def kept_nobody_knows_where(site: Site) -> bool:
    """Nothing says where the information is kept."""
    return _clause(site, "location")


def _clause(site: Site, *keys: str) -> bool:
    """Leave clauses out."""
    return drop(block(site.here, "governance"), *keys)


def _right(site: Site, key: str) -> bool:
    return drop(block(site.here, "governance", "rights"), key)


def _mine(site: Site) -> list[Flow]:
    """The flows of the protocol."""
    return [flow for flow in site.area.current_flows if flow.protocol.document is site.document]


@mistake("protocol", "RET05")
def kept_shorter_than_elsewhere(site: Site) -> bool:
    """By one agreement a party keeps the same record for another time than by the others."""
    said = [
        (one.party, one.trigger, one.schedule)
        for protocol in site.area.current
        if protocol.document is not site.document
        for one in many(protocol.governance.retention)
    ]
    same = [
        one
        for one in entries(site.here, "governance", "retention")
        if (at(one, "party"), at(one, "trigger"), at(one, "schedule")) in said
    ]
    return bool(same) and swap(block(same[0]), "period", "P3Y")
