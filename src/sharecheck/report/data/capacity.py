"""The minutes a month that flows ask of each party, for programs."""

from collections.abc import Iterable

from sharecheck import workspace as workspaces
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe
from sharecheck.workspace.workload import Work, Workload, uncounted, workloads


class Channel(Part):
    """What a party spends on one channel."""

    channel: str
    """The channel."""
    sending: float
    """Minutes a month for sending."""
    reading: float
    """Minutes a month for reading."""


class Task(Part):
    """What one flow asks of a party."""

    flow: str
    """The id of the flow."""
    protocol: str
    """The id of its protocol."""
    work: Work
    """What is done."""
    times: float
    """How often a month."""
    minutes: float
    """Minutes a month for all of them."""


class Party(Part):
    """A party, what is asked of it, and what it has."""

    party: str
    """The party."""
    sending: float
    """Minutes a month for sending."""
    reading: float
    """Minutes a month for reading."""
    asked: float
    """Both together."""
    has: int | None
    """The minutes a month that it has; null where nobody has said."""
    too_much: bool
    """Whether more is asked of it than it has."""
    channels: tuple[Channel, ...]
    """By channel, that which takes most time first."""
    tasks: tuple[Task, ...]
    """By flow, that which takes most time first."""


class Area(Part):
    """An area and its parties."""

    id: str
    """Its id."""
    births_a_year: int | None
    """How many children are born in it; null where it does not say: then nothing is estimated."""
    parties: tuple[Party, ...]
    """Its parties, without the parent and those elsewhere."""
    not_counted: tuple[str, ...]
    """The ids of flows not counted, or not in full, since nobody says how often or by which channel."""


class Report(Whole):
    """What `sharecheck capacity --output-format json` prints; minutes are estimates, `docs/method.md` says how."""

    areas: tuple[Area, ...]
    """Each area."""


def json(areas: Iterable[workspaces.Area], style: Style) -> str:
    """The workload of each party, as JSON."""
    return printed(Report(areas=tuple(map(_area, areas))))


def _area(area: workspaces.Area) -> Area:
    loads = workloads(area)
    return Area(
        id=area.id,
        births_a_year=area.shape.births_a_year if area.shape else None,
        parties=tuple(map(_party, loads)),
        not_counted=tuple(flow.id for flow in uncounted(area)) if loads else (),
    )


def _party(load: Workload) -> Party:
    return Party(
        party=load.party,
        sending=round(load.minutes("sending"), 1),
        reading=round(load.minutes("reading"), 1),
        asked=round(load.asked, 1),
        has=load.has,
        too_much=load.too_much,
        channels=tuple(
            Channel(
                channel=safe(channel),
                sending=round(load.minutes("sending", channel), 1),
                reading=round(load.minutes("reading", channel), 1),
            )
            for channel in load.channels
        ),
        tasks=tuple(
            Task(
                flow=one.flow.id,
                protocol=one.flow.protocol.id,
                work=one.work,
                times=round(one.times, 2),
                minutes=round(one.minutes, 1),
            )
            for one in load.heaviest
        ),
    )
