"""A party is named that nobody describes.

## Why it matters

A flow to a name that is nobody's goes nowhere. On paper the health visitor is told; in truth a letter is written to a
team that was renamed last year, and nobody waits for it.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
flows:
  - id: birth-summary
    from: maternity
    to: heath-visiting  # <-
    when: {event: birth}
    within: P2D
    items: [birth-details]
governance:
  signatures:
    - {party: maternity, signed: 2026-03-02}
    - {party: health-visitors, awaited: true}  # <-
```

```yaml fixed
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    items: [birth-details]
governance:
  signatures:
    - {party: maternity, signed: 2026-03-02}
    - {party: health-visiting, awaited: true}
```

`parent` is always there, and need not be described:

```yaml good
parties:
  - {id: health-visiting, service: health-visiting}
flows:
  - id: red-book
    from: health-visiting
    to: parent
    when: {event: new-birth-visit}
    within: PT1H
    items: [growth]
```

Of a protocol whose parties are described in a file that is not here, nothing is said:

```yaml good
area: northshire
parties:
  - {id: family-charity, service: early-help, kind: charity}
flows:
  - id: referral
    from: health-visiting
    to: family-charity
    when: {on: change}
    within: P2D
    items: [referral]
```

## What to do

Write the name as it stands under `parties`, or describe the party there: `{id: therapy, service:
speech-and-language-therapy}`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.finding.rename import renamed
from sharecheck.reading.phrases import did_you_mean
from sharecheck.rule import rule
from sharecheck.workspace import Workspace
from sharecheck.workspace.references import documents, names, references

_HELP = "describe it under `parties`: `{{id: {}, service: ...}}`"


@rule("STR01", Severity.ERROR, sources=("ico-data-sharing-code",))
def unknown_party(workspace: Workspace) -> Iterator[Finding]:
    """Names of parties that neither the area nor the protocol describes."""
    called = workspace.vocabulary.called["service"]  # a party is often named after what it does
    for area in workspace.areas:
        for document in documents(area) if area.closed else ():
            unknown = names(document)["party"] - area.parties.keys()
            for reference in references(document) if unknown else ():
                if reference.kind == "party" and reference.name in unknown:
                    yield Finding(
                        locations=here(reference.place),
                        message=f"`{reference.name}` is not a party",
                        consequence="what is sent by it or to it reaches nobody, and nobody is asked about it",
                        help=did_you_mean(reference.name, area.parties, _HELP.format(reference.name), called),
                        about=reference.about,
                        fix=renamed(reference.route, reference.name, area.parties, called),
                    )
