"""What a mistake is: a mistake that a careless author could make, and the rules that should notice it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from typing import Literal

from tools.mistakes.tree import Block, tree, written

from sharecheck.document import Document
from sharecheck.model.base import many
from sharecheck.network import Need
from sharecheck.network.build import PARENT
from sharecheck.network.timeline import Moment
from sharecheck.workspace import Area, Carried, Flow

Kind = Literal["text", "protocol", "flow", "needed", "party", "area", "pathway"]
"""Where it is made: in the text of a protocol; in a protocol, one of its flows, one on which alone a need hangs; in a
party of the area, the area, its local pathway."""


@dataclass(frozen=True)
class Site:
    """A place where a mistake could be made, in a copy of a file that may be edited."""

    area: Area
    document: Document
    file: Block
    """All that the file says."""
    here: Block
    """The flow or party; the file itself where it is about that."""
    chance: Random
    flow: Flow | None = None
    """The flow as it was, with what it refers to."""
    needs: tuple[Need, ...] = ()
    """The needs that are kept and would not be without this flow."""
    beside: dict[Path, Block] = field(default_factory=dict)
    """The other files that the mistake is in, old ones and new ones, and what each says then."""

    def other(self, document: Document) -> Block:
        """What another file says, to be edited as well."""
        return self.beside.setdefault(document.path, tree(document))

    @property
    def carried(self) -> frozenset[str]:
        """The items that the flow carries."""
        return frozenset(item.id for item in self.flow.items) if self.flow else frozenset()

    @property
    def planned(self) -> tuple[Moment, ...]:
        """When the events fall that set the flow off; none where something else sets it off as well."""
        moments = self.area.network.moments
        events = [moments.get(when.event or "") for when in self.flow.when] if self.flow else []
        known = tuple(event for event in events if event is not None)
        return known if len(known) == len(events) else ()

    @property
    def alike(self) -> tuple[Flow, ...]:
        """The flows of others that take the same knowledge between the same services."""
        return alike(self.flow, self.area) if self.flow else ()

    def add(self, name: str, said: Block) -> bool:
        """Put a new file into the folder of this one, or into one below it, by a name that nobody else takes."""
        self.beside[self.document.path.parent / f"seeded-{name}"] = said
        return True


@dataclass(frozen=True)
class Mistake:
    """A kind of mistake."""

    name: str
    what: str
    """What somebody does, in a sentence."""
    group: str
    """What such mistakes are about."""
    kind: Kind
    caught_by: tuple[str, ...]
    """The rules that have to speak, each of them; of a family one of its rules."""
    also: Mapping[str, str]
    """The rules or families that may speak as well, and why that is no noise."""
    edit: Callable[[Site], str | None]
    """The text of the file with the mistake; None where it cannot be made at this place."""

    def catches(self, rule: str) -> bool:
        """Whether a rule is one of those that have to speak."""
        return rule in self.caught_by or rule[:3] in self.caught_by

    def expects(self, rule: str) -> bool:
        """Whether a rule may speak of it."""
        return self.catches(rule) or rule in self.also or rule[:3] in self.also


def alike(flow: Flow, area: Area) -> tuple[Flow, ...]:
    """The flows of other protocols, or of other parties, that take the same knowledge between the same services."""
    return tuple(
        one for one in area.current_flows if _apart(flow, one) and _ends(flow) & _ends(one) and _same(flow, one)
    )


def _apart(flow: Flow, other: Flow) -> bool:
    return flow.protocol is not other.protocol or not set(many(flow.shape.from_)) & set(many(other.shape.from_))


def _ends(flow: Flow) -> set[tuple[str, str]]:
    """The services that it leads from and to."""
    senders, recipients = (
        {service for party in parties if party.id != PARENT for service in many(party.service)}
        for parties in (flow.senders, flow.recipients)
    )
    return set(product(senders, recipients))


def _same(flow: Flow, other: Flow) -> bool:
    """Whether both tell something that is more than which child it is."""
    one, two = ({carried.id for carried in each.items if not _tells_who(carried)} for each in (flow, other))
    return bool(one & two)


def _tells_who(carried: Carried) -> bool:
    return bool(carried.item and carried.item.identifier)


LOST = "what no longer arrives is told of, need by need"
"""Why rules of `GAP` speak of what is wrong for another reason."""
GONE = {
    "GAP": LOST,
    "FBK": "the answer, or the word that a child was taken on, was in it",
    "IDM": "what joins the records of a child was in it",
    "TIM": "the word that does not wait was in it",
    "XAR": "the records of those who move were in it",
}
"""Why other rules speak of a flow that is not there any more."""

Edit = Callable[[Site], bool]
TextEdit = Callable[[str, Random], str | None]


def mistake(kind: Kind, *caught_by: str, **also: str) -> Callable[[Edit], Mistake]:
    """Make a mistake of a function that edits a site, and says whether it could.

    Its docstring says what somebody does. `also` are rules or families that may speak as well, with the reason.
    """

    def made(edit: Edit) -> Mistake:
        def edited(site: Site) -> str | None:
            return written(site.file) if edit(site) else None

        return Mistake(*_named(edit), kind, caught_by, also, edited)

    return made


def in_text(*caught_by: str, **also: str) -> Callable[[TextEdit], Mistake]:
    """Make a mistake of a function that edits the text of a protocol as it was written."""

    def made(edit: TextEdit) -> Mistake:
        return Mistake(*_named(edit), "text", caught_by, also, lambda site: edit(site.document.text, site.chance))

    return made


def _named(edit: Edit | TextEdit) -> tuple[str, str, str]:
    """Its name, what it is, and what its module is about."""
    group = edit.__module__.rpartition(".")[2].replace("_", " ")
    return edit.__name__.replace("_", "-"), (edit.__doc__ or "").strip().rstrip("."), group
