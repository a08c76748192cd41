"""A yes to a service or to a treatment is taken for consent to the sharing of data.

## Why it matters

There are three questions: may we treat your child, would you like this help, may we pass on what we know. A mother who
wants the speech therapist has answered one. Where her yes is used for the others, she never decided about them; and
when she ends the therapy, nobody knows whether her consent has ended as well.

## Example

```yaml bad
flows:
  - id: referral
    from: nursery
    to: speech-therapy
    when: {on: change}
    within: P5D
    items: [language-screen, referral]
    basis: {article-6: 6(1)(a), article-9: 9(2)(a)}
    agreement:
      ask: parent
      to: service  # <-
      recorded: the referral form
      withdrawal: a word to the key person
```

Who agrees to a service agrees to the service; the sharing has a ground of its own:

```yaml good
flows:
  - id: referral
    from: nursery
    to: speech-therapy
    when: {on: change}
    within: P5D
    items: [language-screen, referral]
    basis: {article-6: 6(1)(f), assessment: LIA-3, article-9: 9(2)(h), schedule-1: paragraph-2}
    agreement: {ask: parent, to: service}
```

And where consent to the sharing is meant, that is what is asked:

```yaml good
flows:
  - id: referral
    from: nursery
    to: speech-therapy
    when: {on: change}
    within: P5D
    items: [language-screen, referral]
    basis: {article-6: 6(1)(a), article-9: 9(2)(a)}
    agreement: {ask: parent, to: sharing, recorded: the referral form, withdrawal: a word to the key person}
```

## What to do

State the ground on which it is shared with the service that the parents have asked for. If their consent to the sharing
is meant, ask for that by itself, and say `to: sharing`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("CON08", Severity.WARNING, sources=("coventry-consent", "ico-consent", "nhse-consent-confidentiality"))
def yes_to_something_else(workspace: Workspace) -> Iterator[Finding]:
    """Flows under consent, whose `agreement` is to a service or a treatment."""
    for flow in workspace.stating("agreement"):
        agreement = flow.shape.agreement
        if agreement is None or agreement.to not in ("service", "treatment"):
            continue
        points = [point for basis, _ in flow.sender_bases for point in (basis.article_6, basis.article_9)]
        consent = [point for point in dict.fromkeys(points) if point in ("6(1)(a)", "9(2)(a)")]
        if consent:
            yield from each_of(
                ((str(point), flow.place / "agreement" / "to") for point in consent),
                partial(_message, agreement.to, flow.id),
                f"they never decided about the sharing, and when the {agreement.to} ends nobody knows whether the "
                "consent did",
                "state the ground of the sharing, or ask for that by itself: `to: sharing`",
                about=(flow.id, "to"),
            )


def _message(to: str, flow: str, points: tuple[str, ...]) -> str:
    taken = f"`{flow}` takes that for consent to the sharing, {' and '.join(points)}"
    return f"parents agree to a {to}, and {taken}"
