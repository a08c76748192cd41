"""What survives a move, for programs."""

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from sharecheck.network import Outcome
from sharecheck.planning.border import Border, MoverNeed, Survival
from sharecheck.planning.differences import Differences
from sharecheck.report import shapes
from sharecheck.report.shapes import Id, Judged, Part, Text, Whole, path_to, printed, rows
from sharecheck.report.style import Style

Moves = Literal["whenever", "at the earliest"]


class _Mover(NamedTuple):
    """A need of a child who moves at some time."""

    moves: Moves
    mover: MoverNeed
    outcome: Outcome
    by_move: bool


class _Move(Part):
    """A move."""

    crossing: Text = path_to("mover", "crossing", "event")
    """The event that is the move."""
    moves: Moves
    """Whether it is so whenever in its time the child moves, or for one who moves at the earliest."""


class Need(Judged, shapes.Need, _Move):
    """A need of a child who moves, and what becomes of it."""

    lost_by_move: bool = Field(validation_alias="by_move")
    """Whether it is kept for a child who stays."""


class Law(Part):
    """A provision that flows to the next area name, and that does not apply there."""

    provision: Id
    """Its key in the register of law."""
    flows: tuple[Id, ...]
    """The ids of the flows that name it."""


class Identifier(Part):
    """Something that tells which child it is, and that does not pass the border."""

    item: Text
    """The item."""
    sent: bool
    """Whether it is sent, and nobody there records, sends or needs it."""
    flows_not_filed: int = Field(validation_alias="filed")
    """How many flows there cannot be filed without it."""


class Service(Part):
    """A service that is done here and not there."""

    service: Text
    """The service."""
    in_pathway: bool
    """Whether the pathway there knows it."""


class Way(Part):
    """One way over a border."""

    from_: Text = Field(serialization_alias="from")
    """The area that the child leaves."""
    to: Text
    """The area to which it comes."""
    needs: tuple[Need, ...]
    """Each need of the arrival and of what comes later."""
    laws: tuple[Law, ...]
    """What is named here and does not apply there."""
    identifiers: tuple[Identifier, ...]
    """What tells which child it is and does not pass the border."""
    services: Annotated[tuple[Service, ...], rows("service", "in_pathway")]
    """What is done here and not there."""
    not_received: tuple[Id, ...]
    """The transitions that nobody there takes over."""


class Report(Whole):
    """What `sharecheck border AREA_A AREA_B --output-format json` prints."""

    borders: tuple[Way, ...]
    """Each way round."""


def json(ways: Iterable[tuple[Border, Differences]], style: Style) -> str:
    """Each way over the border as JSON."""
    return printed(
        Report,
        style,
        borders=[
            {
                "from_": found.here.id,
                "to": found.there.id,
                "needs": (*_movers("whenever", found.survivals), *_movers("at the earliest", found.soonest)),
                "laws": differing.laws,
                "identifiers": differing.identifiers,
                "services": differing.services,
                "not_received": found.unserved,
            }
            for found, differing in ways
        ],
    )


def _movers(moves: Moves, survivals: Iterable[Survival]) -> Iterable[_Mover]:
    return (_Mover(moves, survival.mover, survival.outcome, survival.by_move) for survival in survivals)
