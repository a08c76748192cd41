"""`clauses/1`: what a good agreement says, clause by clause, who asks for it, and which rules look at it."""

from typing import Literal

from pydantic import Field

from sharecheck.model.base import Maybe, Name, OneOrMany, Shape, Text, Verified


class Expected(Shape):
    """What one framework asks for."""

    asks: Literal["yes", "partly", "no"]
    """Whether it asks for the clause; `partly` when only something near to it, or not in so many words."""
    says: Maybe[Text] = None
    """What it asks for, in our words."""
    source: Maybe[OneOrMany[Name]] = None
    """Key of the source, in the register of sources or of law (or several)."""
    verified: Verified
    """`yes`: the words were read. `partly`: headings, an excerpt, a secondary text. `no`: from memory, not found."""


class Clause(Shape):
    """A clause of a good agreement."""

    id: Name
    """A name for the clause."""
    title: Text
    """What it settles."""
    level: Literal["law", "strong", "good-practice"]
    """`law`: law or the code on sharing speaks of it; whether an agreement has to is no verdict here. `strong`: widely
    expected. `good-practice`: the rest."""
    only: Maybe[Text] = None
    """Where it is needed only for some: for whom."""
    keys: tuple[Text, ...]
    """Where a file says it."""
    ico: Expected
    """What the Information Commissioner asks for."""
    waspi: Expected
    """What protocols by the Welsh accord have."""
    nhs: Expected
    """What the templates of the NHS in England have."""
    rules: tuple[Text, ...]
    """The rules that look at it, by id."""
    note: Maybe[Text] = None
    """What a reviewer should know."""


class Clauses(Shape):
    """The clauses of a good agreement."""

    sharecheck: Literal["clauses/1"]
    """The kind of document and its format."""
    schema_: Maybe[Text] = Field(None, alias="$schema")
    """The JSON Schema of this file, for editors."""
    id: Name
    """A name for the list."""
    clauses: tuple[Clause, ...]
    """The clauses, in their order: the first one is number 1."""
