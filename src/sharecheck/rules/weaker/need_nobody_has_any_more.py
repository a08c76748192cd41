"""A service of whose needs something was known is no longer here, or its pathway no longer asks for them.

## Why it matters

The health visiting team was taken out of the area's list, and with it all that it needed. Nothing is lost on paper,
since nobody is there to lose it; and what was lost before is not told any more. The children are still there, and so
is whoever visits them now.

## Example

```yaml before
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: system-message
    items: [birth-details]
```

```yaml bad
sharecheck: area/1
id: northshire  # <-
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: gps, service: general-practice}
---
sharecheck: protocol/1
id: births
area: northshire
flows: []
```

A party with another name that has all of it in time takes its place:

```yaml good
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv-team, service: health-visiting}
---
sharecheck: protocol/1
id: births
area: northshire
flows:
  - id: birth-notice
    from: maternity
    to: hv-team
    when: {event: birth}
    within: P2D
    channel: system-message
    items: [birth-details]
```

## What to do

Name the party that does the service now, or put the need back into the local pathway. Where the service has ended, say
so in an exception at the `id` of the area, with a reason.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.planning.kept import NewLoss, areas_gone, new_losses
from sharecheck.rule import comparison
from sharecheck.workspace import Versions
from sharecheck.workspace.versions import AreaKey, area_key

_HELP = "name the party that does the service now, or say in an exception why nobody needs it any more"


@comparison("WKR28", Severity.ERROR)
def need_nobody_has_any_more(versions: Versions) -> Iterator[Finding]:
    """Needs of which something was known and that nobody asks for, and areas that are gone."""
    for loss in new_losses(versions):
        if loss.outcome is None:
            yield Finding(
                locations=here((loss.area.document or loss.area.protocols[0].document).place / "id"),
                message=_message(loss),
                consequence="whoever sees the child now may not know it, and nothing here would tell",
                help=_HELP,
                about=(loss.area.id, loss.key.transition, loss.key.form, loss.key.party, loss.key.item),
                group=("nobody asks", loss.key.party, str(loss.was_kept)),
            )
    for key in areas_gone(versions):
        id, alone = key
        kept = sum(versions.known[key].values())
        lost = len(versions.known[key]) - kept
        yield Finding(
            locations=here(_place(versions, key) / "id"),
            message=f"`{id}` is gone, with {words.count(kept, 'need')} that its services surely had met"
            + (f" and {lost} of which the loss was known" if lost else ""),
            consequence="for its children nothing is promised here any more, and nothing that is lost would be told",
            help="keep its files, each with `status: withdrawn` when it has ended",
            about=(id, alone),
        )


def _message(loss: NewLoss) -> str:
    transition = loss.area.transitions.get(loss.key.transition)
    at = f"at {transition.title}" if transition else f"at `{loss.key.transition}`"
    knew = "surely knew" if loss.was_kept else "was known to lack"
    why = "the party is gone" if loss.party_gone else "its pathway does not ask for it any more"
    return f"`{loss.key.party}` {knew} `{loss.key.item}` {at}, and nobody asks for it any more: {why}"


def _place(versions: Versions, key: AreaKey) -> Place:
    """The area as it stood before; where only a baseline knows of it, the first file that is here."""
    for area in versions.before.areas:
        if area_key(area) == key:
            return (area.document or area.protocols[0].document).place
    return versions.after.documents[0].place
