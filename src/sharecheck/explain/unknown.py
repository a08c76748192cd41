"""Why nobody can judge some needs of an area, and what is known of them all the same."""

from sharecheck import words
from sharecheck.model.base import many
from sharecheck.network import Outcome
from sharecheck.network.build import MAX_ARCS
from sharecheck.workspace import Area

NOT_HERE = "not all protocols are here"
NO_WAY = "no way leads on"


def why_unknown(area: Area, unread_pathway: bool = False) -> str:
    """Why some needs of an area cannot be judged; with `unread_pathway`, because a pathway could not be understood."""
    if not area.followed:
        return "its pathway " + ("could not be understood" if unread_pathway else "is not here")
    if area.network.too_large:
        return f"there are more than {MAX_ARCS:,} handovers, too many to work out"
    if area.refused:
        return "a file could not be understood"
    return "not all was read of the texts" if area.complete else NOT_HERE


def not_known(area: Area, outcome: Outcome) -> str:
    """Why nobody can say whether an item is there in time, and what brings it here, in words."""
    fact = outcome.need.fact
    brings = carriers(area, fact.item, fact.party)
    here = (
        f"{words.listed(brings, 3)} {'bring' if len(brings) > 1 else 'brings'} it"
        if brings
        else "nothing here brings it"
    )
    return f"{here} to `{fact.party}`; whether it is there in time, nobody can say: {why_unknown(area)}"


def onward(area: Area, outcome: Outcome, holder: str) -> str:
    """That no way leads on from a party that holds an item, or the flows that do not say what they bring, in words."""
    party = outcome.need.fact.party
    silent = [
        flow.id
        for flow in area.current_flows
        if holder in many(flow.shape.from_) and party in many(flow.shape.to) and not flow.shape.items
    ]
    if silent:
        do = "do not say what they bring" if len(silent) > 1 else "does not say what it brings"
        return f"{words.listed(silent, 3)} to `{party}` {do}"
    return NO_WAY


def carriers(area: Area, item: str, party: str) -> list[str]:
    """The flows that bring an item to a party, whether or not in time, by id."""
    here = (arc for arc in area.network.arcs if (arc.head.party, arc.head.item) == (party, item))
    return [flow.id for flow in dict.fromkeys(map(area.flow_of, here)) if flow is not None]
