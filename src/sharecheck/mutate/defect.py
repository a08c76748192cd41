"""What a defect is: a mistake that a careless author could make, and the rules that should notice it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from sharecheck.document import Document
from sharecheck.mutate.tree import Block
from sharecheck.network import Need
from sharecheck.workspace import Area, Flow

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


@dataclass(frozen=True)
class Defect:
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


def defect(kind: Kind, *caught_by: str, **also: str) -> Callable[[Edit], Defect]:
    """Make a defect of a function that edits a site, and says whether it could.

    Its docstring says what somebody does. `also` are rules or families that may speak as well, with the reason.
    """

    def made(edit: Edit) -> Defect:
        def written(site: Site) -> str | None:
            return json.dumps(site.file, ensure_ascii=False) if edit(site) else None

        return Defect(*_named(edit), kind, caught_by, also, written)

    return made


def in_text(*caught_by: str, **also: str) -> Callable[[TextEdit], Defect]:
    """Make a defect of a function that edits the text of a protocol as it was written."""

    def made(edit: TextEdit) -> Defect:
        return Defect(*_named(edit), "text", caught_by, also, lambda site: edit(site.document.text, site.chance))

    return made


def _named(edit: Edit | TextEdit) -> tuple[str, str, str]:
    """Its name, what it is, and what its module is about."""
    group = edit.__module__.rpartition(".")[2].replace("_", " ")
    return edit.__name__.replace("_", "-"), (edit.__doc__ or "").strip().rstrip("."), group
