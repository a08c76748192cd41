"""The area: its money, its neighbours, its systems."""

from collections.abc import Iterable

from tools.mistakes.mistake import GONE, LOST, Site, mistake
from tools.mistakes.tree import Block, block, blocks, drop, entries, somewhere, swap, text

from sharecheck.model.base import many
from sharecheck.model.calendar import days_later
from sharecheck.model.party import Party
from sharecheck.standards import law


@mistake("area", "FUN03", GAP=LOST, FUN="the money")
def money_that_ended(site: Site) -> bool:
    """The money for a team ended last month, and everybody goes on."""
    streams = blocks(site.here, "funding")
    return bool(streams) and swap(streams[0], "until", str(days_later(site.area.as_of, -30)))


@mistake("flow", "FUN01", FUN="the money", LIF07="the review was moved behind the end of the money")
def money_that_ends_soon(site: Site) -> bool:
    """A flow is paid for by money that ends before the protocol is looked at again."""
    review = site.flow.protocol.shape.review if site.flow else None
    early = [id for id, one in site.area.funding.items() if one.shape.until and review and one.shape.until < review]
    ends = next(iter(early), None) or _before_review(site)
    if ends is None:
        return False
    site.here["funded-by"] = ends
    return True


def _before_review(site: Site) -> str | None:
    """Let the review lie behind the end of the first funding stream."""
    for id, one in site.area.funding.items():
        if one.shape.until is not None:
            site.file["review"] = str(days_later(one.shape.until, 30))
            return id
    return None


@mistake("area", "XAR01", STR01="what other files name", RET04="who receives it states no period", **GONE)
def nobody_for_those_who_move(site: Site) -> bool:
    """No party stands for the next area, so that nothing goes with a child who moves."""
    parties = entries(site.here, "parties")
    moves = {transition.to for transition in site.area.pathway.transitions or () if transition.elsewhere}
    gone = {
        party.shape.id
        for party in site.area.declared
        if party.shape.elsewhere and set(many(party.shape.service)) & moves
    }
    if not gone:
        return False
    site.here["parties"] = [party for party in parties if text(party, "id") not in gone]
    return True


@mistake("area", "XAR01", XAR="those who move")
def nobody_for_the_neighbour(site: Site) -> bool:
    """Nobody is named for the records of children who move to or from the neighbour."""
    return somewhere(drop(one, "records-go-to") for one in blocks(site.here, "neighbours"))


@mistake("party", "GAP02", GAP=LOST)
def back_to_paper(site: Site) -> bool:
    """A service that others rely on keeps its records on paper."""
    typed = ("coded", "structured", "free-text")
    recorded = {(recording.fact.party, recording.fact.item) for recording in site.area.network.recordings}
    here = text(site.here, "id")
    mine = {name for party, name in recorded if party == here}
    others = {name for party, name in recorded if party != here}
    needed = {need.fact.item for need in site.area.network.needs if need.form in typed and need.fact.party != here}
    if not (mine - others) & needed:
        return False
    system: Block = {"name": "Card index", "medium": "paper"}
    return swap(site.here, "system", system)


@mistake("party", "GAP08", GAP=LOST, STR05="it takes part in nothing")
def second_team_without_flows(site: Site) -> bool:
    """A second team does the same service, and no flow reaches it."""
    services = many(next(one.shape.service for one in site.area.declared if one.shape.id == text(site.here, "id")))
    reached = {need.fact.party for need in site.area.network.needs if need.weight == "critical"}
    if site.here.get("elsewhere") or text(site.here, "id") not in reached or len(services) != 1:
        return False
    entries(site.file, "parties").append({**site.here, "id": f"{text(site.here, 'id')}-east"})
    return True


@mistake("area", "FUN04")
def less_time_than_is_asked_for(site: Site) -> bool:
    """A post is cut, and a team has an hour a month for all that it sends and reads."""
    return somewhere(swap(one, "minutes-a-month", 60) for one in blocks(site.here, "capacity")[:1])


@mistake("area", "FUN05", FUN="the money")
def money_that_ends_and_then(site: Site) -> bool:
    """The money for a whole service ends in spring, and nothing says what happens then."""
    streams = blocks(site.here, "funding")
    somewhere(drop(one, "then") for one in streams)
    return somewhere(swap(one, "until", str(days_later(site.area.as_of, 120))) for one in streams)


