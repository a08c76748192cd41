"""What says nothing yet, and what only looks like it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ryaml import loads  # type: ignore[attr-defined]

from sharecheck import check
from sharecheck.document import Open
from sharecheck.model.governance import Governance
from sharecheck.reading import read_bytes
from sharecheck.reading.placeholders import forms_by_word, has_form, keeps_place_of_id, says_nothing
from sharecheck.report import full
from sharecheck.report.style import Style
from tests.rules.examples import TODAY, workspace

PROTOCOLS = Path(__file__).parent.parent / "protocols"

NOTHING_YET = """\
TBC
tbc.
N/A
n/a
None
Yes
[insert text here]
See Appendix B
see appendix
To be confirmed
to be confirmed shortly
TBD
TBA
XXX
xx/xx/xxxx
???
-
--
to follow
pending
Draft
under review
awaiting approval
Awaiting sign-off from IG
<name>
[name]
lorem ipsum dolor sit amet
Click here to enter text.
dd/mm/yyyy
insert date
as above
see policy
see Annex 2
n/k
nil
no
ok
as required
as appropriate
i'w gadarnhau
I’w gytuno
amherthnasol
Amherthnasol.
gweler atodiad B
drafft
oes
TBC / N/A
N/A - TBC
N/A: see appendix
TBC by IG lead
Date TBC
details to follow
details to be confirmed
not yet agreed
Refer to local policy
As per Trust policy
see the attached schedule
Please insert name
(TBC)
**TBC**
The lead is [insert name] of the trust
...
…
unknown
pending legal advice
in progress
N/A (not applicable)
None at present
see section 4.2
See Appendix A and Appendix B
{{contact}}
xxxx
to be agreed locally
still to be agreed
rhowch destun yma
Choose an item.
as agreed
n.a.
TBC - 2026
yn ôl yr angen
To be determined
will be confirmed
see below
refer to policy
See policies and procedures
yn aros am gadarnhad
yn aros am gymeradwyaeth
see appendix B.
To Be Confirmed (TBC)
t.b.c.
Tbc
not applicable
TODO
tbc@tbc
See appendix
Yn aros am gymeradwyaeth y bwrdd
Heb ei gytuno eto
To be agreed at a later date
Type text here
Reference number TBC
TBC/TBC
See attached
subject to legal advice
TBC - IG lead to advise
To be agreed at the next board
To be agreed by the partnership board in March
to be agreed between the parties
to be determined by the steering group
to be confirmed following legal review
Will be added once agreed
will follow
Awaiting legal
awaiting the DPO
with IG for review
with legal
The DPO to confirm
IG lead to complete
for discussion
not yet decided
not confirmed yet
currently under review
this is yet to be agreed
to be comfirmed
2 be confirmed
T B C
t/b/c
N / A
n/a at this stage
Not started
vacant post
this section is intentionally left blank
-- select --
please specify
delete as appropriate
same as above
as normal
See overarching agreement
see action log
${CONTACT}
I'w gadarnhau gan y bwrdd
mewn drafft
fel uchod
i gadarnhau
Jane to confirm
[name] to confirm
Action - IG lead
Action: DPO
standard terms
Standard terms and conditions
Other (please specify)
XX Month 20XX
DD/MM/YYYY
£tbc
£TBC
Click or tap here to enter text
Click or tap to enter a date.
Choose a date
insert name of organisation
Insert organisation name here
?
—
awaiting DPO
draft
To be filled in
to be populated
To be completed
To be completed by IG lead
Sarah to advise
DPO to advise
waiting on legal
waiting for DPO
Waiting for confirmation
In discussion
under negotiation
being finalised
being agreed
in preparation
In draft form
not finalised
not yet finalised
not yet determined
not confirmed at this time
still being discussed
Still under discussion
TBC (IG)
TBC?
TBC!!
tbc - see email
tbc/n/a
Yes/No
Yes / No
Y/N
Yes/No (delete as appropriate)
[Yes/No]
[delete as applicable]
please delete
Please complete
please complete this section
Please describe
please provide details
provide details
give details
Details
Enter details
Enter text here
add text
add here
Add details here
Text
Free text
Describe here
insert here
[insert]
[to be inserted]
<insert>
(insert)
_____
..........
……………
[...]
[ ]
[]
☐
☐ Yes ☐ No
☐ Yes
tick as appropriate
other
Other:
Other - please state
please state
Name:
Signature
Sign here
Signed:
Print name
Date:
Job title
Not sure
unsure
don't know
Don't know yet
not clear
unclear
To check
check with IG
Check with legal
ask legal
ask DPO
query
Query with DPO
to discuss
to be raised with DPO
for IG to complete
for completion
FAO DPO
on hold
paused
parked
deferred
postponed
in the pipeline
as discussed
as per discussion
as per email
see email
as per agreement
per contract
as per contract
per policy
as per policy
in line with policy
in accordance with policy
In line with local policy
in line with organisational policy
according to local policy
following local policy
standard
standard practice
usual
the usual
normal
as standard
as per standard
per protocol
see guidance
see national guidance
see the ISA
See DSA
see DPIA
refer to DPIA
see main ISP
See ISP
see front page
see page 4
see overleaf
see previous
as previously
same
same again
idem
dto.
ibid
WIP
work in progress
to-do
TO DO
@todo
FIXME
XXXX
xx
XX
zzz
asdf
test
demo
dummy text
sample
template
n.k.
none specified
none stated
none agreed
none yet agreed
none confirmed
None to date
nothing agreed
nothing at present
no information
no info
no details
information not available
info to follow
information to follow
more information to follow
more to follow
awaiting info
Awaiting information from LA
awaiting feedback
awaiting response
awaiting input
awaiting outcome of DPIA
pending DPIA
pending review
pending sign-off
pending confirmation from the trust
subject to approval
subject to agreement
subject to contract
subject to confirmation
to be reviewed
TBR
TBD by partners
tba at meeting
T.B.A
to be advised
to be arranged
to be signed
to be done
to be drafted
rhowch enw yma
Rhowch enw'r sefydliad
nodwch yma
i'w drafod
i'w benderfynu
i'w lenwi
i'w gwblhau gan yr arweinydd
heb benderfynu eto
heb ei lenwi
heb ei bennu
yn aros
yn disgwyl
disgwyl cadarnhad
aros am gadarnhad
aros am y bwrdd
angen cadarnhau
angen ei gadarnhau
angen trafod
gweler isod
gweler uchod
gweler atodiad
fel yr uchod
yr un fath
yr un peth
dim ar hyn o bryd
ddim ar hyn o bryd
amh
amh.
Dim angen
nid yw'n gymwys
ddim yn gymwys
ticiwch fel y bo'n briodol
dileer fel y bo'n briodol
dewiswch eitem
cliciwch yma i roi testun
arall
arall (nodwch)
arfaethedig
wedi'i gytuno
cytuno
mewn trafodaeth
dan drafodaeth
yn cael ei ddrafftio
""".splitlines()
ANSWERS = """\
to be confirmed by the practice within 5 days
N/A: no processor is used
none, each decides alone
None: each party is a controller on its own
Records Management Code
part of induction
reviewed and deleted
the child's birth
DPIA-142
7
2.1
ja
See Appendix B of the Northshire Data Protection Policy for who may open the record
the duty desk
yes, by the records team each Monday
No child is moved without a call
as soon as a change is known, the midwife rings
Pending referrals are reviewed weekly
awaiting results are chased by the laboratory
see Records Management Code 2023
Contract C-2024-02
Annual
by the caldicott guardian
reviewed each year by the lead
staff with a role that needs it
telephone first, then the alert
Draft letters are never sent
Test results team
na h-ysbyty
the parent is told in person
Data kept in the United Kingdom
UK
GPC-2025-002
in line with the Code
complaints@council.example
add the child to the list on the same day
enter it in the register
Unknown addresses are passed to the duty desk
who answers is named in the register
as agreed on 3 May
Open Northshire
Example Trust
Name of child is checked against the register
approved on 3 May
within a day
a
Awaiting children are listed each week by the hub
Not known addresses go to the duty desk first
Agreed by the board on 3 May 2026
no information is sent without a call
24 hours
Yearly
Egress
Not applicable as no processor is used
to be agreed with the parent at each visit
To be completed by the midwife
to be reviewed by the board each year
to be provided by the council
to be deleted after 25 years
to be sent within a day
The SIRO decides
the council provides it
with the duty desk
The board is to approve each change within a month
not shared with the board
Under 5s team
Choose and Book
For safeguarding
Never
dim: ni ddefnyddir prosesydd
none needed because each party decides alone
N/A because no data leave the United Kingdom
Standard NHS terms and conditions 2023
see clause 4 of the contract dated 3 May 2024
NHS standard contract 2024
standard contractual clauses of the ICO, version B1.0
NHSmail
DPIA-17
Jane Brown is the lead
the midwife confirms by phone
midwife to confirm receipt within a day
the practice to confirm receipt
GP to review at 6 weeks
health visitor to complete the review by 6 weeks
hub to advise the family within two days
school to send the record
parent to confirm at the visit
the parents to agree
not kept after the child starts school
no data leave the trust
no one but the duty team
none of the parties is a processor
no longer than needed for the review
yes: article 6(1)(e)
yes, by law
other partners may join by signing
other staff have no access
same day by phone
same as the health record
the same team
as above 25 years for maternity notes
action plan reviewed by the board each March
action by the duty desk within a day
pending cases are reviewed weekly
under review by the board each March
draft letters are destroyed
see section 5.2 of the Northshire Framework
see Records Management Code of Practice
in line with the NHS Records Management Code
in accordance with section 10 of the Children Act 2004
in line with Article 28
per the data processing contract DPC-12
as per contract DPC-12
as per the WASPI Code
subject to the duty of confidence
subject to parental consent
subject to a court order
awaiting test results are flagged red
to be destroyed after 8 years
to be returned within a day
to be sent by secure email
to be signed by each chief officer
to be told by the midwife
to be done at each visit
hold for 25 years
on hold records are kept for one year
default is refusal
temporary staff sign in
test results only
check with the parent first
ask the parent first
query by phone the same day
for information only to the GP
information is not available to suppliers
the template letter DL-4
page 4 of the Northshire Handbook
contract C-4
policy IG-07
ISO 27001
IG-12
8 years
25th birthday
the 25th birthday of the child
March each year
yearly in March
immediate
immediately
continuous
daily
at each contact
on request
by phone
in person
verbal
face to face
gan y fydwraig o fewn diwrnod
gweler Cod Rheoli Cofnodion GIG 2023
i'w ddinistrio ar ôl 8 mlynedd
i'w anfon o fewn diwrnod
dim, oherwydd mae pob parti yn penderfynu
arall: gwirfoddolwyr Dechrau'n Deg
cytundeb prosesu DPC-12
ar gais
wyneb yn wyneb
bob mis Mawrth
""".splitlines()


@pytest.mark.parametrize("text", NOTHING_YET)
def test_says_nothing_yet(text: str) -> None:
    assert says_nothing(text)
    assert says_nothing(f" {text.upper()}. ")


@pytest.mark.parametrize("text", ANSWERS)
def test_says_something(text: str) -> None:
    assert not says_nothing(text)


def test_a_version_may_be_a_draft_and_a_clause_may_not() -> None:
    assert [says_nothing("draft", label) for label in (True, False)] == [False, True]


def test_an_id_may_be_a_word_of_a_form() -> None:
    assert [keeps_place_of_id(id) for id in ("tbc", "to-be-confirmed", "xxx", "unknown")] == [True] * 4
    assert [keeps_place_of_id(id) for id in ("example", "na", "test", "school", "name")] == [False] * 5


def test_no_published_or_model_text_is_taken_for_a_placeholder() -> None:
    found = [
        (path.name, one.route, one.text)
        for path in sorted(PROTOCOLS.rglob("*.yaml"))
        for one in read_bytes(path, path.read_bytes()).open
    ]
    assert found == []


def test_no_text_of_the_standards_is_taken_for_a_placeholder() -> None:
    folder = Path(__file__).parent.parent / "src" / "sharecheck" / "standards"
    names = ("catalogue", "pathway-england", "pathway-wales", "sources", "law")
    texts = {text for name in names for text in _texts(loads((folder / f"{name}.yaml").read_text(encoding="utf-8")))}
    assert len(texts) > 1000
    words = {
        "yes",
        "no",
        "standard",
        "name",
        "enw",
        "text",
        "none",
    }  # of closed lists, and what people call an item and a channel
    assert {text for text in texts if says_nothing(text)} == words


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)


HEAD = """\
sharecheck: protocol/1
id: hand-over
parties:
  - {id: maternity, service: midwifery, nation: england}
  - {id: hv, service: health-visiting, nation: england}
