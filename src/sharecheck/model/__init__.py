"""The kinds of document, as frozen types. Shape only: what is missing or wrong in meaning is for rules."""

from sharecheck.model.area import Area
from sharecheck.model.base import Shape
from sharecheck.model.catalogue import Catalogue
from sharecheck.model.clause import Clauses
from sharecheck.model.journey import Journey
from sharecheck.model.law import Law, Sources
from sharecheck.model.pathway import Pathway
from sharecheck.model.protocol import Protocol

__all__ = ["KINDS", "Area", "Catalogue", "Clauses", "Journey", "Law", "Pathway", "Protocol", "Shape", "Sources"]

KINDS: dict[str, type[Shape]] = {
    "protocol/1": Protocol,
    "area/1": Area,
    "pathway/1": Pathway,
    "catalogue/1": Catalogue,
    "journey/1": Journey,
    "law/1": Law,
    "sources/1": Sources,
    "clauses/1": Clauses,
}
"""What the first key of a file may say, and the type that it then has."""
