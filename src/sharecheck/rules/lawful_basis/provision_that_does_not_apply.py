"""A provision is named that does not reach the parties.

## Why it matters

A duty of English hospitals is not one of a Welsh health board, and what binds a council does not bind a nursery. Near
the border the two are mixed up most, and it is there that children cross. Who is asked for the power behind a flow, and
finds one that is somebody else's, stops sending until another is found.

## Example

```yaml bad
flows:
  - id: needs-of-a-child
    from: welsh-health-board
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}  # <-
  - id: births
    from: maternity
    to: nursery
    when: {on: change}
    within: P10D
    items: [address]
    basis: {article-6: 6(1)(e), powers: [ca2004-28]}  # <-
```

```yaml good
flows:
  - id: needs-of-a-child
    from: welsh-health-board
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [aln-64]}
```

A task of the recipient may be named beside the sender's; a duty to share is the sender's alone:

```yaml good
flows:
  - id: setting-attended
    from: nursery
    to: council
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(c), powers: [cca-40, cca-1]}
```

```yaml bad
flows:
  - id: needs-of-a-child
    from: nursery
    to: health-visiting
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}  # <-
```

A child who moves over the border may need both, and whoever sends is reached by one:

```yaml good
flows:
  - id: needs-of-a-child
    from: [health-visiting, welsh-health-board]
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23, aln-64]}
```

A duty is each sender's own. That one of two is reached says nothing of the other:

```yaml bad
flows:
  - id: needs-of-a-child
    from: [health-visiting, nursery]
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}  # <-
```

A processor has the power of the one for whom it acts, and who that is stands in its contract:

```yaml good
parties:
  - {id: record-host, service: child-health-information, kind: company, controller: processor}
  - {id: council, service: family-hub, kind: local-authority, nation: england}
flows:
  - id: needs-of-a-child
    from: record-host
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis: {article-6: 6(1)(c), powers: [cfa-23]}
```

## How much it weighs

By what the register says of the provision: a provision that was read is an error, one that was read in part a
warning, one that was not found information; guidance is a warning at most. It is also a warning at most where a
charity or a company is among those who rely on it: what binds them may stand in a contract.

## What to do

Read whom it binds, and name under `powers` what gives these parties the power or the duty. When the `kind` or `nation`
of a party is wrong, mend it there.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.calendar import weight
from sharecheck.law.grounds import grounds
from sharecheck.law.register import may_reach
from sharecheck.model.law import Provision
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Ground, Workspace
from sharecheck.workspace.protocol import acts_for

SHARES = frozenset({"duty-to-share", "power-to-share"})
"""What a provision serves as that is each sender's own."""


@rule("LAW08", Severity.ERROR, sources=("cfa-23", "aln-64", "ca2004-11", "ca2004-28"), alone=False)
def provision_that_does_not_apply(workspace: Workspace) -> Iterator[Finding]:
    """Provisions in `powers` that do not reach those who have to rely on them, by nation or by kind of body."""
    for ground in grounds(workspace):
        for id, place in ground.powers:
            provision = law().get(id)
            parties = _unreached(ground, provision) if provision else ()
            if not provision or not parties:
                continue
            severity = weight(provision)
            bodies = [ground.protocol.area.body(party) for party in parties]
            contracted = any(body and body.contractor for body in bodies)
            whom = (provision.binds_note or " and ".join(map(str.title, provision.applies))).rstrip(".")
            yield from each_of(
                ((party.id, place) for party in parties),
                partial(_message, f"`{id}` ({provision.citation})"),
                consequence="at the first question sharing stops until somebody finds a power of their own",
                help=f"name under `powers` what gives them the power or the duty; this one reaches: {whom}",
                severity=Severity.WARNING if contracted and severity is Severity.ERROR else severity,
                about=(*ground.whose, id),
            )


def _unreached(ground: Ground, provision: Provision) -> tuple[Party, ...]:
    """Who is not reached by a provision: of a duty or a power to share, each sender; else only if nobody is reached."""
    parties, area = _relying(ground, provision), ground.protocol.area
    reached = [party for party in parties if may_reach(provision, party, area)]
    if not reached:
        return parties
    if SHARES.isdisjoint(provision.serves_as):
        return ()
    others = [law()[id] for id, _ in ground.powers if id in law()]
    return tuple(party for party in parties if not any(may_reach(other, party, area) for other in others))


def _message(provision: str, parties: tuple[str, ...]) -> str:
    return f"{provision} does not reach {words.listed(parties)}"


def _relying(ground: Ground, provision: Provision) -> tuple[Party, ...]:
    """Who can rely on a provision; of a task nobody, when one of them is not known, or acts for somebody not named."""
    if ground.basis.party is not None or not SHARES.isdisjoint(provision.serves_as):
        return ground.senders
    ids, parties = ground.senders_named | ground.recipients_named, ground.protocol.area.parties
    known = tuple(parties[id] for id in sorted(ids) if id in parties and not acts_for(parties[id]))
    return known if len(known) == len(ids) else ()
