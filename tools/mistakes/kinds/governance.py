"""The clauses that are not flows."""

from tools.mistakes.mistake import LOST, Site, mistake
from tools.mistakes.tree import block, blocks, drop, entries, somewhere, swap, text

from sharecheck.model.calendar import days_later
from sharecheck.model.party import Party
from sharecheck.workspace import Flow


@mistake("protocol", "GOV03")
def assessment_forgotten(site: Site) -> bool:
    """No impact assessment is named, although health data is sent."""
    return any(flow.special for flow in _mine(site)) and drop(block(site.here, "governance"), "dpia")


@mistake("protocol", "GOV03")
def assessment_after_the_fact(site: Site) -> bool:
    """The impact assessment was completed when the sharing had begun."""
    dpia = block(site.here, "governance", "dpia")
    drop(dpia, "reviewed")
    return swap(dpia, "completed", str(site.area.as_of)) and "effective" in site.here


@mistake("protocol", "GOV04", GAP=LOST, GOV="the signature")
def signature_awaited(site: Site) -> bool:
    """A protocol is in force, and a party has not signed."""
    signatures = blocks(site.here, "governance", "signatures")
    senders = {party.id for flow in _mine(site) for party in flow.senders}
    here = [signature for signature in signatures if text(signature, "party") in senders]
    if not here:
        return False
    drop(here[0], "signed")
    here[0]["awaited"] = True
    return True


@mistake("protocol", "GOV02")
def contract_forgotten(site: Site) -> bool:
    """A processor has no contract."""
    processors = blocks(site.here, "governance", "processors")
    return bool(processors) and drop(processors[0], "contract")


@mistake("protocol", "GOV18", RTS="the clause", LIF="the clause", GOV="the clause")
def clause_to_be_confirmed(site: Site) -> bool:
    """A clause says `TBC`."""
    governance = block(site.here, "governance")
    return swap(governance, "leaving", "TBC") or swap(governance, "decisions", "to be confirmed")


@mistake("protocol", "SEC02")
def breach_told_to_nobody(site: Site) -> bool:
    """Nothing says that partners hear of a breach."""
    return drop(block(site.here, "governance"), "breach")


@mistake("protocol", "SEC02")
def breach_told_in_a_week(site: Site) -> bool:
    """Partners hear of a breach after a week."""
    return swap(block(site.here, "governance", "breach"), "notify-partners-within", "P7D")


@mistake("party", "GOV01", GOV="who answers")
def controller_or_not(site: Site) -> bool:
    """A party does not say whether it is a controller."""
    return not site.here.get("elsewhere") and drop(site.here, "controller")


@mistake("party", "GOV05", GOV="whom to ask")
def nobody_to_ask(site: Site) -> bool:
    """A party that sends health data names nobody to ask."""
    sends = any(
        flow.special and text(site.here, "id") in {party.id for party in flow.senders}
        for flow in site.area.current_flows
    )
    return sends and not site.here.get("elsewhere") and drop(site.here, "contacts")


@mistake("party", "SEC03", SEC="the assurance")
def assurance_forgotten(site: Site) -> bool:
    """A party that receives health data shows no security assurance."""
    return _receives(site) and drop(site.here, "assurance")


@mistake("party", "SEC03", SEC="the assurance")
def assurance_ran_out(site: Site) -> bool:
    """The security assurance of a party ended last month."""
    ended = str(days_later(site.area.as_of, -30))
    return _receives(site) and bool([swap(one, "until", ended) for one in blocks(site.here, "assurance")])


@mistake("protocol", "GOV11")
def purpose_forgotten(site: Site) -> bool:
    """A protocol does not say what it is for."""
    return drop(site.here, "purpose")


@mistake("protocol", "GOV12")
def training_forgotten(site: Site) -> bool:
    """Nothing says how staff learn of it."""
    return _clause(site, "training")


@mistake("protocol", "GOV13")
def decisions_written_nowhere(site: Site) -> bool:
    """Nothing says where it is written down that something was shared, or was not."""
    return _clause(site, "decisions")


@mistake("protocol", "GOV14")
def in_no_register(site: Site) -> bool:
    """A protocol stands in no register."""
    return _clause(site, "listed-in")


@mistake("protocol", "GOV17")
def owner_without_an_address(site: Site) -> bool:
    """The owner is named, and nobody can write to it."""
    return somewhere(drop(block(site.here, "owner"), key) for key in ("contact", "party"))


@mistake("protocol", "GOV09")
def signed_when_it_had_begun(site: Site) -> bool:
    """A party signed when the sharing had begun."""
    signatures = blocks(site.here, "governance", "signatures")
    return bool(signatures) and swap(signatures[0], "signed", str(site.area.as_of))


@mistake("protocol", "GOV10")
def signature_without_a_day(site: Site) -> bool:
    """A signature does not say when."""
    signatures = blocks(site.here, "governance", "signatures")
    return bool(signatures) and drop(signatures[0], "signed")


