"""Nobody can tell from its window when an event is due.

## Why it matters

What has to be known by the new birth visit can only be looked at once it is said when that visit is. An event without a
time drops out of the picture, and with it each flow that it sets off and each need that is to be met by then.

## Example

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: weaning-visit
    title: Visit about weaning
    window: {}  # <-
  - id: speech-group
    title: Group for talking together
    window: {age: {from: P18M, to: P24M}, after: one-year-review}  # <-
  - id: two-year-review
    title: Review at two years
    window:
      age:
        from: P30M
        to: P24M  # <-
```

```yaml good
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - {id: weaning-visit, title: Visit about weaning, window: {age: {from: P5M, to: P6M}}}
  - {id: speech-group, title: Group for talking together, window: {after: one-year-review, from: P1M, to: P6M}}
  - {id: two-year-review, title: Review at two years, window: {age: {from: P24M, to: P30M}}}
```

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: weaning-visit
    title: Visit about weaning
    window:
      after: six-to-eight-week-reviews  # <-
      to: P4M
  - id: two-year-review
    title: Review at two years
    window:
      age:
        from: P30M
        to: P24M  # <-
```

```yaml fixed
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: weaning-visit
    title: Visit about weaning
    window:
      after: six-to-eight-week-review
      to: P4M
  - id: two-year-review
    title: Review at two years
    window:
      age:
        from: P24M
        to: P30M
```

An event can follow another, but not one that is not there, and not itself:

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: weaning-visit
    title: Visit about weaning
    window:
      after: six-to-eight-weeks-review  # <-
      to: P4M
  - id: first-group
    title: First group
    window:
      after: second-group  # <-
      to: P1M
  - id: second-group
    title: Second group
    window: {after: first-group, to: P1M}
```

Where a pathway extends one that is not here, the event may be there:

```yaml good
sharecheck: pathway/1
id: northshire
nation: england
extends: county
events:
  - {id: weaning-visit, title: Visit about weaning, window: {after: county-visit, to: P4M}}
```

## What to do

Say one of three things: an age (`window: {age: {from: P24M, to: P30M}}`), a time in pregnancy
(`window: {gestation: {from: P8W, to: P10W}}`), or a time after another event
(`window: {after: birth, from: P10D, to: P14D}`).
"""

from collections.abc import Iterator, Mapping, Set

from sharecheck import words
from sharecheck.document import Place
from sharecheck.edit import Put
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.finding.rename import renamed
from sharecheck.model.length import limit_words
from sharecheck.model.pathway import Pathway, Window
from sharecheck.reading.phrases import did_you_mean
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("STR09", Severity.ERROR, sources=("si-2013-351-5a", "hcwp-2024"))
def event_without_window(workspace: Workspace) -> Iterator[Finding]:
    """Events whose window or limit says nothing or too much, ends too early, or follows what is not there or itself."""
    for document, local in workspace.of_kind(Pathway):
        events = workspace.pathways[local.id].events or ()
        known = {event.id for event in events} if workspace.knows_pathway(local.id) else None
        after = ((event, event.window.after) for event in events)
        follows = {event.id: other for event, other in after if other and _stated(event.window) == ("after",)}
        circles = {id: circle for circle in _circles(follows) for id in circle}
        for index, event in enumerate(local.events or ()):
            place = document.place / "events" / index
            yield from _looked_at(event.window, place / "window", event.id, known)
            if event.limit is not None:
                yield from _looked_at(event.limit, place / "limit", event.id, known)
            circle = circles.get(event.id, ())
            if circle and event.id == min(event.id for event in local.events or () if event.id in circle):
                yield _around(event.id, circle, place / "window" / "after")  # once, in whatever order they stand


def _stated(window: Window) -> tuple[str, ...]:
    """The keys of a window: one of three, when all is well. Without `after`, `from` and `to` are out of place."""
    values = {"gestation": window.gestation, "age": window.age, "after": window.after}
    loose = {} if window.after else {"from": window.from_, "to": window.to}
    return tuple(key for key, value in {**values, **loose}.items() if value is not None)


def _looked_at(window: Window, place: Place, event: str, known: Set[str] | None) -> Iterator[Finding]:
    key, stated = str(place.route[-1]), _stated(window)
    what = f"the {key} of `{event}`"
    if not {"gestation", "age", "after"} & set(stated):
        help = "say one, for example `age: {from: P10D, to: P14D}` or `after: birth`"
        yield _finding(place, f"{what} says neither an age, nor a time in pregnancy, nor after what", help, event, key)
        return
    if len(stated) > 1:
        help = f"keep one of them, for example `{stated[0]}`, and take the rest out"
        yield _finding(place, f"{what} is told by {words.listed(stated)} at once", help, event, key, "several")
        return
    span = window.gestation or window.age or window
    if span.from_ and span.to and span.to.hours < span.from_.hours:
        at = place if span is window else place / stated[0]
        help = f"write the earlier one first: `from: {span.to}, to: {span.from_}`"
        message = f"{what} ends at {limit_words(span.to)}, before it begins at {limit_words(span.from_)}"
        swapped = Fix((Put((at / "from").route, str(span.to)), Put((at / "to").route, str(span.from_))))
        yield _finding(at / "to", message, help, event, key, "to", fix=swapped)
    if window.after is not None and known is not None and window.after not in known:
        help = did_you_mean(
            window.after, known, "describe that event under `events`, or say `age: {from: ..., to: ...}`"
        )
        message = f"{what} is after `{window.after}`, which is not an event"
        fix = renamed((place / "after").route, window.after, known - {event})
        yield _finding(place / "after", message, help, event, key, window.after, fix=fix)


def _circles(follows: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The circles in what follows what: each event after the next, and the last one after the first."""
    seen: set[str] = set()
    for start in follows:
        chain: list[str] = []
        id = start
        while id in follows and id not in seen:
            seen.add(id)
            chain.append(id)
            id = follows[id]
        if id in chain:
            yield tuple(chain[chain.index(id) :])


def _around(event: str, circle: tuple[str, ...], place: Place) -> Finding:
    start = circle.index(event)
    others = (*circle[start + 1 :], *circle[:start])
    message = f"`{event}` follows itself" + (f", by way of {words.listed(others)}" if others else "")
    help = f"give one of them an age, for example `{event}`: `window: {{age: {{from: P10D, to: P14D}}}}`"
    return _finding(place, message, help, event, *others)


def _finding(place: Place, message: str, help: str, *about: str, fix: Fix | None = None) -> Finding:
    consequence = "nobody can say when it is due, so what a child needs known by then is not looked at"
    return Finding(
        locations=here(place),
        message=message,
        consequence=consequence,
        help=help,
        about=about,
        fix=fix,
    )
