"""Small inputs with much of one thing, by name: what each is made of, and how much of it there is at first."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from pathlib import Path

from sharecheck.standards import catalogue

ITEMS = tuple(item.id for item in catalogue().items or ())
_SENT = "when: {on: change}, within: P5D, channel: secure-email"


def write_area(folder: Path, more: str = "", id: str = "a", parties: Iterable[str] = ()) -> None:
    """An area of two services, and of parties that do what the second one does."""
    teams = "".join(f"  - {{id: {party}, service: health-visiting}}\n" for party in parties)
    text = f"""\
sharecheck: area/1
id: {id}
nation: england
protocols: complete
births-a-year: 1000
parties:
  - {{id: maternity, service: midwifery}}
  - {{id: health-visitors, service: health-visiting}}
{teams}{more}"""
    (folder / f"area-{id}.yaml").write_text(text, encoding="utf-8")


def write_protocol(folder: Path, flows: Iterable[str], id: str = "p", more: str = "", area: str = "a") -> None:
    """A protocol of such flows; its name, so that of its file, begins as its area does."""
    lines = "".join(f"  - {{{flow}}}\n" for flow in flows)
    head = f"sharecheck: protocol/1\nid: {id}\narea: {area}\n"
    text = f"{head}status: in-force\neffective: 2026-01-01\nreview: 2027-06-01\n{more}flows:\n{lines}"
    (folder / f"{id}.yaml").write_text(text, encoding="utf-8")


def flow(
    id: str,
    items: str = "birth-details",
    sender: str = "maternity",
    recipient: str = "health-visitors",
    more: str = "matched-by: [nhs-number]",
) -> str:
    """A flow as a line of a protocol."""
    return f"id: {id}, from: {sender}, to: {recipient}, {_SENT}, items: [{items}], {more}"


def flows(folder: Path, number: int) -> None:
    """Flows of one item each between two parties."""
    write_area(folder)
    write_protocol(folder, (flow(f"f{at}", ITEMS[at % len(ITEMS)]) for at in range(number)))


def same_item(folder: Path, number: int) -> None:
    """Flows of the same item between two parties, each with another limit."""
    write_area(folder)
    lines = (flow(f"f{at}").replace("P5D", f"P{at + 1}D") for at in range(number))
    write_protocol(folder, lines)


def teams(folder: Path, number: int) -> None:
    """Teams that do one service, all told by one flow."""
    ids = [f"team-{at}" for at in range(number)]
    write_area(folder, parties=ids)
    write_protocol(folder, (flow("f", recipient=f"[{', '.join(ids)}]"),))


def local_items(folder: Path, number: int) -> None:
    """Items of a catalogue of the area's own, each with its flow."""
    each = (
        f"  - {{id: own-{at}, title: Own {at}, about: child, if-missing: nobody knows it}}\n" for at in range(number)
    )
    (folder / "own.yaml").write_text(f"sharecheck: catalogue/1\nid: own\nitems:\n{''.join(each)}", encoding="utf-8")
    write_area(folder)
    write_protocol(folder, (flow(f"f{at}", f"own-{at}") for at in range(number)))


def protocols(folder: Path, number: int) -> None:
    """Protocols of one flow each."""
    write_area(folder)
    for at in range(number):
        write_protocol(folder, (flow(f"f{at}"),), id=f"p{at:05}")


def chain(folder: Path, number: int) -> None:
    """Teams of which each tells the next."""
    ids = ["maternity", *(f"team-{at}" for at in range(number)), "health-visitors"]
    write_area(folder, parties=ids[1:-1])
    write_protocol(folder, (flow(f"f{at}", sender=a, recipient=b) for at, (a, b) in enumerate(pairwise(ids))))


def cycle(folder: Path, number: int) -> None:
    """Teams that tell each other round and round, and two parties of which each tells all."""
    ids = [f"team-{at}" for at in range(number)]
    write_area(folder, parties=ids)
    around = [flow(f"f{at}", sender=a, recipient=b) for at, (a, b) in enumerate(pairwise((*ids, ids[0])))]
    write_protocol(folder, (flow("first", recipient=ids[0]), *around, flow("last", sender=f"[{', '.join(ids)}]")))


