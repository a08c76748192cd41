"""What the parties state as their ground."""

from tools.mistakes.mistake import Site, alike, mistake
from tools.mistakes.tree import Block, Value, blocks, drop, entries, misspelt, somewhere, swap, text, tree

from sharecheck.model.base import MONTH
from sharecheck.workspace import Flow

APART = "partners differ, now that one of them says something else"
LESS = "what else is missing with it"


@mistake("protocol", "LAW01", LAW=LESS)
def basis_forgotten(site: Site) -> bool:
    """A protocol states no lawful basis."""
    return bool(_open(site)) and drop(site.here, "basis")


@mistake("protocol", "LAW03", LAW=LESS)
def health_data_like_any_other(site: Site) -> bool:
    """Health data is sent, and no condition of Article 9 is stated."""
    special = any(flow.special for flow in _open(site))
    return special and somewhere(drop(one, "article-9") for one in blocks(site.here, "basis"))


@mistake("protocol", "LAW02", LAW=LESS)
def task_without_a_function(site: Site) -> bool:
    """The public task is named, and no function that it rests on."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") in ("6(1)(e)", "6(1)(c)")]
    return bool(_open(site)) and somewhere(drop(one, "powers") for one in stated)


@mistake("protocol", "LAW04", LAW=LESS)
def condition_without_its_paragraph(site: Site) -> bool:
    """A condition of Article 9 stands without the paragraph of Schedule 1 that it needs."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-9") == "9(2)(h)"]
    return bool(_open(site)) and somewhere(drop(one, "schedule-1") for one in stated)


@mistake("flow", "LAW04", LAW=LESS)
def policy_document_forgotten(site: Site) -> bool:
    """A condition that needs an appropriate policy document names none."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-9") == "9(2)(g)"]
    return somewhere(drop(one, "policy-document") for one in stated)


@mistake("flow", "LAW05", LAW=LESS)
def recognised_interest_without_its_condition(site: Site) -> bool:
    """A recognised legitimate interest stands without the condition of Annex 1."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") == "6(1)(ea)"]
    return somewhere(drop(one, "annex-1") for one in stated)


@mistake("protocol", "LAW06", LAW=APART)
def legitimate_interest_of_an_authority(site: Site) -> bool:
    """A public authority states a legitimate interest."""
    public = {party.id for flow in _open(site) for party in flow.senders if party.public_authority}
    stated = [one for one in blocks(site.here, "basis") if not one.get("party") or text(one, "party") in public]
    return bool(public) and somewhere(swap(one, "article-6", "6(1)(f)") for one in stated[:1])


@mistake("protocol", "LAW07", GAP="a no stops what one of them sends", LAW=APART, CON="one of the two is consent")
def partners_who_differ(site: Site) -> bool:
    """One partner rests on its public task, the other one on consent."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") == "6(1)(e)" and "party" in one]
    return len(stated) > 1 and swap(stated[0], "article-6", "6(1)(a)")


@mistake("protocol", "LAW08", LAW=APART)
def provision_of_the_other_nation(site: Site) -> bool:
    """A provision of England is named in Wales, or one of Wales in England."""
    other = "ca2004-28" if site.area.nation == "england" else "ca2004-11"
    return bool(_open(site)) and somewhere(_power(one, other) for one in blocks(site.here, "basis")[:1])


@mistake("protocol", "LAW09", LAW=APART)
def act_that_was_repealed(site: Site) -> bool:
    """The Data Protection Act 1998 is named as what allows it."""
    return bool(_open(site)) and somewhere(_power(one, "dpa-1998") for one in blocks(site.here, "basis")[:1])


@mistake("protocol", "LAW10", LAW=APART)
def provision_misspelt(site: Site) -> bool:
    """A provision is named that is none."""
    return bool(_open(site)) and somewhere(
        _power(one, misspelt("ca2004-10a")) for one in blocks(site.here, "basis")[:1]
    )


def _power(basis: Block, power: str) -> bool:
    """Name a provision beside the others."""
    if not entries(basis, "powers"):
        return False
    entries(basis, "powers").append(power)
    return True


def _open(site: Site) -> list[Flow]:
    """The flows that state no ground of their own, so that the protocol's is theirs."""
    return [
        flow for flow in site.area.current_flows if flow.protocol.document is site.document and not flow.shape.basis
    ]


@mistake("flow", "STR18", LAW=APART)
def ground_of_a_bystander(site: Site) -> bool:
    """A lawful basis is that of a party that takes no part."""
    part = {party.id for party in (*site.flow.senders, *site.flow.recipients)} if site.flow else set()
    other = next((party.shape.id for party in site.area.declared if party.shape.id not in part), None)
    stated = [one for one in blocks(site.here, "basis") if "party" not in one]
    return bool(stated) and other is not None and bool(_also_of(site.here, stated[0], other))


def _also_of(flow: Block, stated: Block, party: str) -> list[Value]:
    """The grounds of a flow, and the same once more as those of a party."""
    both: list[Value] = [*blocks(flow, "basis"), {**stated, "party": party}]
    flow["basis"] = both
    return both


