"""Findings of which each is about one member: a party, an item, a flow, a clause.

What is found of several is a finding for each, at the member's own place, with an identity of its own: one that is
added is new, and one that is mended is gone. Members are those who are at fault, in danger, or lack something; what is
only named to show why it matters is no member.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sharecheck.document import Place
from sharecheck.finding import Finding, Lack, Location, Severity, here
from sharecheck.model.base import many
from sharecheck.workspace import Flow

Member = str | tuple[str, ...]
"""The name of a member; several where it takes as many to tell members apart, such as a flow and an item."""


def each_of(  # noqa: PLR0913  # all but four are named
    members: Iterable[tuple[Member, Place]],
    sentence: Callable[..., str],
    consequence: str,
    help: str | Callable[..., str],
    *,
    about: tuple[str, ...],
    severity: Severity | Callable[..., Severity | None] | None = None,
    elsewhere: tuple[Location, ...] = (),
    lacks: Callable[..., Lack] | None = None,
    tail: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """A finding for each member, about what all have in common (`about`, `tail`) and about the member.

    `sentence` is given the members' names, a tuple for each name that a member has, each name once: those of one member
    for its own message, those of all that are left for what is printed of them together. `help`, `severity` and
    `lacks` are given the names of one member.
    """
    anchor: Place | None = None
    for member, place in members:
        names = many(member)
        anchor = anchor or place
        yield Finding(
            locations=(*here(place), *elsewhere),
            message=sentence(*((name,) for name in names)),
            consequence=consequence,
            help=help if isinstance(help, str) else help(*names),
            severity=severity(*names) if callable(severity) else severity,
            about=(*about, *tail, *names),
            group=(str(anchor.document.path), *about, *tail),
            sentence=_together(sentence, len(names)),
            lacks=lacks(*names) if lacks else None,
        )


def _together(sentence: Callable[..., str], count: int) -> Callable[[Sequence[tuple[str, ...]]], str]:
    def message(abouts: Sequence[tuple[str, ...]]) -> str:
        columns = zip(*(about[-count:] for about in abouts), strict=True)
        return sentence(*(tuple(dict.fromkeys(column)) for column in columns))

    return message


def end(flow: Flow, key: str, party: str) -> Place:
    """Where a flow names a party as one that it leads `from` or `to`."""
    ids = flow.shape.from_ if key == "from" else flow.shape.to
    place = flow.place / key
    return place / ids.index(party) if isinstance(ids, tuple) and party in ids else place


def verb(names: Sequence[str], singular: str, plural: str) -> str:
    """The form of a verb that goes with so many names."""
    return singular if len(names) == 1 else plural


def item_place(flow: Flow, item: str) -> Place:
    """Where a flow names an item that it carries."""
    return next((carried.place for carried in flow.items if carried.id == item), flow.place / "items")
