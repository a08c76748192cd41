"""A file looks as if it held data of a real person.

## Why it matters

A protocol says which knowledge goes where, and never needs the data of a child. Protocols are copied, sent round and
published: a number that somebody pasted in as an example, or left behind in a note, goes with them.

The file is refused: nothing else in it is looked at, no setting and no exception lets it pass, and what was found is
crossed out wherever something is printed.

What counts as found: an **NHS number**, ten digits of which the last is the check digit of the others (also one from
999 on, which is meant for tests: nobody can see that it is one); a **unique pupil number** with its check letter; a
**date of birth beside a name**. They are found in values, keys, comments and names of files. Ten digits are passed over
where they are plainly something else: a telephone number, an ISBN, a day and hour, part of an address of the web, or of
a reference in capitals such as `DPIA-0123456789`. One other number in eleven passes the check by chance.

## Example

```yaml bad
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    purpose: "so that it does not happen again as with 999 000 0018"  # <-
```

```yaml bad
flows:
  # as for Mary Example, born 12/03/2023, who was not told of  # <-
  - id: birth-summary
    from: maternity
    to: health-visiting
```

```yaml good
sharecheck: protocol/1
id: birth-summary
version: "2026.11"
owner: {role: information governance lead, contact: "telephone 01632 960 123"}
purpose: for children born after 2026-03-31, as the Council decided on 2026-02-12
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    matched-by: [nhs-number]
    receipt: {acknowledged: true, owner: "records office, +44 1632 960 123"}
governance:
  dpia: {reference: DPIA-9990000018}
  listed-in: ICO register, Z1234567
```

## What to do

Take it out, and see where the file has been: in mails, in a shared folder, in the history of a repository. Tell
whoever answers for personal data breaches in your organisation; it is for them to say what follows. If it is no
person's number, write what it is before it, `REF-` and the number.
"""

from collections.abc import Iterator

from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.document.problems import problems
from sharecheck.workspace import Workspace


@rule("DOC07", Severity.ERROR)
def real_data(workspace: Workspace) -> Iterator[Finding]:
    """Files that look as if they held an NHS number, a pupil number, or a name and date of birth."""
    return problems(workspace, ("real-data",))
