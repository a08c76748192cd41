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


@rule("LAW08", Severity.ERROR, sources=("cfa-23", "aln-64", "ca2004-11", "ca2004-28"), alone=False)
def provision_that_does_not_apply(workspace: Workspace) -> Iterator[Finding]:
    """Provisions in `powers` that reach none of those who can rely on them, by nation or by kind of body."""
    for ground in grounds(workspace):
        for id, place in ground.powers:
            provision = law().get(id)
            parties = _relying(ground, provision) if provision else ()
            if (
                not provision
                or not parties
                or any(may_reach(provision, party, ground.protocol.area) for party in parties)
            ):
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


def _message(provision: str, parties: tuple[str, ...]) -> str:
    return f"{provision} does not reach {words.listed(parties)}"


def _relying(ground: Ground, provision: Provision) -> tuple[Party, ...]:
    """Who can rely on a provision; nobody, when one of them is not known, or acts for somebody who is not named."""
    if ground.basis.party is not None:
        return ground.senders
    shares = {"duty-to-share", "power-to-share"} & set(provision.serves_as)
    ids = ground.senders_named | (frozenset() if shares else ground.recipients_named)
    parties = ground.protocol.area.parties
    known = tuple(parties[id] for id in sorted(ids) if id in parties and not acts_for(parties[id]))
    return known if len(known) == len(ids) else ()
