"""Names that are none, or that stand for two things."""

from tools.mistakes.mistake import GONE, LOST, Site, mistake
from tools.mistakes.tree import Value, blocks, drop, entries, item, misspelt, swap, text

from sharecheck.model.base import many

UNUSED = "a party of which nothing else is said"


@mistake("flow", "STR01", LAW="whose law it is cannot be told", STR05=UNUSED, **GONE)
def sender_misspelt(site: Site) -> bool:
    """The sender of a flow is misspelt."""
    return _misspelt_one(site, "from")


@mistake("flow", "STR01", STR05=UNUSED, RET04="who receives it states no period", **GONE)
def recipient_misspelt(site: Site) -> bool:
    """The recipient of a flow is misspelt."""
    return _misspelt_one(site, "to")


@mistake("flow", "STR02", GAP=LOST)
def item_misspelt(site: Site) -> bool:
    """An item that a flow carries is misspelt."""
    items = entries(site.here, "items")
    if not items:
        return False
    index = site.chance.randrange(len(items))
    wrong = misspelt(item(items[index]))
    one = items[index]
    items[index] = {**one, "item": wrong} if isinstance(one, dict) else wrong
    return True


@mistake("flow", "STR02", FID03="both sides type, and paper goes between them", **GONE)
def event_misspelt(site: Site) -> bool:
    """The event that sets a flow off is misspelt."""
    events = [when for when in blocks(site.here, "when") if "event" in when]
    return bool(events) and swap(events[0], "event", misspelt(text(events[0], "event")))


@mistake("flow", "STR02", GAP=LOST)
def channel_misspelt(site: Site) -> bool:
    """The channel of a flow is misspelt."""
    return swap(site.here, "channel", misspelt(text(site.here, "channel")))


@mistake("flow", "STR02", GAP=LOST)
def identifier_misspelt(site: Site) -> bool:
    """What a flow is matched by is misspelt."""
    ways = entries(site.here, "matched-by")
    if not ways or not isinstance(ways[0], str):
        return False
    ways[0] = misspelt(ways[0])
    return True


@mistake("flow", "STR22", **GONE)
def another_service_named(site: Site) -> bool:
    """A flow is for a service that its recipient does not do."""
    recipients = many(site.flow.shape.to) if site.flow else ()
    done = {service for party in recipients for service in site.area.services_of(party)}
    site.here["to-service"] = next(service for service in site.area.vocabulary.services if service not in done)
    return bool(done)


@mistake("flow", "STR20")
def for_another_handover(site: Site) -> bool:
    """A flow is said to be for a handover to a service that its recipient does not do."""
    recipients = many(site.flow.shape.to) if site.flow else ()
    done = {service for party in recipients for service in site.area.services_of(party)}
    site.here["for"] = next(id for id, one in site.area.transitions.items() if one.to not in done)
    return bool(done)


@mistake("party", "STR23")
def one_record_for_one_service(site: Site) -> bool:
    """A party that does one service says that its services work in one record."""
    site.here["one-record"] = True
    return len(site.area.services_of(text(site.here, "id"))) == 1


@mistake("party", "STR02", **GONE)
def service_misspelt(site: Site) -> bool:
    """The service of a party is misspelt."""
    return isinstance(site.here.get("service"), str) and swap(
        site.here, "service", misspelt(text(site.here, "service"))
    )


@mistake("party", "STR01", STR05=UNUSED, RET04="who receives it states no period", **GONE)
def party_renamed_in_the_area_alone(site: Site) -> bool:
    """A party gets another name in the area's file, and the protocols keep the old one."""
    return swap(site.here, "id", f"{text(site.here, 'id')}-team")


@mistake("protocol", "STR01", LAW="who is left without a ground")
def ground_of_a_misspelt_party(site: Site) -> bool:
    """The party that states a lawful basis is misspelt."""
    return any(swap(one, "party", misspelt(text(one, "party"))) for one in blocks(site.here, "basis"))


@mistake("protocol", "STR01", GOV08="who is left without a signature")
def signature_of_a_misspelt_party(site: Site) -> bool:
    """The party that signed is misspelt."""
    each = blocks(site.here, "governance", "signatures")
    return bool(each) and swap(each[0], "party", misspelt(text(each[0], "party")))


@mistake("protocol", "STR01", RET04="who is left without a period")
def retention_of_a_misspelt_party(site: Site) -> bool:
    """The party that keeps what it received is misspelt."""
    each = [one for one in blocks(site.here, "governance", "retention") if "party" in one]
    return bool(each) and swap(each[0], "party", misspelt(text(each[0], "party")))


@mistake("flow", "STR02")
def money_misspelt(site: Site) -> bool:
    """A flow names a funding stream that the area does not have."""
    site.here["funded-by"] = misspelt(next(iter(site.area.funding), "start-for-life-grant"))
    return "funded-by" not in site.here or bool(site.flow and site.flow.shape.funded_by is None)


@mistake("flow", "STR06")
def flow_copied_and_not_renamed(site: Site) -> bool:
    """A flow is copied as a pattern for the next one, and keeps its name."""
    flows = entries(site.file, "flows")
    flows.append({**site.here})
    return True


@mistake(
    "area",
    "STR05",
    GAP="it is taken to need what its service needs",
)
def party_left_over(site: Site) -> bool:
    """A party stays behind that takes part in nothing any more."""
    new: dict[str, Value] = {
        "id": "former-team",
        "service": many(site.area.shape.parties[0].service)[0] if site.area.shape else "",
        "elsewhere": True,
        "controller": "controller",
        "kind": "nhs-trust",
    }
    entries(site.here, "parties").append(new)
    return True


@mistake("area", "STR02", GAP=LOST, STR="what the lost pathway described")
def pathway_misspelt(site: Site) -> bool:
    """The area names a pathway that is none."""
    return swap(site.here, "pathway", misspelt(text(site.here, "pathway")))


@mistake("protocol", "STR08")
def title_forgotten(site: Site) -> bool:
    """A protocol has no title."""
    return drop(site.here, "title")


@mistake("protocol", "STR08")
def version_forgotten(site: Site) -> bool:
    """Nobody can tell which version of a protocol it is."""
    return drop(site.here, "version")


@mistake("protocol", "STR08")
def owner_forgotten(site: Site) -> bool:
    """Nobody keeps the protocol."""
    return drop(site.here, "owner")


@mistake("protocol", "STR08")
def first_day_forgotten(site: Site) -> bool:
    """A protocol does not say since when it is in force."""
    return drop(site.here, "effective")


def _misspelt_one(site: Site, key: str) -> bool:
    named = site.here.get(key)
    if isinstance(named, list):
        named[0] = misspelt(str(named[0]))
        return True
    return isinstance(named, str) and named != "parent" and swap(site.here, key, misspelt(named))


@mistake("protocol", "STR14", GOV="the template asks for other things")
def template_for_joint_controllers(site: Site) -> bool:
    """The template for joint controllers is taken, and nobody is one."""
    mine = [flow for flow in site.area.current_flows if flow.protocol.document is site.document]
    joint = any(party.controller == "joint-controller" for flow in mine for party in (*flow.senders, *flow.recipients))
    return text(site.here, "framework").startswith("waspi") and not joint and swap(site.here, "framework", "waspi-jca")
