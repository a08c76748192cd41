"""The local pathway: what is planned when."""

from tools.mistakes.mistake import LOST, Site, mistake
from tools.mistakes.tree import Block, blocks, entries, swap, text

LATE = "what is planned later is known later"


@mistake("pathway", "STR09", GAP=LOST, STR=LATE)
def window_forgotten(site: Site) -> bool:
    """An event has no window, so that nobody can say when it is due."""
    events = blocks(site.here, "events")
    nothing: Block = {}
    return bool(events) and swap(site.chance.choice(events), "window", nothing)


@mistake("pathway", "STR09", GAP=LOST)
def window_the_wrong_way_round(site: Site) -> bool:
    """The window of an event ends before it begins."""
    windows = [one for event in blocks(site.here, "events") for one in blocks(event, "window", "age")]
    if not windows:
        return False
    one = windows[0]
    one["from"], one["to"] = one["to"], one["from"]
    return True


@mistake("pathway", "STR10", STR=LATE)
def pathway_of_itself(site: Site) -> bool:
    """A local pathway extends itself instead of the nation's."""
    return swap(site.here, "extends", text(site.here, "id"))


@mistake("pathway", "TIM03", GAP=LOST, TIM=LATE)
def birth_visit_in_the_sixth_week(site: Site) -> bool:
    """The new birth visit is planned for the sixth week, which the regulations do not allow."""
    event = next((event for event in site.area.pathway.events or () if event.id == "new-birth-visit"), None)
    if event is None:
        return False
    visit: Block = {
        "id": event.id,
        "title": event.title,
        "window": {"age": {"from": "P30D", "to": "P40D"}},
    }
    entries(site.here, "events").append(visit)
    return True


@mistake("area", "STR13", GAP=LOST, STR=LATE)
def booking_planned_late(site: Site) -> bool:
    """The area plans booking later than its nation does, and gives no reason."""
    window: Block = {"gestation": {"from": "P10W", "to": "P14W"}}
    booking: Block = {"id": "booking", "title": "Booking", "window": window}
    site.add(
        "later.yaml",
        {
            "sharecheck": "pathway/1",
            "id": "later",
            "nation": site.area.nation,
            "extends": text(site.here, "pathway") or site.area.nation,
            "events": [booking],
        },
    )
    site.here["pathway"] = "later"
    return "booking" in site.area.events


@mistake("area", "STR19")
def journey_with_a_slip(site: Site) -> bool:
    """A made-up child of the area has its first visit at nine months, and nothing says why."""
    visit: Block = {"event": "new-birth-visit", "at": "P9M"}
    said = "What hangs on the first visit."
    return site.add(
        "child.yaml",
        {"sharecheck": "journey/1", "id": "a-child", "title": "A child", "shows": said, "happens": [visit]},
    )


def _local(site: Site, **keys: object) -> bool:
    """Let the area follow a local pathway that says this as well."""
    local: Block = {
        "sharecheck": "pathway/1",
        "id": "of-here",
        "nation": site.area.nation,
        "extends": text(site.here, "pathway") or site.area.nation,
        **keys,  # type: ignore[dict-item]  # blocks, as the callers make them
    }
    site.here["pathway"] = "of-here"
    return site.add("of-here.yaml", local)


def _asking(site: Site, item: str, **keys: str) -> bool:
    """Let a transition that needs an item ask for more."""
    for transition in site.area.pathway.transitions or ():
        if any(need.item == item for need in transition.needs):
            stated = transition.model_dump(mode="json", by_alias=True, exclude_none=True)
            for need in stated["needs"]:
                if need["item"] == item:
                    need.update(keys)
            return _local(site, transitions=[stated])
    return False


@mistake("area", "STR24")
def order_the_wrong_way_round(site: Site) -> bool:
    """School is said always to begin before birth."""
    return _local(site, order=[{"first": "school-start", "then": "birth"}])


@mistake("area", "STR25", GAP=LOST)
def number_of_an_occasion(site: Site) -> bool:
    """Of the NHS number, which does not change, the one that was made at birth is asked for."""
    return _asking(site, "nhs-number", of="birth")


@mistake("area", "TIM10", GAP=LOST)
def current_and_nobody_knows_first(site: Site) -> bool:
    """The home language has to be current, and nobody is said to know first when it changes."""
    return _asking(site, "home-language", **{"current-within": "P1D"})
