"""Nobody is said to know first when something changes that has to be current.

## Why it matters

A pathway says that a new address has to be known within two days. Within two days of what? Only of somebody knowing. As
long as nothing says who that is, nobody can look whether the news of a move travels quickly, and "kept" says no more
than that the old address arrived.

## Example

The pathway asks for a current list, and the catalogue does not say which service changes it:

```yaml bad
sharecheck: pathway/1
id: southshire
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
transitions:
  - id: birth-to-visitors
    title: Maternity to health visiting
    to: health-visiting
    at: birth
    source: wt-2026
    needs:
      - item: local-list
        weight: important
        current-within: P2D  # <-
---
sharecheck: catalogue/1
id: local
items:
  - {id: local-list, title: Local list, about: child, if-missing: nobody knows what is planned}
```

```yaml good
sharecheck: pathway/1
id: southshire
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
transitions:
  - id: birth-to-visitors
    title: Maternity to health visiting
    to: health-visiting
    at: birth
    source: wt-2026
    needs:
      - item: local-list
        weight: important
        current-within: P2D
---
sharecheck: catalogue/1
id: local
items:
  - id: local-list
    title: Local list
    about: child
    if-missing: nobody knows what is planned
    authoritative: midwifery
```

## What to do

Say in a catalogue which services know first, with `authoritative`, or name in the area the party that does such a
service. Where nobody can know, take `current-within` out.
"""

from collections.abc import Iterator, Mapping

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.model import Pathway
from sharecheck.model.base import many
from sharecheck.model.catalogue import Item
from sharecheck.rule import rule
from sharecheck.workspace import Area, Workspace

_CONSEQUENCE = "whether a change of it becomes known in time is not looked at"


@rule("TIM10", Severity.INFORMATION, sources=("ico-data-sharing-code",), alone=False)
def change_nobody_knows_first(workspace: Workspace) -> Iterator[Finding]:
    """Needs that ask to be current of items without an authoritative service, or with none in a complete area."""
    items = workspace.vocabulary.items
    for document, local in workspace.of_kind(Pathway):
        for number, transition in enumerate(local.transitions or ()):
            for index, need in enumerate(transition.needs):
                if need.current_within is not None and need.item in items and not items[need.item].authoritative:
                    place = document.place / "transitions" / number / "needs" / index / "current-within"
                    yield Finding(
                        locations=here(place),
                        message=f"`{need.item}` has to be current, and no service is said to know its changes first",
                        consequence=_CONSEQUENCE,
                        help=f"say who does, in a catalogue: `authoritative: ...` at the item `{need.item}`",
                        about=(local.id, transition.id, need.item),
                    )
    for area in workspace.areas:
        if area.document is not None and area.complete and (missing := _nobody_here(area, items)):
            yield Finding(
                locations=here(area.document.place / "id"),
                message=f"no party here does a service that knows first when {words.listed(missing, 5)} changes",
                consequence=_CONSEQUENCE,
                help=f"add the party that does: {_services(items, missing)}",
                about=(area.id,),
            )


def _nobody_here(area: Area, items: Mapping[str, Item]) -> list[str]:
    """The items that somebody here needs to be current, and that nobody here knows first."""
    asked = (need.fact.item for need in area.network.needs if need.current_within is not None)
    named = (item for item in dict.fromkeys(asked) if item in items and items[item].authoritative)
    return [item for item in named if not area.network.sources.get(item)]


def _services(items: Mapping[str, Item], missing: list[str]) -> str:
    return words.listed(list(dict.fromkeys(name for item in missing for name in many(items[item].authoritative))), 5)
