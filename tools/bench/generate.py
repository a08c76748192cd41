"""Make areas for the benchmark: complete, clean, always the same, derived from the national pathway of England.

Every service of the pathway is a party, and every need is met by flows that leave in time, so that the whole network
is looked at and nothing is found. What a service cannot know from the pathway alone, its party records.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sharecheck.model.base import DAY, many
from sharecheck.model.pathway import Pathway, Transition
from sharecheck.network import Moment, timeline
from sharecheck.standards import Vocabulary, catalogue, pathway
from sharecheck.workspace.context import OUTSIDE_CARE

PROTOCOLS = 10
"""Protocols an area."""
FLOWS = 300
"""Flows an area."""
SEED = 20270331

_COUNCIL = frozenset(
    {
        "early-help",
        "family-hub",
        "childrens-social-care",
        "special-educational-needs",
        "domestic-abuse-services",
        "birth-registration",
        "early-years-setting",
    }
)
"""Services that a council does here; the nurseries are maintained ones."""
_WITHIN = (("P5D", 5 * DAY), ("P2D", 2 * DAY), ("P1D", DAY), ("PT12H", 12), ("PT4H", 4), ("PT2H", 2), ("PT1H", 1))
"""Time limits, the longest first, with their hours."""
_CHANNELS = ("secure-email", "system-message", "secure-file-transfer")
_IDENTIFIERS = ("nhs-number", "identity", "address")


@dataclass
class _Flow:
    id: str
    sender: str
    recipient: str
    event: str | None
    within: str
    items: list[str]
    unborn: bool


@dataclass
class _Plan:
    """An area in the making: what its parties record by themselves, and its flows."""

    random: Random
    moments: dict[str, Moment]
    records: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    flows: list[_Flow] = field(default_factory=list)

    def record(self, party: str, event: str, items: Iterable[str]) -> None:
        """Let a party record items at an event."""
        known = self.records.setdefault(party, {}).setdefault(event, [])
        known += [item for item in items if item not in known]


def areas(folder: Path, protocols: int, seed: int = SEED) -> list[Path]:
    """Write areas with this many protocols in all, and return the paths of the protocols."""
    plan = _plan(pathway("england"), Random(seed))
    paths: list[Path] = []
    for number in range(1, -(-protocols // PROTOCOLS) + 1):
        random = Random(seed + number)
        home = folder / f"area-{number:03}"
        home.mkdir(parents=True, exist_ok=True)
        (home / "area.yaml").write_text(_area(plan, number), encoding="utf-8")
        for part, text in enumerate(_protocols(plan, number, random), 1):
            if len(paths) < protocols:
                paths.append(home / f"protocol-{part:02}.yaml")
                paths[-1].write_text(text, encoding="utf-8")
    return paths


def single(path: Path) -> Path:
    """Write one protocol that is checked alone, without the file of its area: nothing is wrong with it."""
    first = next(_protocols(_plan(pathway("england"), Random(SEED)), 1, Random(SEED)))
    path.write_text(first.replace("area: area-001\n", ""), encoding="utf-8")
    return path


def _plan(path: Pathway, random: Random) -> _Plan:
    plan = _Plan(random, dict(timeline(path.events or ())))
    services = sorted({name for one in path.transitions or () for name in (one.to, *many(one.from_))} - {"family"})
    known = {one.id for one in catalogue().services or ()}
    for service in (*services, *sorted({f"next-{one.to}" for one in path.transitions or () if one.elsewhere})):
        if service.removeprefix("next-") in known:
            plan.record(service, "booking", ["mother-identity"])
            plan.record(service, "birth", _IDENTIFIERS)
    transitions = [one for one in path.transitions or () if one.at in plan.moments and one.to in known]
    for transition in transitions:
        recipient = f"next-{transition.to}" if transition.elsewhere else transition.to
        senders = [name for name in many(transition.from_) if name in plan.records and name != recipient]
        _meet(
            plan, transition, senders or ["child-health-information"], "parent" if recipient == "family" else recipient
        )
    _repeat(plan)
    return plan


def _meet(plan: _Plan, transition: Transition, senders: list[str], recipient: str) -> None:
    """Add the flows by which the needs of a transition are met."""
    moment = plan.moments[transition.at]
    plus = transition.plus.longest_hours if transition.plus else 0.0
    items = list(dict.fromkeys(need.item for need in transition.needs))
    if "birth-details" in items and "multiple-birth" not in items:
        items.append("multiple-birth")
    for turn, chunk in enumerate(items[start : start + 8] for start in range(0, len(items), 8)):
        sender = senders[turn % len(senders)]
        same = plus >= DAY
        source = transition.at if same else "booking" if moment.start + plus <= DAY / 4 else "birth"
        event, left = (transition.at, plus) if same else (None, moment.start + plus - plan.moments[source].end)
        if source == "birth" and moment.start + plus <= 0:
            raise ValueError(f"{transition.id}: nothing can be known of a child before it is born")
        plan.record(sender, source, chunk)
        within = next(text for text, hours in _WITHIN if hours <= left / 2)
        unborn = plan.moments[source].start < 0
        name = f"{transition.id}-{turn + 1}" if len(items) > 8 else transition.id
        plan.flows.append(_Flow(name, sender, recipient, event, within, chunk, unborn))


def _repeat(plan: _Plan) -> None:
    """Fill up with flows that say again what is known, when something changes or once a month."""
    first = [flow for flow in plan.flows if len(flow.items) > 2 and flow.recipient != "parent"]
    turn = 0
    while len(plan.flows) < FLOWS:
        flow = first[turn % len(first)]
        items = plan.random.sample(flow.items, k=max(2, len(flow.items) - 1 - turn // len(first)))
        again = f"{flow.id}-again-{1 + turn // len(first)}"
        plan.flows.append(_Flow(again, flow.sender, flow.recipient, None, flow.within, items, flow.unborn))
        turn += 1


def _parts(plan: _Plan) -> list[list[_Flow]]:
    """The flows of each protocol: those of the same senders together, as many in each."""
    flows = sorted(plan.flows, key=lambda flow: (flow.sender, flow.recipient, flow.id))
    size = -(-len(flows) // PROTOCOLS)
    return [flows[start : start + size] for start in range(0, len(flows), size)]


def _kind(service: str) -> str:
    if service in _COUNCIL:
        return "local-authority"
    return {"general-practice": "gp-practice", "school": "school"}.get(service, "nhs-foundation-trust")


def _party(party: str, records: dict[str, list[str]]) -> str:
    service = party.removeprefix("next-")
    scheme = "cyber-essentials-plus" if _kind(service) == "school" else "dspt"
    lines = [
        f"  - id: {party}",
        f"    name: {party.replace('-', ' ').capitalize()}",
        f"    service: {service}",
        f"    kind: {_kind(service)}",
        *(["    elsewhere: true"] if party != service else []),
        "    controller: controller",
        "    public-authority: true",
        "    duty-of-confidentiality: true",
        "    system: {name: electronic record, medium: electronic}",
        f'    assurance: [{{scheme: {scheme}, until: "2099-06-30"}}]',
        "    contacts:",
        f"      data-protection-officer: dpo@{party}.example",
        f"      caldicott-guardian: caldicott@{party}.example",
        f"      senior-information-risk-owner: siro@{party}.example",
        f"      information-governance: ig@{party}.example",
        *(["    records:"] if records else []),
        *(f"      - {{event: {event}, items: [{', '.join(items)}]}}" for event, items in records.items()),
    ]
    return "\n".join(lines) + "\n"


def _area(plan: _Plan, number: int) -> str:
    parties = "".join(_party(party, records) for party, records in plan.records.items())
    return (
        f"sharecheck: area/1\nid: area-{number:03}\nname: Area {number}\nnation: england\npathway: england\n"
        f"protocols: complete\nbirths-a-year: {2000 + 37 * number}\nparties:\n{parties}"
        f"neighbours:\n  - {{area: next-area, nation: england, records-go-to: child-health-information}}\n"
    )


def _protocols(plan: _Plan, number: int, random: Random) -> Iterator[str]:
    for part, flows in enumerate(_parts(plan), 1):
        parties = list(dict.fromkeys(name for flow in flows for name in (flow.sender, flow.recipient)))
        signed = [party for party in parties if party != "parent"]
        yield _head(number, part, signed[0]) + "".join(_flow(flow, random) for flow in flows) + _governance(signed)


def _head(number: int, part: int, owner: str) -> str:
    return f"""\
