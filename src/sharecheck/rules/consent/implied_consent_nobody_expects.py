"""Consent is taken as implied for what goes outside care, and the parents are not told of it.

## Why it matters

A mother expects that her midwife talks with her health visitor, and nobody asks her. That the nursery hears of it she
does not expect. What a person does not know of, she has not agreed to by silence; when she finds out, it is the midwife
whom she no longer trusts.

## Example

```yaml bad
parties:
  - {id: health-visitors, service: health-visiting, kind: nhs-trust}
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
flows:
  - id: review-outcome  # <-
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    basis: {article-6: 6(1)(e), article-9: 9(2)(h), confidentiality: implied-consent, powers: [si-2013-351-5a]}
```

```yaml good
parties:
  - {id: health-visitors, service: health-visiting, kind: nhs-trust}
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider}
  - {id: surgery, service: general-practice, kind: gp-practice}
basis: {article-6: 6(1)(e), article-9: 9(2)(h), confidentiality: implied-consent, powers: [si-2013-351-5a]}
flows:
  - id: review-outcome
    from: health-visitors
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    agreement: {inform: parent}
  - id: review-to-gp
    from: health-visitors
    to: surgery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
```

## What to do

Tell the parents in the flow itself, before it goes: `agreement: {inform: parent}`. Or say by what else confidentiality
is met, for example `explicit-consent` or `public-interest`.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Context, Flow, Workspace


@rule("CON11", Severity.WARNING, sources=("nhse-consent-confidentiality", "common-law-confidence"), alone=False)
def implied_consent_nobody_expects(workspace: Workspace) -> Iterator[Finding]:
    """Special category items from health services to recipients outside care, `implied-consent`, and nobody told."""
    far: Mapping[Context, set[str]] = {
        area: {party.id for party in area.outside_care(area.parties.values())} for area in workspace.areas
    }
    implied = (ground for ground in grounds(workspace) if ground.basis.confidentiality == "implied-consent")
    for flow in dict.fromkeys(flow for ground in implied for flow in ground.flows):
        if flow.shape.agreement is not None or far[flow.area].isdisjoint(many(flow.shape.to)):
            continue
        if not flow.protocol.agreement or not flow.carries_special:
            continue
        outside = [party.id for party in flow.area.outside_care(flow.recipients)]
        if outside and _implied(flow):
            yield from each_of(
                ((id, flow.place / "id") for id in outside),
                partial(_message, flow.id),
                "who did not know of it has not agreed by silence, and trusts the health visitor no longer",
                "tell them in the flow itself: `agreement: {inform: parent}`; or say by what else confidence is met",
                about=(flow.id, "implied-consent"),
            )


def _message(flow: str, outside: tuple[str, ...]) -> str:
    return f"consent is taken as implied for `{flow}` to {words.listed(outside)}, and parents are not told"


def _implied(flow: Flow) -> bool:
    """Whether a health service that sends the flow takes consent as implied."""
    implied = [basis for basis, _ in flow.bases if basis.confidentiality == "implied-consent"]
    senders = {party.id for party in flow.area.in_health(flow.senders)} if implied else set()
    return any(basis.party in senders if basis.party else senders for basis in implied)
