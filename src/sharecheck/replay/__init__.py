"""The replay: one child's days, played through the same promises, and what each service knows on each of them.

The replay shares the model with the network, and nothing else: a queue of dated events and messages over the flows as
the files have them. Where the spread says what is surely known, the replay says what one child's services knew. Each
holds the other: `docs/journeys.md`.
"""

from sharecheck.replay.choices import BEST, WORST, Choices, choices
from sharecheck.replay.contact import Contact, contacts, mixed_up, stop_items
from sharecheck.replay.handovers import Answer, Handover, handovers
from sharecheck.replay.legs import Leg, legs, longest
from sharecheck.replay.life import Life, calendar, life
from sharecheck.replay.mistakes import Mistake, Names, mistakes
from sharecheck.replay.played import Brought, Learned, Message, Replay
from sharecheck.replay.reasons import Why
from sharecheck.replay.run import replay
from sharecheck.replay.story import Stage, Story, stories, unsaid
from sharecheck.replay.windows import in_order, window
from sharecheck.replay.witness import Witness, witness

__all__ = [
    "BEST",
    "WORST",
    "Answer",
    "Brought",
    "Choices",
    "Contact",
    "Handover",
    "Learned",
    "Leg",
    "Life",
    "Message",
    "Mistake",
    "Names",
    "Replay",
    "Stage",
    "Story",
    "Why",
    "Witness",
    "calendar",
    "choices",
    "contacts",
    "handovers",
    "in_order",
    "legs",
    "life",
    "longest",
    "mistakes",
    "mixed_up",
    "replay",
    "stop_items",
    "stories",
    "unsaid",
    "window",
    "witness",
]
