"""A ground is stated for a party that neither sends nor receives.

## Why it matters

Mostly the name was copied from the flow above. The party that does send has then stated no ground at all, and whoever
asks why a mother's history went to the nursery is shown the ground of somebody else.

## Example

```yaml bad
flows:
  - id: review-to-setting
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
    basis:
      - party: speech-therapy  # <-
        article-6: 6(1)(e)
        powers: [ca2004-11]
```

```yaml good
flows:
  - id: review-to-setting
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
    basis:
      - {party: health-visiting, article-6: 6(1)(e), powers: [ca2004-11]}
      - {party: nursery, article-6: 6(1)(f)}
```

At the head of a protocol a ground may be stated for whoever sends in any of its flows, counts among them:

```yaml good
basis:
  - {party: health-visiting, article-6: 6(1)(e), powers: [ca2004-11]}
  - {party: nursery, article-6: 6(1)(f)}
flows:
  - id: review-to-setting
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [health-review-summary]
```

## What to do

Write whose ground it is: `party: health-visiting`. Left out, it is everybody's.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import many
from sharecheck.model.protocol import Basis
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Protocol, Workspace
from sharecheck.workspace.terms import placed_bases


@rule("STR18", Severity.WARNING, sources=("ico-data-sharing-code", "ico-contractual-liability"))
def ground_of_a_bystander(workspace: Workspace) -> Iterator[Finding]:
    """Grounds whose party takes no part in the flow, or for those of the protocol in any of its flows."""
    for protocol in workspace.protocols():
        for flow in protocol.personal_flows:
            if flow.shape.basis is not None:
                yield from _found(protocol, flow.bases, {*_part(flow)}, flow.id)
        if protocol.shape.basis is not None and protocol.personal_flows and protocol.read_in_full:
            everybody = {party for flow in protocol.all_flows for party in _part(flow)}
            bases = placed_bases(protocol.shape.basis, protocol.place / "basis")
            yield from _found(protocol, bases, everybody, protocol.id)


def _part(flow: Flow) -> tuple[str, ...]:
    return (*many(flow.shape.from_), *many(flow.shape.to), *many(flow.shape.accountable))


def _found(
    protocol: Protocol, bases: tuple[tuple[Basis, Place], ...], parties: set[str], where: str
) -> Iterator[Finding]:
    area = protocol.area
    for basis, place in bases:
        known = basis.party in area.parties or not area.closed  # an unknown one is a mistake of another kind
        if basis.party is not None and basis.party not in parties and known:
            yield Finding(
                locations=here(place / "party"),
                message=f"a ground is stated for `{basis.party}`, which neither sends nor receives in `{where}`",
                consequence="who asks why something was told is shown the ground of somebody else",
                help=f"write whose ground it is: {words.listed(sorted(parties))}",
                about=(where, basis.party),
            )
