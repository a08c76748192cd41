"""The network: who holds what from when on, and where knowledge is lost. Knows no files and no rules."""

from sharecheck.network.build import Local, build
from sharecheck.network.coverage import Coverage, coverage
from sharecheck.network.facts import Arc, Fact, Hindrance, Need, Recording
from sharecheck.network.gaps import Ladder, outcomes
from sharecheck.network.network import Network
from sharecheck.network.outcome import KINDS, Hop, Kind, Outcome
from sharecheck.network.settle import Label
from sharecheck.network.spread import Runs, Spread, spread
from sharecheck.network.timeline import Moment, timeline

__all__ = [
    "KINDS",
    "Arc",
    "Coverage",
    "Fact",
    "Hindrance",
    "Hop",
    "Kind",
    "Label",
    "Ladder",
    "Local",
    "Moment",
    "Need",
    "Network",
    "Outcome",
    "Recording",
    "Runs",
    "Spread",
    "build",
    "coverage",
    "outcomes",
    "spread",
    "timeline",
]
