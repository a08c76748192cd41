"""A protocol does not say what it is, which version, since when, or who keeps it.

## Why it matters

Two copies of an agreement lie in two offices, and nobody can tell which one holds. When the first question comes, about
a child who was missed, there is nobody to put it to.

## Example

```yaml bad
sharecheck: protocol/1
id: births  # <-
title: Births
status: in-force
flows: []
```

```yaml good
sharecheck: protocol/1
id: births
title: Births, from maternity to health visiting
version: "2.1"
status: in-force
effective: 2026-04-01
owner: {party: council, role: head of information governance}
flows: []
```

A draft has no day from which it is in force:

```yaml good
sharecheck: protocol/1
id: births
title: Births, from maternity to health visiting
version: "0.3"
status: draft
owner: {party: council, role: head of information governance}
flows: []
```

## What to do

Add what is missing: `title`, `version`, `status`, `effective`, `owner`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Lack, Severity
from sharecheck.finding.members import each_of
from sharecheck.rule import rule
from sharecheck.workspace import Protocol, Workspace


@rule("STR08", Severity.WARNING, sources=("ico-accountability-framework", "ico-data-sharing-code"))
def protocol_without_essentials(workspace: Workspace) -> Iterator[Finding]:
    """Protocols that lack a title, a version, a status, a first day or an owner."""
    for protocol in workspace.protocols():
        missing = _missing(protocol) if protocol.agreement else ()
        lines = tuple(_line(key, workspace) for key in missing)  # they are found at one look, and added together
        yield from each_of(
            ((key, protocol.place / "id") for key in missing),
            partial(_message, protocol.id),
            "nobody can tell which copy holds, or whom to ask when a child was missed",
            "add what is missing, for example `owner: {role: information governance lead}`",
            about=("essentials",),
            lacks=lambda key, lines=lines: Lack(f"its `{key}`", lines),
        )


def _message(protocol: str, missing: tuple[str, ...]) -> str:
    return f"`{protocol}` does not say its {words.listed(missing, most=5)}"


def _line(key: str, workspace: Workspace) -> str:
    """The least that would say the key."""
    least = {"status": "status: in-force", "effective": f"effective: {workspace.as_of}", "owner": "owner/role"}
    return least.get(key, key)


def _missing(protocol: Protocol) -> tuple[str, ...]:
    shape = protocol.shape
    owned = shape.owner is not None and (shape.owner.party or shape.owner.role)
    stated = {
        "title": shape.title,
        "version": shape.version,
        "status": shape.status,
        "effective": shape.effective or shape.status == "draft",
        "owner": owned,
    }
    return tuple(key for key, value in stated.items() if not value)