@mistake("area", "XAR07", **GONE, TIM03="what the other nation sets", STR02="what the other pathway does not have")
def pathway_of_the_other_nation(site: Site) -> bool:
    """The area follows the pathway of the other nation."""
    site.here["pathway"] = "wales" if site.area.nation == "england" else "england"
    return True


@mistake(
    "party",
    "XAR08",
    LAW="whom the law binds hangs on the kind of body",
    SEC03="what is asked of the kind",
    GOV07="as well",
)
def body_that_the_nation_does_not_have(site: Site) -> bool:
    """A party in England is a local health board, or one in Wales an NHS foundation trust."""
    other = "local-health-board" if site.area.nation == "england" else "nhs-foundation-trust"
    here = "nation" not in site.here and not site.here.get("elsewhere")
    return here and text(site.here, "kind").startswith(("nhs", "local-health")) and swap(site.here, "kind", other)


@mistake("area", "XAR02")
def border_that_nobody_thought_of(site: Site) -> bool:
    """The template has no clause on children who move, and so none of the agreements has one."""
    return somewhere(
        drop(block(site.other(protocol.document), "governance"), "movers") for protocol in site.area.current
    ) and any(neighbour.shape.nation not in (None, site.area.nation) for neighbour in site.area.neighbours)


@mistake("flow", "XAR04", **GONE, LAW="what is named for one nation")
def sent_from_both_sides(site: Site) -> bool:
    """The same service on the other side of the border is added to the senders, and the ground stays as it is."""
    flow = site.flow
    if flow is None:
        return False
    here = {service for party in flow.senders for service in many(party.service)}
    there = [
        party.shape.id
        for party in site.area.declared
        if site.area.nation_of(party.shape) != site.area.nation and set(many(party.shape.service)) & here
    ]
    powers = {power for basis, _ in flow.bases if basis.party is None for power in basis.powers or ()}
    of_here = {id for id, one in law().items() if one.applies == (site.area.nation,)}
    if not there or not powers or not powers <= of_here or there[0] in many(flow.shape.from_):
        return False
    site.here["from"] = [*many(flow.shape.from_), there[0]]
    return True


@mistake("area", "XAR05", GAP="of the other area not all is here")
def neighbour_that_knows_nothing(site: Site) -> bool:
    """The file of the neighbour comes into the folder, and does not name this area."""
    if not site.area.neighbours:
        return False
    one = site.area.neighbours[0].shape
    party: Block = {"id": "records-office", "service": "child-health-information", "controller": "controller"}
    return site.add(
        "next/area.yaml",
        {
            "sharecheck": "area/1",
            "id": one.area,
            "nation": one.nation or site.area.nation,
            "protocols": "partial",
            "parties": [party],
        },
    )


@mistake("protocol", "XAR09", FBK="nobody compares")
def two_lists_that_nobody_compares(site: Site) -> bool:
    """One side counts who lives there, the other who is registered, and nobody compares the two lists."""
    covers = {"general-practice": "registered", "health-visiting": "residents", "child-health-information": "residents"}

    def lists(parties: Iterable[Party]) -> set[str]:
        return {covers[service] for party in parties for service in many(party.service) if service in covers}

    mine = [flow for flow in site.area.current_flows if flow.protocol.document is site.document]
    if not any(lists(flow.senders) and not lists(flow.recipients) <= lists(flow.senders) for flow in mine):
        return False
    for party in blocks(site.other(site.area.document), "parties") if site.area.document else ():
        if text(party, "service") in covers:
            party["covers"] = covers[text(party, "service")]
    return drop(block(site.here, "governance"), "failsafe", "movers")


@mistake("flow", "XAR10")
def plan_that_moves_alone(site: Site) -> bool:
    """A child with a plan moves, and nobody is said to be responsible until the other side has it."""
    plans = {"child-protection-plan", "pre-birth-plan", "looked-after-status"}
    flow = site.flow
    if flow is None or not plans & site.carried or not any(party.elsewhere for party in flow.recipients):
        return False
    social = all("childrens-social-care" in many(one.service) for one in (*flow.senders, *flow.recipients))
    return social and drop(site.here, "responsibility")


@mistake("area", "STR13")
def fax_called_secure(site: Site) -> bool:
    """A catalogue of the area's own says that the fax is secure."""
    fax: Block = {"id": "fax", "title": "Fax of the practices", "form": "paper", "secure": True, "re-keyed": True}
    return site.add("words.yaml", {"sharecheck": "catalogue/1", "id": "local-words", "channels": [fax]})
