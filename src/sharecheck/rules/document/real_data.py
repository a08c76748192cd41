"""A file looks as if it held data of a real person.

## Why it matters

A protocol says which knowledge goes where, and never needs the data of a child. Protocols are copied, sent round and
published: a number that somebody pasted in as an example, or left behind in a note, goes with them.

The file is refused: nothing else in it is looked at, no setting and no exception lets it pass, and what was found is
crossed out wherever something is printed.

What counts as found, in values, keys, comments and the name of the file, however it is typed or encoded:

* **An NHS number**: ten digits of which the last is the check digit of the others, and which begin as numbers do that
  are given out (3 to 9, or the day and month of a Scottish one). One from 999 on is found too. It is meant for tests,
  and nobody can see that it is. Beside `NHS number`, `rhif GIG`, `patient id` and the like any signs may stand between
  the digits. Elsewhere the digits stand together, in threes and four, or one by one.
* **A unique pupil number** with its check letter, and **a unique learner number** behind `ULN` with its check digit.
* **The number of a hospital** right behind `MRN`, `hospital number` and the like: six to nine digits, the first of them
  no nought.
* **A date of birth beside a name**, in English or Welsh: a given and a family name in the same line, a name behind a
  key such as `surname` or `enw` within four lines, a line with nothing but a name right above, or both in columns whose
  headings say so. Ordinary words, places, offices, hospitals and programmes that are known are no names.

Ten digits are passed over where the words right before them say what else they are, for example `tel.`, `ref`, `UPRN`,
`created:`, `invoice no.` or `SNOMED`. So are a part of a longer number, a hash, an address of the web, and a reference
in capitals such as `DPIA-0123456789`.

How sure is it? It was tried on texts that follow how forms, letters and systems write, and not the lists of this rule;
what they first showed was mended. Now none of 2,856 labelled numbers in 51 written forms was missed, and none of 4,000
ordinary references with their labels was refused. Where nothing says what ten digits are, chance decides: of a hundred
such numbers 7 are refused, 9 of those that begin with 3 to 9, and 1 of the others. None of 384 phrases of
agreements, forms and plans beside a date of birth is refused; of 260 of them, 128 were before they were looked at. Of
8,000 names, any given name and one of the 2,000 most frequent family names of the census of the United States, 6 were
missed, which are words as well; the list of words leaves out what this census has, so that of names from elsewhere more
may be. Not found are numbers and years spelled out in words, and a name or a date that stands alone.

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
  listed-in: ICO register, Z1234567  # tel. 999 000 0018, for Tower Hamlets children born 01/09/2020
```

## What to do

Take it out, and see where the file has been: in mails, in a shared folder, in the history of a repository. Tell
whoever answers for personal data breaches in your organisation; it is for them to say what follows.

If it is no person's number, write what it is right before it: `tel. 01632 960 123`, `ref 0123456789`,
`UPRN 100023336956`, `created: 1764500008`. If it is no person's name but a place or a group, write `children` right
behind it: `Bright Sparks children born 01/09/2020`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity
from sharecheck.finding.problems import problems
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("DOC07", Severity.ERROR)
def real_data(workspace: Workspace) -> Iterator[Finding]:
    """Files that look as if they held an NHS number, a pupil number, or a name and date of birth."""
    return problems(workspace, ("real-data",))
