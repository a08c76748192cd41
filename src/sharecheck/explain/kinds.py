"""What each kind of outcome is called: one row a kind."""

from typing import Literal, NamedTuple, assert_never

from sharecheck.network import Kind

Tone = Literal["held", "unsure", "lost"]
"""The colour in which a picture draws what becomes of a need."""
Arrival = Literal["sure", "open", "barred"]
"""Whether each step of the way is taken, nobody promises the one that goes wrong, or something bars it."""


class KindWords(NamedTuple):
    """The words for a kind of outcome."""

    letter: str
    """Its letter in the table of transitions by items."""
    name: str
    """What the legend of that table calls the letter."""
    phrase: str
    """What an item does that meets this: `arrives late`."""
    crossing: str
    """What is said of an item that a move over a border loses so."""
    tone: Tone
    arrival: Arrival


AT_THE_EVENT = "only at the visit itself"
"""Of a need that has to be met before its event begins: how late it is met."""


def kind_words(kind: Kind) -> KindWords:
    """The words for a kind."""
    match kind:
        case "kept":
            return KindWords(".", "kept", "is kept", "kept", "held", "sure")
        case "out-of-date":
            old = "told of a change too late"
            return KindWords("O", "out of date", "is told too late when it changes", old, "unsure", "sure")
        case "late":
            return KindWords("L", "late", "arrives late", "late", "lost", "sure")
        case "degraded":
            poor = "in a form that is too poor"
            return KindWords("D", "degraded", "arrives in too poor a form", poor, "unsure", "sure")
        case "undated":
            slow = "sent, and nobody says how soon"
            return KindWords("U", "undated", "arrives at no stated time", slow, "unsure", "open")
        case "conditional":
            return KindWords("C", "conditional", "arrives on a condition only", "sent, and only if", "unsure", "open")
        case "blocked":
            return KindWords("B", "blocked", "is promised, and not in force", "sent, and only if", "lost", "barred")
        case "mistimed":
            early = "sent once, before the sender knows"
            return KindWords("M", "mistimed", "is sent before the sender knows", early, "lost", "barred")
        case "unmatched":
            filed = "sent, and cannot be filed in time"
            return KindWords("I", "no identifier", "cannot be filed", filed, "lost", "barred")
        case "not-shared":
            held = "held, by whom is in brackets, and no way leads there"
            return KindWords("N", "not shared", "is held, and not shared", held, "lost", "barred")
        case "not-recorded":
            nobody = "nobody is sure to write it down after the move"
            return KindWords("R", "not recorded", "is recorded by nobody", nobody, "lost", "barred")
        case _:
            assert_never(kind)


UNKNOWN_LETTER, UNKNOWN_NAME = "?", "unknown"
"""The letter of what nobody can judge, and what the legend calls it."""