# Agreement {part} of area {number}, made for the benchmark.
sharecheck: protocol/1
id: agreement-{part:02}
title: Agreement {part} of the services around children from pregnancy to school
area: area-{number:03}
version: "{1 + number % 3}.{part % 4}"
status: in-force
effective: "2025-04-01"
review: "2028-06-30"
framework: local
owner: {{party: {owner}, role: head of information governance, contact: ig@{owner}.example}}
purpose: The next service knows what the one before it knows, so that no family has to tell its story twice.
necessity: Without it a service starts without what is known, and a child's need is found months later.
basis:
  article-6: 6(1)(e)
  article-9: 9(2)(h)
  article-10: true
  schedule-1: [paragraph-2, paragraph-18]
  policy-document: APD-7
  confidentiality: implied-consent
  powers: [hsca-251b, ca2004-11, ca2004-16la]
flows:
"""


def _flow(flow: _Flow, random: Random) -> str:
    matched = "[mother-identity]" if flow.unborn else "[nhs-number, [identity, address]]"
    why = ""
    if flow.recipient.removeprefix("next-") in Vocabulary().services_of(*OUTSIDE_CARE, "family"):
        why = (
            "    purpose: The service plans its first contact with the family by it.\n    agreement: {inform: parent}\n"
        )
    items = ", ".join(flow.items)
    return (
        f"  - id: {flow.id}\n"
        f"    from: {flow.sender}\n"
        f"    to: {flow.recipient}\n"
        f"    when: {f'{{event: {flow.event}}}' if flow.event else '{on: change}'}\n"
        f"    within: {flow.within}\n"
        f"    channel: {_CHANNELS[random.randrange(len(_CHANNELS))]}\n"
        f"    matched-by: {matched}\n{why}"
        f"    receipt: {{acknowledged: true, chase-after: P1D, owner: duty desk}}\n"
        f"    responsibility: sender-until-accepted\n"
        f"    items: [{items}]\n"
    )


def _governance(parties: list[str]) -> str:
    signatures = "".join(
        f'    - {{party: {party}, role: chief executive, signed: "2025-03-0{1 + turn % 9}"}}\n'
        for turn, party in enumerate(parties)
    )
    return f"""\
