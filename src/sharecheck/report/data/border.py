"""What survives a move, for programs."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from sharecheck.model.base import Weight
from sharecheck.network import Kind
from sharecheck.planning.border import Border, Survival
from sharecheck.planning.differences import Differences
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style

Moves = Literal["whenever", "at the earliest"]


class Need(Part):
    """A need of a child who moves, and what becomes of it."""

    crossing: str
    """The event that is the move."""
    moves: Moves
    """Whether it is so whenever in its time the child moves, or for one who moves at the earliest."""
    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    weight: Weight
    """How badly it is needed."""
    kind: Kind | Literal["unknown"]
    """What becomes of it."""
    late_by_hours: float
    """By how many hours it is late at the worst; 0 when in time, or when it does not arrive."""
    lost_by_move: bool
    """Whether it is kept for a child who stays."""


class Law(Part):
    """A provision that flows to the next area name, and that does not apply there."""

    provision: str
    """Its key in the register of law."""
    flows: tuple[str, ...]
    """The ids of the flows that name it."""


class Identifier(Part):
    """Something that tells which child it is, and that does not pass the border."""

    item: str
    """The item."""
    sent: bool
    """Whether it is sent, and nobody there records, sends or needs it."""
    flows_not_filed: int
    """How many flows there cannot be filed without it."""


class Service(Part):
    """A service that is done here and not there."""

    service: str
    """The service."""
    in_pathway: bool
    """Whether the pathway there knows it."""


class Way(Part):
    """One way over a border."""

    from_: str = Field(serialization_alias="from")
    """The area that the child leaves."""
    to: str
    """The area to which it comes."""
    needs: tuple[Need, ...]
    """Each need of the arrival and of what comes later."""
    laws: tuple[Law, ...]
    """What is named here and does not apply there."""
    identifiers: tuple[Identifier, ...]
    """What tells which child it is and does not pass the border."""
    services: tuple[Service, ...]
    """What is done here and not there."""
    not_received: tuple[str, ...]
    """The transitions that nobody there takes over."""


class Report(Whole):
    """What `sharecheck border AREA_A AREA_B --output-format json` prints."""

    borders: tuple[Way, ...]
    """Each way round."""


def json(ways: Iterable[tuple[Border, Differences]], style: Style) -> str:
    """Each way over the border as JSON."""
    return printed(Report(borders=tuple(_way(found, differing) for found, differing in ways)))


def _way(found: Border, differing: Differences) -> Way:
    moves: tuple[tuple[Moves, tuple[Survival, ...]], ...] = (
        ("whenever", found.survivals),
        ("at the earliest", found.soonest),
    )
    return Way(
        from_=found.here.id,
        to=found.there.id,
        needs=tuple(_need(one, when) for when, each in moves for one in each),
        laws=tuple(
            Law(provision=one.provision.id, flows=tuple(flow.id for flow in one.flows)) for one in differing.laws
        ),
        identifiers=tuple(
            Identifier(item=one.item, sent=one.sent, flows_not_filed=one.filed) for one in differing.identifiers
        ),
        services=tuple(Service(service=name, in_pathway=known) for name, known in differing.services),
        not_received=tuple(transition.id for transition in found.unserved),
    )


def _need(one: Survival, when: Moves) -> Need:
    need, outcome = one.asked.need, one.outcome
    return Need(
        crossing=one.asked.crossing.event,
        moves=when,
        transition=need.transition,
        party=need.fact.party,
        item=need.fact.item,
        weight=need.weight,
        kind="unknown" if outcome.unknown else outcome.kind,
        late_by_hours=round(outcome.late_by, 3),
        lost_by_move=one.by_move,
    )
