"""The network: who holds what from when on, and where knowledge is lost. Knows no files and no rules."""

from sharecheck.network.build import build
from sharecheck.network.coverage import Coverage, coverage
from sharecheck.network.facts import Arc, Barrier, Fact, Need, Recording
from sharecheck.network.gaps import NeedClassifier, outcomes
from sharecheck.network.input import NetworkInput
from sharecheck.network.network import Network
from sharecheck.network.order import timeline
from sharecheck.network.outcome import KINDS, Hop, Kind, Outcome
from sharecheck.network.settle import Label
from sharecheck.network.spread import Spread, SpreadCache, spread
from sharecheck.network.timeline import Moment

__all__ = [
    "KINDS",
    "Arc",
    "Barrier",
    "Coverage",
    "Fact",
    "Hop",
    "Kind",
    "Label",
    "Moment",
    "Need",
    "NeedClassifier",
    "Network",
    "NetworkInput",
    "Outcome",
    "Recording",
    "Spread",
    "SpreadCache",
    "build",
    "coverage",
    "outcomes",
    "spread",
    "timeline",
]
