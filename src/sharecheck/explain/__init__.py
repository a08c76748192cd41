"""What becomes of a need, in words: what each kind and each barrier is called stands here once."""

from sharecheck.explain.barriers import barrier_words, condition, not_in_force
from sharecheck.explain.gap import Gap
from sharecheck.explain.kinds import AT_THE_EVENT, KindWords, kind_words
from sharecheck.explain.unknown import why_unknown

__all__ = [
    "AT_THE_EVENT",
    "Gap",
    "KindWords",
    "barrier_words",
    "condition",
    "kind_words",
    "not_in_force",
    "why_unknown",
]
