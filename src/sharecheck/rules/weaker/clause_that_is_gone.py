"""A clause of an agreement is gone, or says no where it said yes.

## Why it matters

A parent who wants to complain looks for the page that says to whom. It was in the last version. Whoever left it out did
not decide that nobody may complain.

## Example

```yaml before
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  rights: {privacy-notice: on the page for parents, complaints: to the information officer}
```

```yaml bad
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  rights: {privacy-notice: on the page for parents}  # <-
```

```yaml good
flows:
  - id: discharge-summary
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [birth-details, feeding-status]
governance:
  rights: {privacy-notice: in the book, complaints: to any member of staff}
```

## What to do

Put it back; where it stands in another document now, say so in an exception.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity
from sharecheck.finding.less import less
from sharecheck.model.base import Shape
from sharecheck.rule import comparison
from sharecheck.workspace import Versions


@comparison("WKR22", Severity.WARNING)
def clause_that_is_gone(versions: Versions) -> Iterator[Finding]:
    """Clauses of the governance that are gone, or say no."""
    for before, after in versions.protocols:
        places = before.place / "governance", after.place / "governance"
        yield from _clauses(before.governance, after.governance, after.id, *places)


def _clauses(before: Shape, after: Shape, id: str, place: Place, where: Place, above: str = "") -> Iterator[Finding]:
    """Clauses that are gone, or that say no where they said yes; `above` is the clause that they stand in."""
    for name in type(before).model_fields:
        old, new = getattr(before, name, None), getattr(after, name, None)
        key = name.rstrip("_").replace("_", "-")
        named = f"`{key}` under `{above}`" if above else f"`{key}`"
        if name == "signatures" or old is None or old is False or old == ():
            continue
        if new is None or new == ():
            yield _gone(f"`{id}` says nothing of {named} any more", place / key, where, (id, above, key))
        elif new is False:
            yield _gone(f"`{id}` says no to {named} now", place / key, where / key, (id, above, key))
        elif isinstance(old, Shape) and isinstance(new, Shape):
            yield from _clauses(old, new, id, place / key, where / key, key)


def _gone(message: str, before: Place, after: Place, about: tuple[str, ...]) -> Finding:
    return less(
        message,
        before,
        after,
        consequence="on the day on which it is needed, nobody can say what was agreed",
        help=f"put `{about[-1]}:` back, or say in an exception where it stands",
        about=about,
    )
