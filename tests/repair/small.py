"""Small areas made at random: three services, two items, a flow or two that may lack anything."""

from datetime import date
from pathlib import Path
from random import Random

from sharecheck.workspace import Workspace

PARTIES = {"maternity": "midwifery", "visitors": "health-visiting", "gps": "general-practice"}
ITEMS = ("feeding-status", "growth")
EVENTS = ("birth", "visit", "check")

AREA = "sharecheck: area/1\nid: small\nnation: england\npathway: short\nprotocols: complete\nparties:\n" + "".join(
    f"  - {{id: {id}, service: {service}}}\n" for id, service in PARTIES.items()
)
PATHWAY = """\
sharecheck: pathway/1
id: short
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}
  - {id: check, title: Check, window: {age: {from: P6W, to: P8W}}}
"""


def small(folder: Path, seed: int) -> Workspace:
    """An area in a folder."""
    chance = Random(seed)
    folder.mkdir(exist_ok=True)
    (folder / "area.yaml").write_text(AREA)
    (folder / "pathway.yaml").write_text(PATHWAY + _pathway(chance))
    (folder / "letters.yaml").write_text(
        "sharecheck: protocol/1\nid: letters\nflows:\n"
        + "".join(_flow(chance, name) for name in chance.choice(("a", "ab")))
    )
    return Workspace.open(folder, as_of=date(2026, 11, 22))


def _pathway(chance: Random) -> str:
    records = "".join(
        f"  - {{service: {chance.choice([*PARTIES.values()])}, event: {chance.choice(EVENTS[:2])}, items: [{item}]}}\n"
        for item in ITEMS
    )
    transitions = "".join(
        f"  - {{id: to-{at}, title: To the {at}, to: {service}, at: {at}, "
        f"needs: [{', '.join(_need(item) for item in _some(chance, ITEMS))}]}}\n"
        for at, service in (("visit", "health-visiting"), ("check", "general-practice"))
    )
    return f"records:\n{records}transitions:\n{transitions}"


def _need(item: str) -> str:
    return f"{{item: {item}, form: free-text, weight: useful}}"


def _flow(chance: Random, id: str) -> str:
    sender, recipient = chance.sample([*PARTIES], 2)
    when = chance.choice(("{on: change}", *(f"{{event: {event}}}" for event in EVENTS)))
    limit = chance.choice(("", "    within: P2D\n", "    within: P2W\n"))
    channel = chance.choice(("secure-email", "secure-portal"))
    return (
        f"  - id: {id}\n    from: {sender}\n    to: {recipient}\n    when: {when}\n{limit}"
        f"    channel: {channel}\n    items: [{', '.join(_some(chance, ITEMS))}]\n"
    )


def _some(chance: Random, among: tuple[str, ...]) -> list[str]:
    return chance.sample(among, chance.randint(1, len(among)))
