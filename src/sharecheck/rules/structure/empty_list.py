"""A list is there and has nothing in it.

## Why it matters

An empty list looks like an answer. A flow that goes `to: []` reaches nobody, an area with `parties: []` has nobody who
could need anything: no gap is found, and it looks as if nothing were lost.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties: []  # <-
---
sharecheck: protocol/1
id: births
status: in-force
flows: []  # <-
---
sharecheck: protocol/1
id: reviews
flows:
  - id: review
    from: []  # <-
    to: []  # <-
    matched-by: [[]]  # <-
    agreement:
      ask: []  # <-
    items: [growth]
```

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: nursery, service: early-years-setting}
---
sharecheck: protocol/1
id: reviews
flows:
  - id: review
    from: health-visiting
    to: nursery
    items: [growth]
    agreement: {ask: parent, if-refused: []}
```

What was begun and not filled in can be taken out:

```yaml bad
sharecheck: protocol/1
id: reviews
flows:
  - id: review
    from: health-visiting
    to: nursery
    matched-by: [nhs-number, []]  # <-
    items: [growth]
    agreement:
      ask: []  # <-
      inform: parent
```

```yaml fixed
sharecheck: protocol/1
id: reviews
flows:
  - id: review
    from: health-visiting
    to: nursery
    matched-by: [nhs-number]
    items: [growth]
    agreement:
      inform: parent
```

An agreement of governance alone, and a draft, may be without flows:

```yaml good
sharecheck: protocol/1
id: framework
status: in-force
flows: []
governance: {breach: {notify-partners-within: PT24H}}
---
sharecheck: protocol/1
id: begun
status: draft
flows: []
```

## How much it weighs

An error where an area or a flow has nobody, or nothing to go by. A warning where a protocol has no flows yet, or a
pathway asks for nothing: it may not be finished.

## What to do

Fill the list in, or take the key out where it may be left out. That nothing flows after a refusal is said by
`if-refused: []`.
"""

from collections.abc import Iterable, Iterator

from sharecheck.document import Place
from sharecheck.edit import Remove
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.model import Pathway
from sharecheck.rule import rule
from sharecheck.workspace import Area, Flow, Protocol, Workspace


@rule("STR11", Severity.ERROR, sources=("ico-data-sharing-code",))
def empty_list(workspace: Workspace) -> Iterator[Finding]:
    """Lists without an entry, where that is no answer; a flow's `items` and `when` have rules of their own."""
    for area in workspace.areas:
        yield from _area(area)
    for protocol in workspace.protocols():
        if not protocol.shape.flows and _promises(protocol):
            yield _finding(
                protocol.place / "flows",
                protocol.id,
                "promises nothing",
                "nothing is sent by it, and nobody waits for anything",
                "write what is sent, or say `status: draft`",
                Severity.WARNING,
            )
        for flow in protocol.all_flows:
            if _empties(flow):
                yield from _flow(flow)
    for document, pathway in workspace.of_kind(Pathway):
        yield from _pathway(pathway, document.place)


def _area(area: Area) -> Iterator[Finding]:
    if area.shape and area.document and not area.declared:
        yield _finding(
            area.document.place / "parties",
            area.id,
            "has no parties",
            "nobody is there who could need anything, so nothing looks lost",
            "describe who does what: `parties: [{id: ..., service: health-visiting}]`",
        )
    for party in area.declared:
        if party.shape.service == ():
            yield _finding(
                party.place / "service",
                party.shape.id,
                "does no service",
                "it needs nothing and knows nothing, so nothing looks lost",
                "say what it does, for example `service: health-visiting`",
            )


def _promises(protocol: Protocol) -> bool:
    """Whether a protocol is to promise something: no draft, no opening of a text, no agreement of governance alone."""
    return protocol.in_force and protocol.read_in_full and not protocol.shape.governance


def _empties(flow: Flow) -> bool:
    """Whether any of its lists is empty, as few are."""
    shape = flow.shape
    return () in (shape.from_, shape.to, *(shape.matched_by or ()), shape.agreement and shape.agreement.ask)


def _flow(flow: Flow) -> Iterator[Finding]:
    for key, value, what, help in (
        ("from", flow.shape.from_, "is sent by nobody", "say who sends it"),
        ("to", flow.shape.to, "is sent to nobody", "say who receives it"),
    ):
        if value == ():
            yield _finding(flow.place / key, flow.id, what, "what it carries reaches nobody", f"{help}: `{key}: ...`")
    ways = flow.shape.matched_by or ()
    for index, ids in enumerate(ways):
        if ids == ():
            yield _finding(
                flow.place / "matched-by" / index,
                flow.id,
                "is matched by nothing at all",
                "nobody can tell which child it is about",
                "say by what: `matched-by: [nhs-number, [identity, address]]`",
                fix=_without(flow.place / "matched-by" / index if len(ways) > 1 else flow.place / "matched-by"),
            )
    if flow.shape.agreement and flow.shape.agreement.ask == ():
        yield _finding(
            flow.place / "agreement" / "ask",
            flow.id,
            "asks nobody",
            "nobody knows whether a family may say no",
            "say who is asked, `ask: parent`, or take it out",
            fix=_without(flow.place / "agreement" / "ask") if len(flow.shape.agreement.model_fields_set) > 1 else None,
        )


def _pathway(pathway: Pathway, place: Place) -> Iterator[Finding]:
    lists: Iterable[tuple[str, int, str, tuple[object, ...], str]] = (
        *(
            ("transitions", index, transition.id, transition.needs, "needs")
            for index, transition in enumerate(pathway.transitions or ())
        ),
        *(
            ("records", index, recording.service, recording.items, "items")
            for index, recording in enumerate(pathway.records or ())
        ),
    )
    for key, index, id, value, inner in lists:
        if not value:
            yield _finding(
                place / key / index / inner,
                id,
                "needs nothing" if key == "transitions" else "records nothing",
                "nothing is asked for, so nothing looks lost",
                f"fill in its `{inner}`, or take the entry out",
                Severity.WARNING,
                _without(place / key / index) if key == "records" and len(pathway.records or ()) > 1 else None,
            )


def _finding(
    place: Place,
    id: str,
    what: str,
    consequence: str,
    help: str,
    severity: Severity | None = None,
    fix: Fix | None = None,
) -> Finding:
    keys = [step for step in place.route if isinstance(step, str)]
    return Finding(
        locations=here(place),
        message=f"`{id}` {what}",
        consequence=consequence,
        help=help,
        severity=severity,
        about=(id, *keys[-1:]),
        fix=fix,
    )


def _without(place: Place) -> Fix:
    """The file without an empty list: as if it had not been begun."""
    return Fix((Remove(place.route),))
