"""What the register of law says of parties: which provisions reach them, and whom a duty leads to."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sharecheck import words
from sharecheck.law.calendar import first_day, last_day
from sharecheck.model.base import Nation, many
from sharecheck.model.law import Bound, Provision, ServesAs
from sharecheck.model.party import Party
from sharecheck.standards import law
from sharecheck.workspace import Context, Ground

DUTIES: frozenset[ServesAs] = frozenset({"duty-to-share", "supports-legal-obligation"})
"""What a legal obligation, 6(1)(c), can rest on."""
TASKS: frozenset[ServesAs] = frozenset({"supports-public-task", "power-to-share", "duty-to-cooperate"})
"""What a public task, 6(1)(e), can rest on."""
NATIONS: tuple[Nation, ...] = ("england", "wales")
"""A duty can lead over the border, though it binds nobody there."""


def may_reach(provision: Provision, party: Party, area: Context) -> bool:
    """Whether a provision reaches a party, or may: its nation or kind is not stated, or a contract can bring it in."""
    if not provision.binds:
        nation = _stated(party, area)
        return nation is None or nation in provision.applies
    return any(_meant(bound, party, area, provision.applies) for bound in provision.binds)


def leads_to(provision: Provision, party: Party, area: Context) -> bool:
    """Whether a duty to share leads to a party, or may: where that is not known, to anybody."""
    return not provision.towards or any(
        _meant(bound, party, area, NATIONS)
        and (bound.services is None or bool(set(bound.services) & set(many(party.service))))
        for bound in provision.towards
    )


def _stated(party: Party, area: Context) -> Nation | None:
    """The nation of a party, where a file says it; that of a protocol alone is not guessed."""
    return party.nation or (area.shape.nation if area.shape else None)


def _meant(bound: Bound, party: Party, area: Context, applies: tuple[Nation, ...]) -> bool:
    nation = _stated(party, area)
    return party.kind in (None, bound.kind) and (nation is None or nation in many(bound.nation or applies))


def named_provisions(ground: Ground) -> tuple[Provision, ...] | None:
    """The provisions that a ground names; None where one of them is not in the register."""
    powers = ground.basis.powers or ()
    return tuple(law()[id] for id in powers) if all(id in law() for id in powers) else None


def in_force(provision: Provision, on: date) -> bool:
    """Whether a provision is in force on a day, as far as the register knows."""
    begun = provision.from_ is not None and first_day(provision.from_) <= on
    return begun and (provision.until is None or last_day(provision.until) >= on)


def offered(party: Party, recipients: Iterable[Party], area: Context) -> str:
    """What the register has for a party that sends to others: `` for 6(1)(c) `cfa-23`; for 6(1)(e) `ca2004-11` ``.

    Statutes in force, and at least partly read, that bind its kind of body without a condition. Empty where its kind or
    nation is not stated.
    """
    return "; ".join(f"for {article} {words.listed(ids)}" for article, ids in _listed(party, recipients, area).items())


def _listed(party: Party, recipients: Iterable[Party], area: Context) -> dict[str, list[str]]:
    """The statutes in force that bind its kind of body without a condition, by point of Article 6."""
    if party.kind is None or _stated(party, area) is None:
        return {}
    others = tuple(recipients)
    found = [
        provision for provision in law().values() if in_force(provision, area.as_of) and _binds(provision, party, area)
    ]
    duties = [
        provision.id
        for provision in found
        if "duty-to-share" in provision.serves_as and any(leads_to(provision, to, area) for to in others)
    ]
    tasks = [provision.id for provision in found if "supports-public-task" in provision.serves_as]
    return {article: ids for article, ids in (("6(1)(c)", duties), ("6(1)(e)", tasks)) if ids}


def entries(ground: Ground, article: str) -> str:
    """What the register lists for the senders of a ground under a point of Article 6, as the end of an advice.

    Nobody is advised to name one of these: which it is, if any, people decide.
    """
    area = ground.protocol.area
    recipients = [area.parties[id] for id in ground.recipients_named if id in area.parties]
    found = {party.id: _listed(party, recipients, area).get(article, []) for party in ground.senders}
    told = [f"{words.listed(ids, 6)} for a body like `{party}`" for party, ids in found.items() if ids]
    return f"; the register lists {', '.join(told)}: read whether one of them is meant" if told else ""


SUPPORTS: Mapping[ServesAs, str] = {
    "duty-to-share": "a duty to share",
    "power-to-share": "a power to share",
    "duty-to-cooperate": "a duty to co-operate",
    "supports-legal-obligation": "what can support a legal obligation, 6(1)(c)",
    "supports-public-task": "what can support a public task, 6(1)(e)",
}
"""What the register lists a provision as, in words."""


def listings(ids: Iterable[str]) -> Iterator[str]:
    """What the register says of provisions that are named: `` `cfa-23` as a duty to share ``."""
    for id in dict.fromkeys(ids):
        roles = [SUPPORTS[role] for role in law()[id].serves_as if role in SUPPORTS] if id in law() else []
        if roles:
            yield f"`{id}` as {' and '.join(roles)}"


def _binds(provision: Provision, party: Party, area: Context) -> bool:
    bound = (body for body in provision.binds or () if not body.conditional)
    return (
        provision.level == "statute"
        and provision.verified != "no"
        and any(_meant(body, party, area, provision.applies) for body in bound)
    )
