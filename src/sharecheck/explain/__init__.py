"""What becomes of a need, in words: what each kind and each obstacle is called stands here once."""

from sharecheck.explain.gap import Gap
from sharecheck.explain.kinds import KindWords, kind_words
from sharecheck.explain.obstacles import condition, not_in_force, obstacle_words
from sharecheck.explain.unknown import why_unknown

__all__ = ["Gap", "KindWords", "condition", "kind_words", "not_in_force", "obstacle_words", "why_unknown"]