def areas(folder: Path, number: int) -> None:
    """Areas of one protocol, each with a party in the next."""
    for at in range(number):
        write_area(
            folder, f"neighbours: [{{area: a{(at + 1) % number}, records-go-to: health-visitors}}]\n", id=f"a{at}"
        )
        write_protocol(folder, (flow("f"),), id=f"p{at:05}", area=f"a{at}")


def groups(folder: Path, number: int) -> None:
    """Groups of children, each with an event of its own at which something is written down and sent."""
    named = range(number)
    known = "".join(f"  - {{id: group-{at}, title: Group {at}}}\n" for at in named)
    events = "".join(
        f"  - {{id: e{at}, title: Event {at}, window: {{age: {{from: P{at % 300 + 1}D, to: P{at % 300 + 9}D}}}}, "
        f"applies-to: group-{at}}}\n"
        for at in named
    )
    records = "".join(f"  - {{service: midwifery, event: e{at}, items: [birth-details]}}\n" for at in named)
    (folder / "own.yaml").write_text(f"sharecheck: catalogue/1\nid: own\ngroups:\n{known}", encoding="utf-8")
    (folder / "pathway.yaml").write_text(
        f"sharecheck: pathway/1\nid: own\nnation: england\nextends: england\nevents:\n{events}records:\n{records}",
        encoding="utf-8",
    )
    write_area(folder, "pathway: own\n")
    write_protocol(folder, (flow(f"f{at}").replace("{on: change}", f"{{event: e{at}}}") for at in named))


def matched(folder: Path, number: int) -> None:
    """Ways to match of one flow, by items of the catalogue in pairs, and flows that bring each item."""
    pairs = [(ITEMS[at % len(ITEMS)], ITEMS[(at * 7 + at // len(ITEMS) + 1) % len(ITEMS)]) for at in range(number)]
    ways = ", ".join(f"[{a}, {b}]" for a, b in pairs)
    write_area(folder)
    brought = (flow(f"f{at}", item) for at, item in enumerate(ITEMS))
    write_protocol(folder, (*brought, flow("f", more=f"matched-by: [{ways}]")))


def unknown_names(folder: Path, number: int) -> None:
    """Flows of items and to parties that nothing is called."""
    write_area(folder)
    write_protocol(folder, (flow(f"f{at}", f"birth-detail-{at}", recipient=f"visitors-{at}") for at in range(number)))


def mistakes(folder: Path, number: int) -> None:
    """Flows with a word to be mended."""
    write_area(folder)
    write_protocol(folder, (flow(f"f{at}").replace("secure-email", "secure-emial") for at in range(number)))


def shapes(folder: Path, number: int) -> None:
    """Flows that have not the shape of one."""
    write_area(folder)
    write_protocol(folder, (flow(f"f{at}", more=f"wthin: {at}, matched-by: 7") for at in range(number)))


def babies(folder: Path, number: int) -> None:
    """Babies of one pregnancy, each with an event on a day of its own."""
    write_area(folder)
    write_protocol(folder, (flow("f"),))
    each = "".join(
        f"  - {{title: Baby {at}, traits: [neonatal], happens: [{{event: neonatal-discharge, at: P{at % 20 + 5}D}}]}}\n"
        for at in range(number)
    )
    (folder / "journey.yaml").write_text(
        "sharecheck: journey/1\nid: j\ntitle: Many\nshows: Many babies\n"
        f"gestation: P36W\ntraits: [twins]\nbabies:\n{each}",
        encoding="utf-8",
    )


FAMILIES: Mapping[str, tuple[Callable[[Path, int], None], int]] = {
    "flows between two parties": (flows, 500),
    "flows of one item": (same_item, 500),
    "teams of one service": (teams, 50),
    "items of a catalogue": (local_items, 500),
    "protocols": (protocols, 300),
    "a chain of teams": (chain, 50),
    "a cycle of teams": (cycle, 50),
    "areas": (areas, 25),
    "groups of children": (groups, 25),
    "ways to match": (matched, 250),
    "unknown names": (unknown_names, 500),
    "mistakes": (mistakes, 200),
    "wrong shapes": (shapes, 200),
    "babies": (babies, 25),
}
"""What there is much of, and how much at first."""
