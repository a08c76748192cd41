"""What a text says, and what only keeps a place: `...` stands for words that are still to come."""

from typing import TypeVar

from sharecheck.model.base import Shape

S = TypeVar("S", bound=Shape)


def said(text: str | None) -> bool:
    """Whether a text says anything: has a letter or a digit in it."""
    return text is not None and any(sign.isalnum() for sign in text)


def stated(clauses: S) -> S:
    """The clauses without those that say nothing yet."""
    changed: dict[str, object] = {}
    for name, value in vars(clauses).items():
        if isinstance(value, str) and not said(value):
            changed[name] = None
        elif isinstance(value, Shape) and (less := stated(value)) is not value:
            changed[name] = less
    return clauses.model_copy(update=changed) if changed else clauses
