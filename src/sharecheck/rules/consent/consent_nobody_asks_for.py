"""Consent is stated, and nobody is asked.

## Why it matters

A consent that nobody asked for is none. The family learns of it from a letter with its data in it, and when it asks
where the yes was, nobody has one; all that was sent on it stands in doubt, also what keeps the child safe.

## Example

```yaml bad
flows:
  - id: review-outcome
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    basis: {article-6: 6(1)(a), article-9: 9(2)(a)}
    agreement:
      inform: parent  # <-
```

```yaml good
flows:
  - id: review-outcome
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    basis: {article-6: 6(1)(a), article-9: 9(2)(a)}
    agreement: {ask: parent, recorded: the record, withdrawal: a word to the health visitor}
```

Explicit consent of Article 9, or towards confidentiality, is asked for too:

```yaml bad
flows:
  - id: review-outcome  # <-
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    basis: {article-6: 6(1)(e), article-9: 9(2)(a), powers: [si-2013-351-5a]}
```

Implied consent is not asked for, that is what it means; the family is told:

```yaml good
flows:
  - id: review-outcome
    from: health-visiting
    to: nursery
    when: {event: two-year-review}
    within: P10D
    items: [developmental-scores]
    basis: {article-6: 6(1)(e), article-9: 9(2)(h), confidentiality: implied-consent, powers: [si-2013-351-5a]}
    agreement: {inform: parent}
```

## What to do

Say who is asked, `agreement: {ask: parent}`, with where the answer is written down. Or state the ground on which it is
really sent.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.model.protocol import Basis
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("CON05", Severity.WARNING, sources=("ico-consent", "ukgdpr-6-1-a", "nhse-consent-confidentiality"))
def consent_nobody_asks_for(workspace: Workspace) -> Iterator[Finding]:
    """Flows under explicit consent of whatever kind, or told and not asked under 6(1)(a), without `ask`."""
    resting = {flow for ground in grounds(workspace) if _consent(ground.basis, True) for flow in ground.flows}
    for flow in workspace.current_flows():
        if flow not in resting:
            continue
        agreement = flow.shape.agreement
        informed = agreement is not None and agreement.inform is not None
        stated = [point for basis, _ in flow.sender_bases if (point := _consent(basis, informed))]
        if not stated or (agreement and agreement.ask) or not flow.between_services:
            continue
        if informed or flow.protocol.agreement:
            yield Finding(
                locations=here(flow.place / "agreement" / "inform" if informed else flow.place / "id"),
                message=f"`{flow.id}` rests on consent, {stated[0]}, and nobody is asked"
                + (": parents are told" if informed else ""),
                consequence="when the family asks where its yes was, all that was sent on it stands in doubt",
                help="say who is asked: `agreement: {ask: parent}`; or state the ground on which it is really sent",
                about=(flow.id, "ask"),
            )


def _consent(basis: Basis, informed: bool) -> str | None:
    """The consent that a basis states. 6(1)(a) only where parents are told: else the lack of a record is."""
    if basis.article_9 == "9(2)(a)":
        return "9(2)(a)"
    if basis.confidentiality == "explicit-consent":
        return "`explicit-consent`"
    return "6(1)(a)" if informed and basis.article_6 == "6(1)(a)" else None
