"""The questions of the commands as functions of the same names, for programs.

Each takes a workspace, or files and folders, which are opened then; each returns frozen values. What the operator did
wrong (no such file, an unknown name, a file that cannot be understood where that would change the answer) is a
`UsageError`. `check` is the exception: what is wrong with a file is what it finds.

Without `settings` plain defaults hold and no file of settings is read, so that a program gets the same answer wherever
it runs. `settings` may be the path of a file of settings, which then holds for every file, or a `Resolver`:
`Resolver()` takes for each file the settings nearest above it, as the command line does. Settings decide on rules and
on the costs of repairs; where files and folders are given, also on what is left out and on the day.

## Open an area

>>> from datetime import date
>>> from sharecheck import Workspace
>>> workspace = Workspace.open("protocols/leaky", as_of=date(2026, 11, 22))
>>> workspace
<Workspace 9 documents, as_of=2026-11-22>
>>> area = workspace.area("leaky")
>>> f"{area.coverage.kept} of {area.coverage.needs} needs are kept"
'146 of 318 needs are kept'

A workspace can be made of texts as well; the paths say what lies in the folder of an area.

>>> text = '''
... sharecheck: protocol/1
... id: handover
... parties:
...   - {id: maternity, service: midwifery, nation: england}
...   - {id: health-visitors, service: health-visiting}
... flows:
...   - id: summary
...     from: maternity
...     to: health-visitors
...     when: {event: midwife-discharge}
...     within: P5D
...     channel: secure-email
...     items: [birth-details]
... '''
>>> Workspace.from_texts({"northshire/handover.yaml": text}, as_of=date(2026, 11, 22)).documents
(<Document path='northshire/handover.yaml', kind='protocol/1'>,)

## Rows for a table

`workspace.needs()` and `result.rows()` are named tuples of text, numbers, booleans and None. `csv` writes them, and
`pandas.DataFrame(rows)` and `polars.DataFrame(rows, infer_schema_length=None)` take them as they are. In the columns
that only a gap has, other findings have None.

>>> from collections import Counter
>>> Counter(row.kind for row in workspace.needs() if row.weight == "critical").most_common(3)
[('kept', 57), ('not-shared', 13), ('out-of-date', 10)]
>>> from sharecheck import check
>>> result = check(workspace, select=["GAP"])
>>> [(row.rule, row.party, row.item, row.late_by) for row in result.rows() if row.kind == "late"][:1]
[('GAP01', 'health-visiting', 'responsibility-dates', 360.0)]

`late_by` is in hours. What the rules of a family find, written for a spreadsheet:

>>> import csv, sys
>>> rows = check(workspace, select=["TIM"]).rows()
>>> writer = csv.writer(sys.stdout, lineterminator="\\n")
>>> writer.writerows((row.rule, row.severity, row.path, row.line) for row in rows[:2])
TIM10,information,protocols/leaky/area.yaml,7
TIM09,warning,protocols/leaky/pregnancy-and-birth.yaml,157

A table that a spreadsheet opens is no place for a text that begins with `=`: the rows hold what the files say.

## What if

>>> from sharecheck import what_if
>>> (change,) = what_if(workspace, without=["channel:letter"])
>>> [f"{each.key.item} for {each.key.party}" for each in change.changes if each.lost][:2]
['newborn-examination for health-visiting', 'blood-spot-results for parent']

## The way of an item

>>> from sharecheck import trace
>>> (way,) = trace(workspace, "identity", to="family-hub")
>>> way.outcome.kind
'late'
>>> [(hop.fact.party, hop.age / 24) for hop in way.hops]
[('maternity', 0.0), ('child-health', 1.5), ('family-hub', 46.5)]

The age of a child is in hours, at the latest at which the party holds the item: here it is shown in days.

## Repair

>>> from sharecheck import repair
>>> answer = repair(workspace, only=["need:t17-births-to-family-hub/family-hub/identity"])
>>> [(step.edit.cost, step.edit.what) for plan in answer.plans for step in plan.steps]
[(1, 'give `births-list` a shorter time limit: `P1W`')]
>>> [(rewrite.path.name, rewrite.before == rewrite.after) for rewrite in answer.rewrites]
[('pregnancy-and-birth.yaml', False)]

Nothing is written to disk: `rewrite.after` is the new text, and `answer.after` the workspace with it.
"""