@mistake("protocol", "LAW14", LAW=APART)
def task_that_rests_on_guidance(site: Site) -> bool:
    """A public task rests on guidance, and on no law."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") == "6(1)(e)"]
    return bool(_open(site)) and somewhere(swap(one, "powers", ["kls-wales"]) for one in stated)


@mistake("protocol", "LAW13", LAW=APART)
def duty_that_is_none(site: Site) -> bool:
    """It is said that the law requires it, and what is named only allows it."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-6") == "6(1)(e)"]
    only = "ca2004-11" if site.area.nation == "england" else "ca2004-28"
    somewhere(swap(one, "powers", [only]) for one in stated)
    return bool(_open(site)) and somewhere(swap(one, "confidentiality", "required-by-law") for one in stated)


@mistake("flow", "LAW15", LAW=LESS)
def duty_to_answer_nobody(site: Site) -> bool:
    """A duty to answer requests is named for what is sent without one."""
    flow = site.flow
    if flow is None or any(when.on not in (None, "change") for when in flow.when):
        return False
    stated = blocks(site.here, "basis")
    if site.area.nation == "england":
        return somewhere(_power(one, "ca2004-16h") for one in stated)
    asked: Block = {"article-6": "6(1)(c)", "powers": ["aln-65"]}
    duty = [one for one in stated if entries(one, "powers") == ["aln-64"]]
    for one in duty:
        one.update(asked)
    return bool(duty)


@mistake("flow", "LAW16", LAW=LESS)
def paragraph_for_comparing_groups(site: Site) -> bool:
    """The paragraph on equality of treatment is named for what is sent about one child."""
    stated = [one for one in blocks(site.here, "basis") if text(one, "article-9") == "9(2)(g)"]
    return bool(site.planned) and somewhere(swap(one, "schedule-1", "paragraph-8") for one in stated)


@mistake("party", "LAW17")
def nobody_is_bound_to_secrecy(site: Site) -> bool:
    """A party to which health data goes for care says that it owes no duty of confidentiality."""
    here = text(site.here, "id")
    under = [flow for flow in site.area.current_flows if flow.special and _for_care(flow)]
    part = any(here in {party.id for party in (*flow.senders, *flow.recipients)} for flow in under)
    return part and swap(site.here, "duty-of-confidentiality", False)


def _for_care(flow: Flow) -> bool:
    """Whether all that is stated is 9(2)(h)."""
    return all(basis.article_9 == "9(2)(h)" for basis, _ in flow.bases)


@mistake("flow", "LAW19", LAW=LESS)
def duty_towards_others(site: Site) -> bool:
    """A duty towards the council is named for what goes to somebody else."""
    duty = "cfa-23" if site.area.nation == "england" else "aln-64"
    council = any(party.kind == "local-authority" for party in site.flow.recipients) if site.flow else True
    between = site.flow is None or site.flow.between_services
    return between and not council and somewhere(_power(one, duty) for one in blocks(site.here, "basis"))


@mistake("flow", "LAW21", LAW=LESS)
def ground_upon_ground(site: Site) -> bool:
    """Three grounds are stated for one flow, so that one of them will hold."""
    stated = blocks(site.here, "basis")
    if len(stated) != 1 or text(stated[0], "article-6") != "6(1)(e)":
        return False
    others: list[Value] = [{**stated[0], "article-6": point} for point in ("6(1)(c)", "6(1)(d)")]
    site.here["basis"] = [stated[0], *others]
    return True


@mistake("flow", "LAW22", LAW=LESS)
def matter_of_life_and_death(site: Site) -> bool:
    """Vital interests are stated for what is planned for every child."""
    planned = bool(site.planned) and all(not one.groups and one.end - one.start < 2 * MONTH for one in site.planned)
    return planned and somewhere(swap(one, "article-6", "6(1)(d)") for one in blocks(site.here, "basis"))


@mistake("protocol", "LAW24", LAW=APART, CON05="nothing asks for it")
def asked_each_time_by_one(site: Site) -> bool:
    """One service says that it asks each mother, and another that each mother expects it, of the same."""
    told = {party.id for flow in _open(site) if flow.special and alike(flow, site.area) for party in flow.senders}
    stated = [one for one in blocks(site.here, "basis") if text(one, "party") in told]
    return somewhere(swap(one, "confidentiality", "explicit-consent") for one in stated)


@mistake("flow", "LAW25", GAP="of the next area not all is here")
def other_ground_next_door(site: Site) -> bool:
    """The next area of the nation comes into the folder, and sends the same on another ground."""
    flow, shape = site.flow, site.area.shape
    ends = {party.id for party in (*flow.senders, *flow.recipients)} if flow else set()
    parties = blocks(tree(site.area.document), "parties") if site.area.document else []
    told = [item for item in flow.items if item.item and not item.item.identifier] if flow else []
    if flow is None or shape is None or not told or not flow.between_services or not _task(flow):
        return False
    there: list[Value] = [party for party in parties if text(party, "id") in ends]
    site.add(
        "next/area.yaml",
        {"sharecheck": "area/1", "id": "next-area", "nation": shape.nation, "protocols": "partial", "parties": there},
    )
    ground: Block = {"article-6": "6(1)(c)"}
    read: Block = {"title": "Agreement of the next area", "read": "opening"}
    other: Block = {**site.here, "basis": ground}
    drop(other, "funded-by")
    return site.add(
        "next/protocol.yaml",
        {"sharecheck": "protocol/1", "id": "next", "area": "next-area", "encoded-from": read, "flows": [other]},
    )


def _task(flow: Flow) -> bool:
    """Whether it rests on a public task and on nothing else."""
    return {basis.article_6 for basis, _ in flow.bases} == {"6(1)(e)"}