governance:
  dpia: {{reference: DPIA-0142, completed: "2025-01-20", reviewed: "2026-09-01"}}
  breach: {{notify-partners-within: PT24H, contact: ig@partnership.example}}
  retention:
    - period: P25Y
      trigger: the date of birth of the child
      disposal: reviewed, then destroyed under certificate
      schedule: Records Management Code of Practice
  rights:
    privacy-notice: On the partnership's page for parents, and read out at booking.
    exceptions: Where telling a parent would put somebody at risk; a manager decides and writes it down.
    access-requests: The party that is asked answers, and takes out what is about others.
    rectification: A correction goes to everybody who received the original, within five working days.
    objection: Written into the record at once, and sent on with every later flow.
    complaints: To the data protection officer of any party, then to the Information Commission.
    freedom-of-information: The party that is asked answers, after asking the others.
  signatures:
{signatures}\
  joint-controllers: Each party is a controller of its own; the arrangement is annexed as JCA-7.
  processors:
    - {{name: supplier of the record system, contract: C-2291}}
  security:
    encrypted-in-transit: true
    encrypted-at-rest: true
    access: By role; only those who care for the child.
    audit: A sample of accesses is looked at each month.
    protected-addresses: Marked at the source and taken out before anything is sent.
  onward-sharing: Only to those who take over the child's care, under this agreement.
  accuracy: Fact and opinion are told apart; a sample is compared with the source each quarter.
  matching: By NHS number, else by name, date of birth and address; a clerk looks at what fits nobody.
  training: Yearly for all who send or receive.
  cover: The duty desk takes over when a post is empty, at weekends and on bank holidays.
  urgent: The duty social worker is rung at once, at any hour, and what was said is written down the same day.
  decisions: In the child's record, with the reason, also where it was decided not to share.
  monitoring: The share of flows on time is reported to the board each quarter.
  failsafe: Child health information compares the births expected with the records received each week.
  review-triggers: [a serious incident, a change of the law, a new system, a new provider]
  leaving: Three months' notice; what was received stays with who received it, under the same rules.
  listed-in: The partnership's register of agreements
  location: In the United Kingdom; nothing is transferred out of it.
  movers: Records follow the child within two working days of the new address.
  resources: Each party bears its own costs.
"""


if __name__ == "__main__":
    target, number = Path(sys.argv[1]), int(sys.argv[2])
    areas(target, number)
