"""Consent is the lawful basis, and nothing says how it is recorded or taken back.

## Why it matters

A consent has to be shown when somebody asks for it, and can be taken back. Where nothing says how, a mother who has
changed her mind finds nobody who can act on it: each partner has its copy, and believes that another keeps the form.

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
      article-6: 6(1)(a)
    agreement: {ask: parent, recorded: registration form}  # <-
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

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import consents
from sharecheck.model.protocol import Agreement
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("CON03", Severity.WARNING, sources=("ico-data-sharing-code", "ukgdpr-6-1-a"))
def consent_without_withdrawal(workspace: Workspace) -> Iterator[Finding]:
    """Consent as a lawful basis, where a flow between services that rests on it lacks `recorded` or `withdrawal`."""
    for statement in consents(workspace):
        resting = [flow for flow in statement.flows if flow.between_services]
        if not statement.protocol.agreement:
            continue
        yield from each_of(
            (((flow.id, key), flow.place / "agreement") for flow in resting for key in _lacks(flow)),
            _message,
            "a parent who has had second thoughts finds nobody who can act on them",
            lambda flow, key: f"say it in `{flow}`: `agreement: {{{key}: ...}}`",
            elsewhere=(related(statement.place / "article-6", "consent is the lawful basis"),),
            about=statement.about,
        )


_WHAT = {"recorded": "where it is recorded", "withdrawal": "how it is taken back"}


def _lacks(flow: Flow) -> Iterator[str]:
    """What its agreement does not say."""
    agreement = flow.shape.agreement or Agreement()
    return (key for key in _WHAT if not getattr(agreement, key))


def _message(flows: tuple[str, ...], keys: tuple[str, ...]) -> str:
    silence = " or ".join(_WHAT[key] for key in keys)
    return f"consent is the lawful basis of {words.listed(flows)}, and nothing says {silence}"
