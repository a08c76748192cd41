"""Both sides keep electronic records, and paper goes between them.

## Why it matters

It is printed here and typed there. In between it lies for a week, and what is typed is what somebody had time for: the
date, the weight, not the sentence about the mother. The two systems could have told each other.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery, system: {name: Maternity record, medium: electronic}}
  - {id: health-visitors, service: health-visiting, system: {name: Community record, medium: electronic}}
flows:
  - id: discharge
    from: maternity
    to: health-visitors
    when: {event: midwife-discharge}
    within: P5D
    channel: paper-form  # <-
    items: [growth]
```

```yaml good
parties:
  - {id: maternity, service: midwifery, system: {name: Maternity record, medium: electronic}}
  - {id: health-visitors, service: health-visiting, system: {name: Community record, medium: electronic}}
flows:
  - id: discharge
    from: maternity
    to: health-visitors
    when: {event: midwife-discharge}
    within: P5D
    channel: system-message
    items: [growth]
```

Where one of the two keeps paper, where it is a sample that travels, or what goes to the parent, it has to be paper:

```yaml good
parties:
  - {id: maternity, service: midwifery, system: {name: Maternity record, medium: electronic}}
  - {id: laboratory, service: newborn-screening, system: {name: Laboratory system, medium: electronic}}
  - {id: childminders, service: early-years-setting, system: {medium: paper}}
flows:
  - {id: notes, from: maternity, to: childminders, when: {on: change}, within: P5D, channel: letter, items: [growth]}
  - id: card
    from: maternity
    to: laboratory
    when: {event: blood-spot-sample}
    within: P2D
    channel: letter
    items: [identity]
```

## What to do

Send it from system to system, `channel: system-message`, or by `secure-file-transfer`. Where that costs money that is
not there, say in `resources` what it would cost: paper costs as well.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("FID03", Severity.WARNING, sources=("chi-paper-and-rekeying", "hcwp-2024", "eif-10-insights"), alone=False)
def paper_between_two_systems(workspace: Workspace) -> Iterator[Finding]:
    """Health or safeguarding items on paper, where all senders and recipients have an electronic record."""
    for flow in workspace.by(workspace.channels(lambda channel: channel.form == "paper")):
        paper = flow.channel is not None and flow.channel.form == "paper"
        what = flow.carries_special or flow.carries_safeguarding
        sample = any(when.event == "blood-spot-sample" for when in flow.when)  # the card is the paper
        if not paper or not what or not flow.between_services or sample:
            continue
        parties = (*flow.senders, *flow.recipients)
        carried = flow.channel is not None and flow.channel.carried_by_parent
        if parties and not carried and all(_electronic(party) for party in parties):
            yield Finding(
                locations=here(flow.place / "channel"),
                message=f"`{flow.id}` goes by `{flow.shape.channel}` from one electronic record to another",
                consequence="it lies for a week, and what is typed is what somebody had time for",
                help="send it from system to system, for example `channel: system-message`",
                about=(flow.id, "paper"),
            )


def _electronic(party: Party) -> bool:
    return party.system is not None and party.system.medium == "electronic"
