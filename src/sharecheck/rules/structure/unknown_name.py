"""Something is named that is described nowhere: an item, an event, a channel, a service.

## Why it matters

A thing that goes by another name cannot be followed. Nothing says that the `hearing-screen` of one protocol is the
`newborn-hearing` that a health visitor needs, and the way of the item ends there without a word.

## Example

```yaml bad
flows:
  - id: hearing
    from: screening
    to: health-visiting
    when: {event: newborn-hearing-screening}  # <-
    within: P2D
    channel: secure-mail  # <-
    items:
      - newborn-hering  # <-
      - {item: identity, present: always}
```

```yaml fixed
flows:
  - id: hearing
    from: screening
    to: health-visiting
    when: {event: newborn-hearing-screen}
    within: P2D
    channel: secure-email
    items:
      - newborn-hearing
      - {item: identity, present: always}
```

What a flow is for, and what an area is complete for, are transitions of the pathway:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
complete-for: [t04-maternity-to-health-visitors]  # <-
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    for: t04-birth-notice  # <-
    when: {event: birth}
    within: P1D
    items: [birth-details]
```

A local catalogue may add names, and a local pathway events:

```yaml good
sharecheck: catalogue/1
id: northshire-words
items:
  - id: housing-officer
    title: Housing officer
    about: professional
    if-missing: nobody knows whom to ask about damp in the child's room
---
sharecheck: protocol/1
id: housing
flows:
  - id: housing-officer
    from: council
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [housing-officer]
```

## What to do

Use the name that the catalogue or the pathway has. What they lack can be added in a `catalogue/1` or a `pathway/1` file
of your own.
"""

from collections.abc import Collection, Iterator, Mapping

from sharecheck.document import Document
from sharecheck.finding import Finding, Severity, here
from sharecheck.finding.rename import renamed
from sharecheck.model import Catalogue, Journey, Pathway
from sharecheck.reading.phrases import did_you_mean
from sharecheck.rule import rule
from sharecheck.standards import PATHWAYS, Vocabulary, pathway
from sharecheck.workspace import Area, Workspace
from sharecheck.workspace.references import documents, names, references

Known = Mapping[str, Collection[str]]
"""The names of each kind of thing; a kind of which some may be described elsewhere is left out."""


@rule("STR02", Severity.ERROR, sources=("ico-data-sharing-code",), alone=False)
def unknown_name(workspace: Workspace) -> Iterator[Finding]:
    """Names of items, events, transitions, channels, services, groups, funding streams, pathways that are nobody's."""
    described = {area.id for area in workspace.areas if area.shape}
    for area in workspace.areas:
        if area.missing and described:
            yield from _nowhere(area, described)
        known = _known_in(area, workspace)
        for document in documents(area):
            yield from _unknown(document, known, workspace.vocabulary)
    for document, local in workspace.of_kind(Pathway):
        yield from _unknown(document, _known_to(local, workspace), workspace.vocabulary)
    for document, _ in workspace.of_kind(Catalogue):
        yield from _unknown(document, _vocabulary(workspace), workspace.vocabulary)
    for document, _ in workspace.of_kind(Journey):
        yield from _unknown(document, {**_vocabulary(workspace), **_of_pathways(workspace)}, workspace.vocabulary)


def _nowhere(area: Area, described: Collection[str]) -> Iterator[Finding]:
    for protocol in area.current:
        if protocol.shape.parties:
            continue  # it brings its own parties, and is meant to be checked alone
        yield Finding(
            locations=here(protocol.place / "area"),
            message=f"`{area.id}` is none of the areas here, so `{protocol.id}` stands alone",
            consequence="what it promises is missing from the picture of every area",
            help=did_you_mean(area.id, described, "name the area that it belongs to, or leave `area` out"),
            about=(protocol.id, area.id),
            fix=renamed(("area",), area.id, described) if protocol.shape.area else None,
        )


def _unknown(document: Document, known: Known, words: Vocabulary) -> Iterator[Finding]:
    if all(name in described for kind, described in known.items() for name in names(document)[kind]):
        return
    for reference in references(document):
        described = known.get(reference.kind)
        if described is not None and reference.name not in described:
            called = words.called.get(reference.kind)
            yield Finding(
                locations=here(reference.place),
                message=f"`{reference.name}` is not a known {reference.kind}",
                consequence="it cannot be followed: nobody sees whether what a child needs arrives",
                help=did_you_mean(
                    reference.name,
                    described,
                    _HELP.get(reference.kind, "add it to a `catalogue/1` of your own"),
                    called,
                ),
                about=reference.about,
                fix=renamed(reference.route, reference.name, described, called),
            )


_ADD = "add it to a `catalogue/1` of your own"
_HELP = {
    "event": "use an event of the pathway, or add it to a `pathway/1` of your own",
    "transition": "use the id of a transition of the pathway, or add it to a `pathway/1` of your own",
    "funding stream": "describe it under `funding` in the area's file",
    "pathway": "the shipped ones are `england` and `wales`; another has to be among the files",
}


def _vocabulary(workspace: Workspace) -> dict[str, Collection[str]]:
    """Without what a file that could not be understood may describe: that file is told already."""
    words = workspace.vocabulary
    known: dict[str, Collection[str]] = {}
    if not workspace.refused(Catalogue):
        known |= {"item": words.items, "channel": words.channels, "service": words.services, "group": words.groups}
    if not workspace.refused(Pathway):
        known["pathway"] = {*PATHWAYS, *workspace.pathways}
    return known


def _known_in(area: Area, workspace: Workspace) -> Known:
    if area.missing:
        return {}
    if area.shape is None:
        events, transitions = (
            set[str]().union(*(names(document)[kind] for document in documents(area)))
            for kind in ("event", "transition")
        )
        here = events <= area.events.keys() and transitions <= area.transitions.keys()
        every = _own(area) if here else _of_pathways(workspace)
        return {**_vocabulary(workspace), **every}  # it does not always say its nation
    known = {**_vocabulary(workspace), "funding stream": area.funding}
    followed = area.shape.pathway
    return {**known, **_own(area)} if followed is None or workspace.knows_pathway(followed) else known


def _own(area: Area) -> Known:
    return {"event": area.events, "transition": area.transitions}


def _known_to(local: Pathway, workspace: Workspace) -> Known:
    known = _vocabulary(workspace)
    if not workspace.knows_pathway(local.id):
        return known
    return {**known, "event": {event.id for event in workspace.pathways[local.id].events or ()}}


def _of_pathways(workspace: Workspace) -> Known:
    """The events and transitions of all pathways, when these are known."""
    if workspace.refused(Pathway):
        return {}
    every = (*(pathway(name) for name in PATHWAYS), *workspace.pathways.values())
    return {
        "event": {event.id for pathway in every for event in pathway.events or ()},
        "transition": {transition.id for pathway in every for transition in pathway.transitions or ()},
    }
