"""What a rule says: a finding, what it weighs, where it is seen, and how it is mended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from sharecheck.brief import brief
from sharecheck.document import Place, Span
from sharecheck.edit import Edit


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def rank(self) -> int:
        """0 for an error, higher for what weighs less."""
        return tuple(Severity).index(self)


NEVER = "never"
"""In the place of a severity: no finding makes a run fail."""
Threshold = Severity | Literal["never"]
"""The least severity that makes a run fail, or that none does."""


def threshold(name: str) -> Threshold:
    """The threshold of a name: `error`, `warning`, `information` or `never`."""
    return "never" if name == NEVER else Severity(name)


def reaches(severity: Severity, least: Threshold) -> bool:
    """Whether a finding of a severity makes a run fail at a threshold."""
    return least != NEVER and severity.rank <= Severity(least).rank


@brief
@dataclass(frozen=True, repr=False)
class Fix:
    """A mend that needs no new agreement, in the file of its finding; all edits are of the text as it was read.

    A safe one changes no meaning, or writes only what the text unmistakably meant; what is not safe needs a look.
    """

    edits: tuple[Edit, ...]
    safe: bool = False


@brief
@dataclass(frozen=True, repr=False)
class Lack:
    """A clause that an agreement does not have: what it would settle, in few words, and the least that would say it.

    Each of `lines` is the way to a key from the top of the file, and an example of its value where that is not a text:
    `governance/breach/notify-partners-within: PT24H`.
    """

    what: str
    lines: tuple[str, ...]


NOT_AGREED = "not-agreed-yet"
"""The group of the findings about what only keeps a place: they are counted and listed together."""

Sentence = Callable[[Sequence[tuple[str, ...]]], str]
"""What is said of several findings at once, given what each is about."""


LocationKind = Literal["primary", "related", "step"]
"""What a finding is about, what has to do with it, and a step of the way of an item, which the way tells in words."""


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Location:
    """A place that a finding shows, with what to see there."""

    place: Place
    label: str = ""
    kind: LocationKind = "primary"
    exact: Span | None = None
    """The stretch of the file that is meant, where that is not what stands at the place."""

    @property
    def span(self) -> Span:
        """Where in the file; positions are computed when this is asked for."""
        return self.exact or self.place.span


def here(place: Place, span: Span | None = None) -> tuple[Location]:
    """The one location of a finding that shows no other."""
    return (Location(place, exact=span),)


def related(place: Place, label: str, span: Span | None = None) -> Location:
    """A further location: what stands there and has to do with the finding."""
    return Location(place, label, "related", span)


@brief
@dataclass(frozen=True, kw_only=True, repr=False)
class Finding:
    """What a rule noticed.

    The first of the `locations` is what the finding is about. `message` is the fact; `consequence` what it means for a
    child; `help` what can be done, with something that can be typed. `severity` is only given where a finding weighs
    less than its rule. `steps` are those of an item's way, in order. `about` are the names of what the finding is
    about, from which its fingerprint is made: they do not change when lines move. A finding is about one thing: of
    several members each has a finding of its own (`finding.members`). Findings of one `group` are printed as one where
    people read, with the `sentence` that names them all, and so are those of one file that say which clause it `lacks`.
    `fix` is there when the mend is mechanical.
    """

    locations: tuple[Location, ...]
    message: str
    consequence: str | None = None
    help: str | None = None
    severity: Severity | None = None
    steps: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    sentence: Sentence | None = field(default=None, compare=False, repr=False)
    fix: Fix | None = None
    lacks: Lack | None = None

    @property
    def place(self) -> Place:
        """The place that the finding is about."""
        return self.locations[0].place

    @property
    def span(self) -> Span:
        """Where in its file that is."""
        return self.locations[0].span

    @property
    def elsewhere(self) -> tuple[Location, ...]:
        """The further locations."""
        return self.locations[1:]
