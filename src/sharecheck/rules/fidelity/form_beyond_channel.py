"""An item is promised in a form that its channel cannot carry, or that its sender does not have.

## Why it matters

"Coded", says the agreement, and the e-mail brings a letter. The recipient's system waits for a code, finds none, and
shows an empty field; the child was immunised, and is called again.

## Example

```yaml bad
flows:
  - id: doses
    from: surgery
    to: child-health
    when: {on: change}
    within: P5D
    channel: secure-email
    items:
      - {item: immunisations, form: coded}  # <-
```

```yaml good
flows:
  - id: doses
    from: surgery
    to: child-health
    when: {on: change}
    within: P5D
    channel: system-message
    items:
      - {item: immunisations, form: coded}
  - id: notes
    from: surgery
    to: child-health
    when: {on: change}
    within: P5D
    channel: secure-email
    items: [{item: immunisations, form: free-text}]
```

Who keeps its record on paper has no codes to send:

```yaml bad
parties:
  - {id: childminders, service: early-years-setting, system: {medium: paper}}
  - {id: child-health, service: child-health-information}
flows:
  - id: checks
    from: childminders
    to: child-health
    when: {event: progress-check-at-two}
    within: P5D
    channel: secure-portal
    items:
      - {item: progress-check-summary, form: structured}
      - {item: developmental-scores, form: coded}  # <-
```

## What to do

Say what really arrives, or change the channel: `channel: system-message`. What is typed into a portal can be
`structured`; codes come from a record.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.base import FORMS
from sharecheck.rule import rule
from sharecheck.workspace import Carried, Workspace


@rule("FID05", Severity.WARNING, sources=("chi-paper-and-rekeying", "dch-careconnect"), alone=False)
def form_beyond_channel(workspace: Workspace) -> Iterator[Finding]:
    """Items with a `form` that is better than the channel's best, or coded out of a record on paper."""
    for flow in workspace.detailed():
        best = FORMS.index(flow.channel.form) if flow.channel else 0
        paper = [party.id for party in flow.senders if party.system and party.system.medium == "paper"]
        for carried in flow.items:
            if carried.form is None:
                continue
            if FORMS.index(carried.form) < best:
                yield _finding(carried, f"`{flow.shape.channel}` carries {FORMS[best]} at best")
            elif carried.form == "coded" and paper:
                yield _finding(carried, f"`{paper[0]}` keeps its record on paper")


def _finding(carried: Carried, but: str) -> Finding:
    return Finding(
        locations=here(carried.place),
        message=f"`{carried.flow.id}` promises `{carried.id}` {carried.form}, and {but}",
        consequence="the recipient's system waits for what does not come, and shows an empty field",
        help="say what really arrives in `form`, or change the channel",
        about=(carried.flow.id, carried.id, "form"),
    )
