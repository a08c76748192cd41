"""The area: its money, its neighbours, its systems."""

from datetime import timedelta

from sharecheck.model.base import many
from sharecheck.mutate.defect import GONE, LOST, Site, defect
from sharecheck.mutate.tree import Block, blocks, drop, entries, somewhere, swap, text


@defect("area", "FUN03", GAP=LOST, FUN="the money")
def money_that_ended(site: Site) -> bool:
    """The money for a team ended last month, and everybody goes on."""
    streams = blocks(site.here, "funding")
    return bool(streams) and swap(streams[0], "until", str(site.area.as_of - timedelta(days=30)))


@defect("flow", "FUN01", FUN="the money", LIF07="the review was moved behind the end of the money")
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
            site.file["review"] = str(one.shape.until + timedelta(days=30))
            return id
    return None


@defect("area", "XAR01", STR01="what other files name", RET04="who receives it states no period", **GONE)
def nobody_for_those_who_move(site: Site) -> bool:
    """No party stands for the next area, so that nothing goes with a child who moves."""
    parties = entries(site.here, "parties")
    moves = {one.to for one in site.area.pathway.transitions or () if one.elsewhere}
    gone = {
        party.shape.id
        for party in site.area.declared
        if party.shape.elsewhere and set(many(party.shape.service)) & moves
    }
    if not gone:
        return False
    site.here["parties"] = [one for one in parties if text(one, "id") not in gone]
    return True


@defect("area", "XAR01", XAR="those who move")
def nobody_for_the_neighbour(site: Site) -> bool:
    """Nobody is named for the records of children who move to or from the neighbour."""
    return somewhere(drop(one, "records-go-to") for one in blocks(site.here, "neighbours"))


@defect("party", "GAP02", GAP=LOST)
def back_to_paper(site: Site) -> bool:
    """A service that others rely on keeps its records on paper."""
    typed = ("coded", "structured", "free-text")
    recorded = {(one.fact.party, one.fact.item) for one in site.area.network.recordings}
    here = text(site.here, "id")
    mine = {name for party, name in recorded if party == here}
    others = {name for party, name in recorded if party != here}
    needed = {one.fact.item for one in site.area.network.needs if one.form in typed and one.fact.party != here}
    if not (mine - others) & needed:
        return False
    system: Block = {"name": "Card index", "medium": "paper"}
    return swap(site.here, "system", system)


@defect("party", "GAP08", GAP=LOST, STR05="it takes part in nothing")
def second_team_without_flows(site: Site) -> bool:
    """A second team does the same service, and no flow reaches it."""
    services = many(next(one.shape.service for one in site.area.declared if one.shape.id == text(site.here, "id")))
    reached = {need.fact.party for need in site.area.network.needs if need.weight == "critical"}
    if site.here.get("elsewhere") or text(site.here, "id") not in reached or len(services) != 1:
        return False
    entries(site.file, "parties").append({**site.here, "id": f"{text(site.here, 'id')}-east"})
    return True


@defect("area", "FUN04")
def less_time_than_is_asked_for(site: Site) -> bool:
    """A post is cut, and a team has an hour a month for all that it sends and reads."""
    return somewhere(swap(one, "minutes-a-month", 60) for one in blocks(site.here, "capacity")[:1])


@defect("area", "FUN05", FUN="the money")
def money_that_ends_and_then(site: Site) -> bool:
    """The money for a whole service ends in spring, and nothing says what happens then."""
    streams = blocks(site.here, "funding")
    somewhere(drop(one, "then") for one in streams)
    return somewhere(swap(one, "until", str(site.area.as_of + timedelta(days=120))) for one in streams)


@defect("area", "XAR07", **GONE, TIM03="what the other nation sets", STR02="what the other pathway does not have")
def pathway_of_the_other_nation(site: Site) -> bool:
    """The area follows the pathway of the other nation."""
    site.here["pathway"] = "wales" if site.area.nation == "england" else "england"
    return True


@defect(
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
