"""Parents are asked, and all is sent whatever they say.

## Why it matters

A mother thinks about it, says no, and nothing changes. She will not know it for a year. When she does, she stops
telling things, to this service and to the next.

## Example

```yaml bad
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P10D
    items: [expected-date-of-birth, smoking]
    agreement:
      ask: parent
      if-refused: [expected-date-of-birth, smoking]  # <-
```

```yaml good
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P10D
    items: [expected-date-of-birth, smoking]
    agreement: {ask: parent, if-refused: [expected-date-of-birth]}
```

Parents who are only told are not offered anything:

```yaml good
flows:
  - id: antenatal-summary
    from: maternity
    to: health-visiting
    when: {event: pregnancy-notification}
    within: P10D
    items: [expected-date-of-birth, smoking]
    agreement: {inform: parent}
```

## What to do

Let the no stop something: take out of `if-refused` what a parent may keep. Where nothing asks for their agreement, they
can be told instead: `inform: parent`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("CON07", Severity.WARNING, sources=("ico-consent", "ico-10-step"))
def question_without_choice(workspace: Workspace) -> Iterator[Finding]:
    """Flows of which parents are asked whether they are sent, with all items in `if-refused`."""
    for flow in workspace.stating("agreement"):
        agreement = flow.shape.agreement
        if agreement is None or not agreement.ask or agreement.to not in (None, "sharing"):
            continue  # a no to a service stops the service
        if flow.carries and flow.carries <= set(agreement.if_refused or ()):
            yield Finding(
                locations=here(flow.place / "agreement" / "if-refused"),
                message=f"parents are asked about `{flow.id}`, and all of it is sent when they say no",
                consequence="a mother who said no learns that it made no difference, and tells less from then on",
                help="let a no stop something; or, where nothing asks for their agreement, tell them: "
                "`agreement: {inform: parent}`",
                about=(flow.id, "if-refused"),
            )
