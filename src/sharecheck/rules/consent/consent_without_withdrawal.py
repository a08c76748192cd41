"""Consent is the lawful basis, and nothing says how it is recorded or taken back.

## Why it matters

A consent that cannot be shown was not given, and one that cannot be taken back is none. A mother who has changed her
mind finds nobody who can act on it: each partner has its copy, and believes that another one keeps the form.

## Example

```yaml bad
flows:
  - id: photographs
    from: nursery
    to: family-hub
    when: {on: change}
    within: P5D
    items: [parents-view]
    basis:
      article-6: 6(1)(a)  # <-
    agreement: {ask: parent, recorded: registration form}
```

```yaml good
flows:
  - id: photographs
    from: nursery
    to: family-hub
    when: {on: change}
    within: P5D
    items: [parents-view]
    basis: {article-6: 6(1)(a)}
    agreement:
      ask: parent
      recorded: registration form
      withdrawal: a word to the key person, who tells the hub on the same day; the hub deletes its copy
```

A parent who is asked although the lawful basis is another one gives an agreement, not a consent:

```yaml good
flows:
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
    basis: {article-6: 6(1)(f)}
    agreement: {ask: parent}
```

## What to do

Say in the `agreement` of the flow where the answer is written down (`recorded`), and how a parent takes it back and
what happens then with what was already sent (`withdrawal`). Or state the lawful basis that is really meant.
"""

from collections.abc import Iterator

from sharecheck.model.protocol import Agreement
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.consent.statements import statements
from sharecheck.workspace import Workspace


@rule("CON03", Severity.WARNING, sources=("ico-data-sharing-code", "ukgdpr-6-1-a"))
def consent_without_withdrawal(workspace: Workspace) -> Iterator[Finding]:
    """Consent stated as a lawful basis, where a flow that rests on it lacks `recorded` or `withdrawal`."""
    for statement in statements(workspace):
        if not statement.flows[0].protocol.agreement:
            continue
        agreements = [flow.shape.agreement or Agreement() for flow in statement.flows]
        lacks = ["where it is recorded"] if any(not one.recorded for one in agreements) else []
        lacks += ["how it is taken back"] if any(not one.withdrawal for one in agreements) else []
        if lacks:
            yield Finding(
                statement.place,
                f"consent is the lawful basis of {statement.names}, and nothing says {' or '.join(lacks)}",
                "a parent who has had second thoughts finds nobody who can act on them",
                "say it in the `agreement` of the flow: `recorded` and `withdrawal`",
                about=statement.about,
            )