flows:
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: LIMIT
    channel: CHANNEL
    items: [birth-details]
"""
CLAUSES = [name.replace("_", "-") for name in Governance.model_fields]
BLOCKS = ("dpia", "breach", "retention", "rights", "signatures", "processors", "security", "review-triggers")


def found(text: str, *select: str) -> dict[str, list[str]]:
    messages: dict[str, list[str]] = {}
    for one in check(workspace(text, as_of=TODAY), select).diagnostics:
        messages.setdefault(one.rule.id, []).append(one.finding.message)
    return messages


@pytest.mark.parametrize(
    "text", ["TBC", "N/A", "None", "Yes", "[insert text here]", "See Appendix B", "...", "i'w gadarnhau"]
)
def test_a_protocol_whose_clauses_say_nothing_lacks_as_much_as_one_without(text: str) -> None:
    head = HEAD.replace("LIMIT", "P2D").replace("CHANNEL", "secure-email")
    clauses = [clause for clause in CLAUSES if text != "Yes" or clause not in BLOCKS]  # `dpia: Yes` has no such shape
    written = f"{head}governance:\n" + "".join(f'  {clause}: "{text}"\n' for clause in clauses)
    with_places, without = found(written), found(head)
    listed = with_places.pop("GOV18")
    assert with_places == without
    assert listed == [f"`{clause}` is not agreed yet: it says `{text}`" for clause in clauses]


@pytest.mark.parametrize("place", ["...", "TBC", "to be confirmed", "n/a", "'-'", "dd/mm/yyyy"])
def test_what_may_stand_wherever_something_is_to_come_is_no_error_of_shape(place: str) -> None:
    text = HEAD.replace("LIMIT", place).replace("CHANNEL", place)
    text += f"effective: {place}\ngovernance:\n  breach: {place}\n  retention: {{party: hv, period: {place}}}\n"
    (document,) = workspace(text).documents
    assert document.problems == ()
    assert {one.route for one in document.open} == {
        ("flows", 0, "within"),
        ("flows", 0, "channel"),
        ("effective",),
        ("governance", "breach"),
        ("governance", "retention", "period"),
    }
    assert found(text, "TIM01") == {"TIM01": ["`summary` has no time limit"]}


def test_what_a_document_cannot_do_without_is_still_missing() -> None:
    (document,) = workspace(HEAD.replace("from: maternity", "from: TBC")).documents
    assert [(one.kind, one.message, one.help, one.sure) for one in document.problems if "from" in one.message] == [
        (
            "wrong-shape",
            "`from` is `TBC`, which is not a name",
            "write a name of lower-case letters, digits and hyphens, such as `health-visiting`, as far as it is known; "
            "or leave entry 1 of `flows` out until it is agreed",
            document.problems[0].sure,
        )
    ]
    assert all(one.instead == () for one in document.problems if "from" in one.message)


def test_a_reference_a_contact_and_a_list_are_held_to_the_same() -> None:
    text = HEAD.replace("LIMIT", "P2D").replace("CHANNEL", "letter") + (
        "owner: {role: TBC, contact: '[insert email]'}\n"
        "governance:\n"
        "  dpia: {reference: TBC}\n"
        "  review-triggers: [TBC, see policy]\n"
        "  processors: [{name: to be confirmed, contract: N/A}]\n"
    )
    (document,) = workspace(text).documents
    assert [one for one in document.open if "owner" in one.route] == [
        Open(("owner", "role"), "TBC"),
        Open(("owner", "contact"), "[insert email]"),
    ]
    messages = found(text, "GOV02", "GOV03", "LIF03", "STR08")
    assert messages["GOV02"] == ["no contract is named for the processor `to be confirmed`"]
    assert len(messages["GOV03"]) == 1


def test_what_is_not_agreed_yet_is_counted_and_listed() -> None:
    text = HEAD.replace("LIMIT", "...").replace("CHANNEL", "TBC") + "governance: {leaving: TBC, cover: see policy}\n"
    printed = full.render(check(workspace(text, as_of=TODAY), ("GOV18",)), Style())
    assert "  not agreed yet: 4: `within`, `channel`, `leaving` and `cover`\n" in printed


def test_the_block_of_clauses_says_which_only_keep_their_place() -> None:
    text = HEAD.replace("LIMIT", "P2D").replace("CHANNEL", "letter") + "governance: {leaving: TBC, breach: ...}\n"
    printed = full.render(check(workspace(text, as_of=TODAY), ("LIF04", "RTS03", "SEC02")), Style())
    assert "what happens when a party leaves (not agreed yet: it says `TBC`)" in " ".join(printed.split())
    assert "  leaving: ...  # in the place of what is there\n" in printed
    assert "  breach:  # in the place of what is there\n" in printed


FORMS = sorted({form.pattern for forms in forms_by_word().values() for form in forms})


@settings(max_examples=300)
@given(st.sampled_from(FORMS).flatmap(lambda form: st.from_regex(form, fullmatch=True)))
def test_each_text_of_a_form_is_found_by_a_word_in_it(text: str) -> None:
    assert has_form(text)
