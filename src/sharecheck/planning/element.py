"""What an area can do without: a party, a flow, a channel, a post, a funding stream, an item."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, get_args

from sharecheck.network import Arc, Recording
from sharecheck.network.build import PARENT
from sharecheck.reading.phrases import closest, one_of
from sharecheck.workspace import Area, Flow, UsageError

Kind = Literal["party", "flow", "channel", "post", "funding", "item", "parent"]
KINDS: tuple[Kind, ...] = get_args(Kind)
REMOVABLE: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "parent")
"""What somebody can ask to do without: on the parent, nothing counts as kept anyway."""


class Element(NamedTuple):
    """Something in an area. A flow is named by its protocol and its own id, a post by its words."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        return self.kind if self.kind == "parent" else f"{self.kind}:{self.name}"


THE_PARENT = Element("parent", PARENT)

Step: TypeAlias = Arc | Recording
HangsOn: TypeAlias = Callable[[Step], frozenset[Element]]
"""What a step hangs on: without any one of these the step is not there."""


def flow_name(flow: Flow) -> str:
    """The name of a flow in its area: `postnatal-handover/midwife-discharge`."""
    return f"{flow.protocol.id}/{flow.id}"


def hangs_on(area: Area) -> HangsOn:
    """What each step of the network of an area hangs on."""

    @cache
    def of_flow(key: int, route: int) -> frozenset[Element]:
        flow = area.all_flows[key]
        shape = flow.shape
        found = {Element("flow", flow_name(flow))}
        channel = shape.channel if route == 0 else shape.fallback.channel if shape.fallback else None
        if channel:
            found.add(Element("channel", channel))
        if shape.relies_on:
            found.add(Element("post", shape.relies_on.post))
        if shape.funded_by:
            found.add(Element("funding", shape.funded_by))
        return frozenset(found)

    def of(step: Step) -> frozenset[Element]:
        if isinstance(step, Recording):
            return frozenset({party(step.fact.party), Element("item", step.fact.item)})
        parties = {party(step.tail.party), party(step.head.party)}
        if step.internal:
            return frozenset(parties)
        by_parent = {THE_PARENT} if any(barrier.who == PARENT for barrier in step.barriers) else set[Element]()
        return of_flow(step.flow, step.route) | parties | by_parent

    return of


def party(id: str) -> Element:
    """A party, or the parent."""
    return THE_PARENT if id == PARENT else Element("party", id)


def elements(area: Area) -> Mapping[Element, None]:
    """All that an area could do without, by kind, each in the order of its files."""
    recorded = {recording.fact.item for recording in area.network.recordings}
    needed = {need.fact.item for need in area.network.needs}
    carried = {carried.id for flow in area.all_flows for carried in flow.items}
    channels = (id for flow in area.all_flows for id in (flow.shape.channel, _fallback(flow)) if id)
    names: dict[Kind, Iterable[str]] = {
        "party": (id for id in area.parties if id != PARENT),
        "flow": map(flow_name, area.all_flows),
        "channel": channels,
        "post": (flow.shape.relies_on.post for flow in area.all_flows if flow.shape.relies_on),
        "funding": area.funding,
        "item": sorted(recorded | needed | carried),
    }
    return {Element(kind, name): None for kind, each in names.items() for name in each}


def _fallback(flow: Flow) -> str | None:
    return flow.shape.fallback.channel if flow.shape.fallback else None


def parse_element(areas: Iterable[Area], text: str) -> Element:
    """The element that somebody means by `party:maternity`, `flow:antenatal-notification`, `post:liaison nurse`.

    `UsageError` with the nearest name when no area has it, and when several flows are called that.
    """
    kind, name = _split(text)
    here = list(dict.fromkeys(element.name for area in areas for element in elements(area) if element.kind == kind))
    wanted = name if kind == "flow" else _short(kind, name)
    found = [known for known in here if known == name] or [known for known in here if _short(kind, known) == wanted]
    if len(found) > 1:
        raise UsageError(f"several {kind}s are called `{name}`; say {one_of(found)}")
    if not found:
        raise UsageError(f"no {kind} is called `{name}` here{_meant(kind, name, here)}")
    return Element(kind, found[0])


def _split(text: str) -> tuple[Kind, str]:
    word, _, name = (part.strip() for part in text.partition(":"))
    if word == "parent" or (word == "party" and name == PARENT):
        raise UsageError(
            "what hangs on the parent never counts as kept; `sharecheck weak-points --kind parent` shows it"
        )
    for kind in REMOVABLE:
        if word == kind and name:
            return kind, name
    near = closest(word, REMOVABLE)
    meant = f"did you mean `{near}:{name or '...'}`?" if near else f"begin it with {one_of(REMOVABLE)} and a colon"
    raise UsageError(f"`{text}` does not say what kind of thing goes; {meant}")


def _meant(kind: Kind, name: str, here: list[str]) -> str:
    short = {_short(kind, known): known for known in here}
    near = closest(name, here) or short.get(closest(_short(kind, name), short) or "")
    if near:
        return f"; did you mean `{kind}:{near}`?"
    return f"; there is {one_of(here, 6)}" if here else f", nor any other {kind}"


def _short(kind: Kind, name: str) -> str:
    """A flow without its protocol; a post whatever its capitals and hyphens."""
    if kind == "flow":
        return name.rpartition("/")[2]
    return name.casefold().replace("-", " ") if kind == "post" else name
