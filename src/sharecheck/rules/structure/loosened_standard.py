"""A local entry asks for less than the national one whose place it takes.

## Why it matters

A local catalogue or pathway may add and tighten. Where it loosens, an area looks better than it is: the fax counts as
secure, the need of an allergy by the first day is gone, and no gap is found where a child still falls into one.

## Example

```yaml bad
sharecheck: catalogue/1
id: northshire-words
channels:
  - {id: fax, title: Fax, form: coded, secure: true, re-keyed: true}  # <-
```

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: booking
    title: Booking
    window: {gestation: {from: P8W, to: P14W}}  # <-
```

A reason makes it a decision that can be looked at: it stays in the list, as information.

```yaml bad
sharecheck: catalogue/1
id: northshire-words
channels:
  - id: fax
    title: Fax to the ward, by the trust's own gateway
    form: paper
    secure: true  # <-
    re-keyed: true
    because: the gateway encrypts, and prints at a staffed desk; agreed by both boards in March 2026
```

```yaml good
sharecheck: catalogue/1
id: northshire-words
channels:
  - {id: fax, title: Fax, form: verbal, secure: false, re-keyed: true, household-can-see: true}
  - {id: gateway, title: Gateway of the trust, form: structured, secure: true}
---
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - {id: booking, title: Booking, window: {gestation: {from: P7W, to: P9W}}}
```

A pathway of its own that extends no other takes nobody's place, unless it has the name of a national one:

```yaml bad
sharecheck: pathway/1
id: england  # <-
nation: england
```

## How much it weighs

A warning; information where the entry gives a reason under `because`. It is also information where the entry whose
place is taken rests on what some places do (`strength: local-practice`), or is our own proposal: that is owed nowhere.

```yaml bad
sharecheck: pathway/1
id: northshire
nation: england
extends: england
events:
  - id: provider-change
    title: Health visiting passes to another provider
    window: {age: {from: P4M, to: P6Y}}  # <-
```

## What to do

Ask for as much as the national one does; or give the entry a name of its own, when it is something else; or say why
less is enough: `because: agreed by both boards in March 2026`.
"""

from collections.abc import Iterator, Sequence

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.model import Catalogue, Pathway
from sharecheck.rule import rule
from sharecheck.standards import PATHWAYS, catalogue
from sharecheck.words import listed
from sharecheck.workspace import Workspace
from sharecheck.workspace.loosening import Above, Loosening, in_catalogue, in_pathway
from sharecheck.workspace.planned import Limits, limits, planned

NOT_OWED = frozenset({"local-practice", "proposal"})
"""The strengths of what no nation asks for: what is done in some places, and what is our own proposal."""


@rule("STR13", Severity.WARNING, sources=("ico-data-sharing-code",))
def loosened_standard(workspace: Workspace) -> Iterator[Finding]:
    """Channels, items, events and transitions that are looser here than where they come from."""
    for document, words in workspace.of_kind(Catalogue):
        for loosening in in_catalogue(words, catalogue()):
            yield _finding(loosening, document.place, "the national catalogue", "what looks safe here is not")
    every = limits(workspace)
    for document, local in workspace.of_kind(Pathway):
        if local.extends is None and local.id in PATHWAYS:
            yield _instead(local.id, document.place / "id")
        for loosening in _in_pathway(workspace, local, every[local.id]):
            yield _finding(
                loosening,
                document.place,
                f"`{local.extends}`",
                "less is asked of what some places do; whether it is owed here, no source says"
                if loosening.strength in NOT_OWED
                else "children here are owed less, and no gap shows it",
            )


def _in_pathway(workspace: Workspace, local: Pathway, above: Limits) -> Iterator[Loosening]:
    if local.extends is None or not (local.events or local.transitions) or not workspace.knows_pathway(local.id):
        return
    events = [event.id for event in local.events or ()] + [transition.at for transition in local.transitions or ()]
    extended = workspace.pathway(local.extends, local.nation)
    due = [transition.at for transition in extended.transitions or ()] if local.transitions else []
    moments = planned(extended, [*events, *due])
    yield from in_pathway(
        local, planned(workspace.pathways[local.id], events), Above(extended, moments, frozenset(above))
    )


def _finding(loosening: Loosening, place: Place, where: str, consequence: str) -> Finding:
    for step in loosening.route:
        place /= step

    def message(abouts: Sequence[tuple[str, ...]]) -> str:
        items = tuple(dict.fromkeys(item for *_, item in abouts))
        return f"`{loosening.id}` {loosening.here.replace('{}', listed(items, 6))}; {where} {loosening.there}"

    about = (loosening.id, loosening.key, loosening.here, loosening.item)
    return Finding(
        locations=here(place),
        message=message((about,)),
        consequence=consequence,
        help=f"look at it at each review; it says because: {loosening.because}"
        if loosening.because
        else "ask for as much here, or say why less is enough: `because: ...`",
        severity=Severity.INFORMATION if loosening.because or loosening.strength in NOT_OWED else None,
        about=about if loosening.item else about[:-1],
        group=(loosening.id, loosening.key, loosening.here) if loosening.item else (),
        sentence=message if loosening.item else None,
    )


def _instead(id: str, place: Place) -> Finding:
    return Finding(
        locations=here(place),
        message=f"`{id}` has the name of a national pathway and does not extend it",
        consequence="nothing that children of the nation are owed is looked at, and no gap in it is found",
        help=f"give it a name of its own, and let it extend the national one: `id: my-{id}`, `extends: {id}`",
        about=(id, "instead"),
    )
