"""What a network is built from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sharecheck.brief import brief
from sharecheck.model.catalogue import Channel
from sharecheck.model.party import Party
from sharecheck.model.pathway import Pathway
from sharecheck.model.protocol import Flow, Protocol


@brief
@dataclass(frozen=True, slots=True, repr=False)
class NetworkInput:
    """What a network is built from. `flows` are numbered: an arc names its flow by its position here."""

    parties: Mapping[str, Party]
    flows: Sequence[tuple[Protocol, Flow]]
    pathway: Pathway
    channels: Mapping[str, Channel]
    ended: Mapping[str, date]
    complete: bool
    as_of: date
    """Gates are looked at on this day; `ended` has the last day of each funding stream."""
    undescribed: frozenset[str] = frozenset()
    """Channels of which nobody can say how they carry, because what describes them could not be understood."""
    complete_for: frozenset[str] = frozenset()
    """The transitions for which all ways are here although it is not `complete`."""
    authoritative: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The services that know first when each item changes."""