@mistake("protocol", "GOV08")
def signature_of_one_is_missing(site: Site) -> bool:
    """A party that sends or receives stands not among those that sign."""
    signatures = blocks(site.here, "governance", "signatures")
    boxes = {party.shape.id: _mailbox(party.shape) for party in site.area.declared}
    others = [boxes.get(text(signature, "party")) for signature in signatures]
    part = {
        party.id
        for flow in _mine(site)
        for party in (*flow.senders, *flow.recipients)
        if not party.elsewhere and others.count(_mailbox(party)) == 1
    }
    alone = [signature for signature in signatures if text(signature, "party") in part]
    if not alone:
        return False
    entries(site.here, "governance", "signatures").remove(alone[0])
    return True


@mistake("protocol", "GOV15")
def assessment_of_ten_years_ago(site: Site) -> bool:
    """The impact assessment was last looked at ten years ago."""
    dpia = block(site.here, "governance", "dpia")
    drop(dpia, "reviewed")
    return swap(dpia, "completed", str(days_later(site.area.as_of, -3650)))


@mistake("party", "GOV07")
def no_caldicott_guardian(site: Site) -> bool:
    """An NHS trust that sends health data names no Caldicott Guardian."""
    trust = text(site.here, "kind") in ("nhs-trust", "nhs-foundation-trust")
    return (
        site.area.nation == "england"
        and trust
        and _sends(site)
        and drop(block(site.here, "contacts"), "caldicott-guardian")
    )


@mistake("party", "GOV16", GAP=LOST, STR14="the template is for controllers")
def recipient_that_is_no_controller(site: Site) -> bool:
    """A party that receives for itself says that it is no controller."""
    return _receives(site) and swap(site.here, "controller", "none")


@mistake("protocol", "FUN06")
def cost_that_nobody_counted(site: Site) -> bool:
    """Nothing says what it costs."""
    return _clause(site, "resources")


@mistake("protocol", "LIF03")
def review_by_the_calendar_alone(site: Site) -> bool:
    """Nothing but the calendar brings a review."""
    return _clause(site, "review-triggers")


@mistake("protocol", "LIF04")
def no_way_to_leave(site: Site) -> bool:
    """Nothing says what happens when a party leaves."""
    return _clause(site, "leaving")


@mistake("protocol", "MIN05")
def passed_on_by_anybody(site: Site) -> bool:
    """Nothing says what a recipient may pass on."""
    return _clause(site, "onward-sharing")


@mistake("protocol", "SEC06")
def open_to_everybody(site: Site) -> bool:
    """Nothing says who can open what was received."""
    told = any(flow.special or flow.safeguarding for flow in _mine(site))
    return told and drop(block(site.here, "governance", "security"), "access", "audit")


@mistake("protocol", "SEC07")
def address_that_must_not_be_known(site: Site) -> bool:
    """Addresses are sent, and nothing says how one that must not be known is kept back."""
    sent = any(item.id == "address" for flow in _mine(site) for item in flow.items)
    return sent and drop(block(site.here, "governance", "security"), "protected-addresses")


@mistake("protocol", "SEC08")
def breach_told_to_whom(site: Site) -> bool:
    """Partners are to be told of lost data, and nothing says who is to be told."""
    return drop(block(site.here, "governance", "breach"), "contact")


@mistake("protocol", "FID02")
def nobody_looks_whether_it_is_right(site: Site) -> bool:
    """Nothing says how it is found out whether what was sent is right."""
    return _clause(site, "accuracy")


@mistake("protocol", "FBK05")
def nobody_looks_whether_it_works(site: Site) -> bool:
    """Nothing says how it is found out whether it works."""
    return _clause(site, "monitoring")


@mistake("protocol", "XAR03", STR14="the template is for something else", GOV="the framework")
def framework_of_the_other_nation(site: Site) -> bool:
    """A protocol follows the framework of the other nation."""
    if "framework" not in site.here:
        return False
    other = "waspi-isp" if site.area.nation == "england" else "nhs-universal-dsa"
    return site.here["framework"] != "local" and swap(site.here, "framework", other)


def _receives(site: Site) -> bool:
    here = text(site.here, "id")
    received = any(flow.special and here in {party.id for party in flow.recipients} for flow in site.area.current_flows)
    return received and not site.here.get("elsewhere")


def _clause(site: Site, *keys: str) -> bool:
    """Leave clauses out."""
    return drop(block(site.here, "governance"), *keys)


def _sends(site: Site) -> bool:
    here = text(site.here, "id")
    sent = any(flow.special and here in {party.id for party in flow.senders} for flow in site.area.current_flows)
    return sent and not site.here.get("elsewhere")


def _mine(site: Site) -> list[Flow]:
    """The flows of the protocol."""
    return [flow for flow in site.area.current_flows if flow.protocol.document is site.document]


def _mailbox(party: Party) -> str | None:
    """By which its organisation is told apart."""
    return party.contacts.data_protection_officer if party.contacts else None


@mistake("party", "GOV06")
def joint_controllers_by_name(site: Site) -> bool:
    """A party says that it is a joint controller, and each agreement that there is none."""
    said = [protocol.governance.joint_controllers or "none" for protocol in site.area.current]
    alone = all(one.startswith("none") for one in said)
    return alone and not site.here.get("elsewhere") and swap(site.here, "controller", "joint-controller")


@mistake("protocol", "GOV06")
def arrangement_struck(site: Site) -> bool:
    """The agreement between joint controllers no longer names their arrangement."""
    named = not text(site.here, "governance", "joint-controllers").startswith("none")
    return named and _clause(site, "joint-controllers")
