"""How people and systems write numbers of persons, names with dates of birth, and all that is none of these.

Made from how forms, records, letters, systems and word processors look, and not from what the search looks for:
nothing here comes from its patterns or lists. Numbers are of the range that was set aside for tests, and are made
when a test runs.
"""

from collections.abc import Callable, Iterator
from random import Random


def check_digit(nine: str) -> int:
    """The tenth digit by modulus 11; 10 where no number begins with these nine."""
    return -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11


def nhs_number(random: Random, prefix: str = "999") -> str:
    """Ten digits with a right check digit."""
    while True:
        nine = prefix + "".join(random.choice("0123456789") for _ in range(9 - len(prefix)))
        if (last := check_digit(nine)) < 10:
            return f"{nine}{last}"


def upn(random: Random) -> str:
    """A unique pupil number of a local authority that does not exist."""
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    digits = "000" + "".join(random.choice("0123456789") for _ in range(9))
    return letters[sum(int(digit) * weight for weight, digit in enumerate(digits, 2)) % 23] + digits


def _grouped(*sizes: int) -> Callable[[str, str], str]:
    def written(number: str, sign: str) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(number[at : at + size])
            at += size
        return sign.join(parts)

    return written


_THREE, _SINGLE, _PAIRS, _FIVES, _FOURS = (
    _grouped(3, 3, 4),
    _grouped(*[1] * 10),
    _grouped(2, 2, 2, 2, 2),
    _grouped(5, 5),
    _grouped(4, 3, 3),
)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

USUAL: dict[str, Callable[[str], str]] = {
    "together": lambda n: n,
    "spaces": lambda n: _THREE(n, " "),
    "hyphens": lambda n: _THREE(n, "-"),
    "dots": lambda n: _THREE(n, "."),
    "slashes": lambda n: _THREE(n, "/"),
    "underscores": lambda n: _THREE(n, "_"),
    "tabs": lambda n: _THREE(n, "\t"),
    "en dashes": lambda n: _THREE(n, "–"),
    "no-break hyphens": lambda n: _THREE(n, "\u2011"),
    "no-break spaces": lambda n: _THREE(n, "\u00a0"),
    "narrow spaces": lambda n: _THREE(n, "\u202f"),
    "two spaces": lambda n: _THREE(n, "  "),
    "dashes with spaces": lambda n: _THREE(n, " - "),
    "over two lines": lambda n: f"{n[:3]} {n[3:6]}\n  {n[6:]}",
    "zero-width spaces": lambda n: _THREE(n, "\u200b"),
    "zero-width joiners": lambda n: _SINGLE(n, "\u200d"),
    "word joiners": lambda n: _THREE(n, "\u2060"),
    "soft hyphens": lambda n: _THREE(n, "\u00ad"),
    "full width": lambda n: n.translate(_WIDE),
    "full width in threes": lambda n: _THREE(n.translate(_WIDE), "\u3000"),
    "arabic digits": lambda n: n.translate(_ARABIC),
    "digit by digit": lambda n: _SINGLE(n, " "),
    "a letter before": lambda n: f"P{n}",
    "a letter behind": lambda n: f"{n}a",
    "a word before": lambda n: f"child{n}",
    "a word before and a letter behind": lambda n: f"child_{n}_b",
    "unicode escapes": lambda n: "".join(f"\\u{ord(digit):04x}" for digit in n),
    "one escape": lambda n: f"\\x{ord(n[0]):02x}{n[1:]}",
    "continued": lambda n: f"{n[:5]}\\\n    {n[5:]}",
    "entities": lambda n: "".join(f"&#{ord(digit)};" for digit in n),
    "no-break entities": lambda n: _THREE(n, "&nbsp;"),
    "percent": lambda n: _THREE(n, "%20"),
}
"""Ways of writing ten digits that are found wherever they stand."""

LABELLED: dict[str, Callable[[str], str]] = USUAL | {
    "uneven spaces": lambda n: f"{n[:2]} {n[2:5]}  {n[5:9]} {n[9]}",
    "pairs": lambda n: _PAIRS(n, " "),
    "pairs with dots": lambda n: _PAIRS(n, "."),
    "fives": lambda n: _FIVES(n, " "),
    "four, three, three": lambda n: _FOURS(n, "-"),
    "dots between all": lambda n: _SINGLE(n, "."),
    "hyphens between all": lambda n: _SINGLE(n, "-"),
    "slashes between all": lambda n: _SINGLE(n, "/"),
    "boxes of a form": lambda n: "| " + _SINGLE(n, " | ") + " |",
    "brackets of a form": lambda n: "[" + _SINGLE(n, "][") + "]",
    "commas": lambda n: _THREE(n, ", "),
    "middle dots": lambda n: _THREE(n, "·"),
    "colons": lambda n: _THREE(n, ":"),
    "plus signs": lambda n: _THREE(n, "+"),
    "quotes": lambda n: f'"{_THREE(n, chr(34) + " " + chr(34))}"',
    "area code brackets": lambda n: f"({n[:3]}) {n[3:6]}-{n[6:]}",
    "a mix": lambda n: f"{n[:3]}.{n[3:6]} {n[6:8]}/{n[8:]}",
    "a letter and spaces": lambda n: f"P {_PAIRS(n, ' ')}",
    "a list": lambda n: "".join(f"\n    - {digit}" for digit in n),
}
"""Ways that are found beside a label that says what the number is."""

LABELS = (
    *(
        "NHS number: {}",
        "NHS Number {}",
        "NHS number is {}",
        "NHS number = {}",
        "NHS no. {}",
        "NHS No: {}",
        "NHS no {}",
        "NHS # {}",
    ),
    *(
        "NHS #{}",
        "NHS num: {}",
        "NHS ID: {}",
        "NHS: {}",
        "NHS {}",
        "N.H.S. No. {}",
        "nhs_number: {}",
        "nhs-number: {}",
        "nhsNumber: {}",
    ),
    *("NHSNumber={}", "NHS_NO={}", "nhsno {}", "patient.nhsNumber: {}", '"nhs-number": "{}"', "'nhs_number': '{}'"),
    *(
        "NHS Number (verified): {}",
        "NHS number – {}",
        "(NHS number {})",
        "NHS number of the child: {}",
        "NHS numbers: {}",
    ),
    *("Child's NHS number: {}", "Baby’s NHS No {}", "the mother's NHS number was {}", "Patient's NHS number\n  {}"),
    *("Rhif GIG: {}", "Rhif y GIG {}", "rhif GIG y plentyn: {}", "Rhif NHS {}", "National Health Service number {}"),
    *("https://fhir.nhs.uk/Id/nhs-number|{}", "identifier=https://fhir.nhs.uk/Id/nhs-number%7C{}"),
    *(
        '"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "{}"',
        "system: https://fhir.nhs.uk/Id/nhs-number\n  value: {}",
    ),
    *("Patient ID: {}", "patient no. {}", "CHI number {}", "CHI: {}", "H&C number: {}", "Health and care number {}"),
    *(
        "| NHS number | {} |",
        "<td>NHS number</td><td>{}</td>",
        "- NHS number:\t{}",
        "**NHS number:** {}",
        "urn:oid:2.16.840.1.113883.2.1.4.1 {}",
    ),
    *("{} (NHS number)", "{}, NHS no.", "{} is the NHS number", "{} – rhif GIG"),
)
"""What says that a number is a person's."""

SURROUNDINGS = (
    *(
        "{}",
        "# {}",
        "purpose: as it was with {}, who was missed",
        "ref 12: {}",
        "see page 3 for {} and more",
        "2026-11-22 {}",
    ),
    *(
        "tel. 01632 960 123; {}",
        "{}, born at 38 weeks",
        "note: |\n  {}\n  seen",
        "for 24 children, 12 of them late: {}",
    ),
)

BARE_SURROUNDINGS = (
    *(
        "{}",
        "# {}",
        "as in the case of {}, who was missed",
        "id: {}",
        "number {}",
        "{}: a key",
        "- {}",
        "child {}",
        "[{}]",
        "'{}'",
        "see {}.",
    ),
    *("PID|1||{}^^^NHS^NH||EXAMPLE^MARY", "{},EXAMPLE,Mary", "2026-09-28 {} 2026-09-28"),
)


def ten(random: Random) -> str:
    """Ten digits that could be a person's by their check digit: the worst that a reference can be."""
    return nhs_number(random, random.choice("3456789"))


_GOVERNANCE = (
    *(
        "ref: {n}",
        "Ref. {n}",
        "our ref {n}",
        "Our reference: {n}",
        "reference number {n}",
        "REF-{n}",
        "REF {n}",
        "reference: '{n}'",
    ),
    *(
        "DPIA reference {n}",
        "DPIA-{n}",
        "dpia: {{reference: {n}}}",
        "ISA ref. {n}",
        "DSA/{n}",
        "information sharing agreement ref {n}",
    ),
    *(
        "Teams meeting id {n}",
        "passcode {n}",
        "VAT GB{n}",
        "SRN {n}",
        "ctv3 {n}",
        "invoice {n}",
        "Invoice no. {n}",
        "invoice number: {n}",
        "INV-{n}",
        "PO {n}",
        "P.O. number {n}",
        "PO number: {n}",
        "purchase order {n}",
    ),
    *(
        "order no. {n}",
        "Order number {n}",
        "contract {n}",
        "Contract no: {n}",
        "tender reference {n}",
        "requisition {n}",
        "Licence number {n}",
    ),
    *(
        "FOI reference {n}",
        "FOI {n}",
        "ICO case reference {n}",
        "ico: {n}",
        "charity no. {n}",
        "Charity number: {n}",
        "registered charity {n}",
    ),
    *(
        "company number {n}",
        "Company registration no. {n}",
        "Companies House {n}",
        "VAT reg. no. {n}",
        "UTR {n}",
        "UTR: {n}",
        "UKPRN {n}",
    ),
    *(
        "account number {n}",
        "a/c {n}",
        "sort code 12-34-56, account {n}",
        "IBAN {n}",
        "customer number {n}",
        "supplier no. {n}",
    ),
    *(
        "document {n}",
        "Document ID: {n}",
        "doc no {n}",
        "version {n}",
        "revision {n}",
        "build {n}",
        "ticket {n}",
        "serial no. {n}",
    ),
    *(
        "asset {n}",
        "barcode {n}",
        "GTIN {n}",
        "ISBN {n}",
        "ISBN-10: {n}",
        "isbn: {n}",
        "ISSN {n}",
        "PMID: {n}",
        "IRAS ID {n}",
        "ISRCTN{n}",
    ),
    *("cyfeirnod: {n}", "Cyfeirnod {n}", "rhif anfoneb: anfoneb {n}", "Elusen {n}", "rhif cwmni: cwmni {n}"),
)
_PHONES = (
    *(
        "Tel. {n}",
        "tel.: {n}",
        "tel: {n}",
        "Tel {g}",
        "TEL NO. {g}",
        "Tel No: {n}",
        "telephone {g}",
        "Telephone: {n}",
        "telephone number: {n}",
    ),
    *(
        "phone {n}",
        "Phone: {g}",
        "phone: '{n}'",
        '"phone": "{n}"',
        "phoneNumber: {n}",
        "phone_number={n}",
        "Mob: {n}",
        "mob. {n}",
        "Mobile: {g}",
    ),
    *(
        "mobile no. {n}",
        "Fax {n}",
        "Fax: {g}",
        "fax no. {n}",
        "switchboard {n}",
        "Switchboard: {g}",
        "switchboard on {g}",
        "Helpline {g}",
    ),
    *(
        "helpline: {n}",
        "hotline {n}",
        "ext. {n}",
        "extension {n}",
        "call {g}",
        "Call us on {g}",
        "ring {g}",
        "Ring the office on {g}",
    ),
    *(
        "Ffôn: {g}",
        "ffôn {n}",
        "Rhif ffôn: {g}",
        "rhif ffôn {n}",
        "Ffacs: {n}",
        "Symudol: {n}",
        "Ffoniwch {g}",
        "llinell gymorth: ffôn {g}",
    ),
    *(
        "contact: duty desk, telephone {g}",
        "telephone (office hours): {n}",
        "Tel. (24 hours) {g}",
        "tel 01632 960123 or {n}",
        "minicom {n}",
    ),
    *(
        "tel: 01632 960123, {g}",
        "phones:\n  - {n}\n  - {n}",
        "phones: [{n}, {n}]",
        "telephone:\n  {n}",
        "textphone {g}",
        "pager {n}",
        "bleep {n}",
    ),
    *(
        "+44 {g}",
        "+44{n}",
        "+44 (0){n}",
        "0044 {g}",
        "+1 {g}",
        "+353 {g}",
        "WhatsApp {n}",
        "SMS {n}",
        "DDI: {n}",
        "direct dial {g}",
        "T: tel {n}",
    ),
)
_TIMES = (
    *(
        "created: {n}",
        "createdAt: {n}",
        "created_at: {n}",
        '"created": {n}',
        "updated: {n}",
        "updatedAt={n}",
        "modified: {n}",
        "timestamp: {n}",
    ),
    *(
        "timestamp {n}",
        "ts: timestamp {n}",
        "epoch {n}",
        "unix time {n}",
        "expires: {n}",
        "exp: {n}",
        "iat: {n}",
        "mtime={n}",
        "last seen: {n}",
    ),
    *("generated at {n}", "exported: {n}", "synced {n}", "expiry={n}", "created on {n}", "time stamp: {n}"),
)
_PLACES = (
    *(
        "UPRN {n}",
        "UPRN: {n}",
        "uprn: {n}",
        "uprn={n}",
        '"uprn": "{n}"',
        "UPRN of the hub: {n}",
        "USRN {n}",
        "TOID {n}",
        "URN {n}",
    ),
    *("easting {n}", "ODS code {n}", "CQC location {n}", "Ofsted URN {n}", "LAESTAB {n}", "DfE number {n}"),
)
_CODES = (
    *(
        "SNOMED CT {n}",
        "SNOMED: {n}",
        "snomed: {n}",
        "SNOMED code {n} |Term|",
        "SCTID {n}",
        "concept id {n}",
        "conceptId: {n}",
        "concept {n}",
    ),
    *(
        "dm+d {n}",
        "dm+d code: {n}",
        "VMP {n}",
        "AMP {n}",
        "code: {n}",
        "codes: [{n}, {n}]",
        "Read code {n}",
        "refset {n}",
        "LOINC {n}",
        "OPCS {n}",
    ),
    *(
        "sha: {n}",
        "hash {n}",
        "md5 {n}",
        "checksum: {n}",
        "crc32 {n}",
        "etag {n}",
        "guid {n}",
        "size: {n}",
        "{n} bytes in all",
        "offset {n}",
    ),
    *("total £{n}", "£{n}", "€{n}", "amount: {n}", "budget {n}", "cost: {n}", "price {n}"),
)
_ADDRESSES = (
    *(
        "https://www.example.org/{n}",
        "www.example.org/{n}",
        "example.org/a/{n}.pdf",
        "https://example.org/doc?id={n}",
        "http://example.gov.uk/a-{n}",
    ),
    *(
        "www.example.org/documents/{n}/view",
        "doi:10.1000/{n}",
        "https://doi.org/10.1000/{n}",
        "example.nhs.uk/policies/{n}",
    ),
    *(
        "https://www.england.nhs.uk/publication/{n}/",
        "\\\\server\\share\\{n}.docx",
        "https://example.sharepoint.com/:w:/s/IG/{n}",
    ),
    *(
        "<https://example.org/{n}>",
        "[page](https://example.org/x/{n})",
        "see example.org/{n}, and more",
        "https://example.org/a/b/c/{n}#top",
    ),
)


def references(seed: int, number: int) -> Iterator[str]:
    """Ordinary references behind what says what they are; each has ten digits that pass the check."""
    random = Random(seed)
    templates = (*_GOVERNANCE, *_PHONES, *_TIMES, *_PLACES, *_CODES, *_ADDRESSES)
    for index in range(number):
        template = templates[index % len(templates)]
        digits = ten(random)
        yield template.format(n=digits, g=f"{digits[:3]} {digits[3:6]} {digits[6:]}")


def things(seed: int, number: int) -> Iterator[str]:
    """Ordinary things without a label that say by their form what they are."""
    random = Random(seed)

    def digits(size: int) -> str:
        return "".join(random.choice("0123456789") for _ in range(size))

    def hexadecimal(size: int) -> str:
        return "".join(random.choice("0123456789abcdef") for _ in range(size))

    def date() -> tuple[int, int, int]:
        return random.randint(1990, 2040), random.randint(1, 12), random.randint(1, 28)

    makers: tuple[Callable[[], str], ...] = (
        lambda: "{}-{:02}-{:02}T{:02}:{:02}:00Z".format(*date(), random.randint(0, 23), random.randint(0, 59)),
        lambda: "{}-{:02}-{:02} {:02}:{:02}".format(*date(), random.randint(0, 23), random.randint(0, 59)),
        lambda: "{}{:02}{:02}{:02}".format(*date(), random.randint(0, 23)),
        lambda: "{2:02}/{1:02}/{0} {3:02}:{4:02}".format(*date(), random.randint(0, 23), random.randint(0, 59)),
        lambda: "{0}-{1:02}-{2:02}/{0}-12-31".format(*date()),
        lambda: f"17{digits(11)}",
        lambda: f"0{random.choice('12378')}{digits(2)} {digits(3)} {digits(4)}",
        lambda: f"0{random.choice('12378')}{digits(9)}",
        lambda: f"0{random.choice('12')}{digits(3)} {digits(6)}",
        lambda: f"07{digits(3)} {digits(6)}",
        lambda: f"(01{digits(3)}) {digits(6)}",
        lambda: f"+44 20 {digits(4)} {digits(4)}",
        lambda: f"10{digits(10)}",
        lambda: f"978-0-{digits(2)}-{digits(6)}-{digits(1)}",
        lambda: f"978{digits(10)}",
        lambda: f"Z{digits(7)}",
        lambda: f"ZA{digits(6)}",
        lambda: f"{random.choice('ABCRTXY')}{digits(5)}",
        lambda: f"{digits(8)}",
        lambda: f"{digits(18)}",
        lambda: f"{digits(2)}-{digits(2)}-{digits(2)} {digits(8)}",
        lambda: f"£{digits(1)},{digits(3)},{digits(3)}.{digits(2)}",
        lambda: f"{digits(3)},{digits(3)},{digits(4)}",
        lambda: hexadecimal(40),
        lambda: hexadecimal(64),
        lambda: "-".join(map(hexadecimal, (8, 4, 4, 4, 12))),
        lambda: f"5{digits(1)}.{digits(7)}, -{digits(1)}.{digits(7)}",
        lambda: f"0.{digits(10)}",
        lambda: f"SI 20{digits(2)}/{digits(4)}",
        lambda: f"pp. {digits(3)}–{digits(3)}",
        lambda: f"sections {digits(2)}-{digits(2)}, {digits(3)}, {digits(2)}(1)",
        lambda: f"{digits(1)}.{digits(2)}.{digits(1)}",
        lambda: f"2.16.840.1.113883.{digits(1)}.{digits(2)}.{digits(3)}",
        lambda: f"{digits(4)} {digits(4)} {digits(4)} {digits(4)}",
        lambda: f"SW1A {random.randint(1, 9)}AA, 1{digits(1)} High Street, {digits(2)}/{digits(2)}",
        lambda: f"{digits(1)}, {digits(2)}, {digits(2)}, {digits(2)}, {digits(3)}, {digits(3)}",
        lambda: f"1-{digits(9)}",
        lambda: f"{digits(2)} of {digits(3)} children ({digits(2)} %), {digits(2)} weeks",
        lambda: f"10.{digits(2)}.{digits(3)}.{digits(2)}:8080",
    )
    for index in range(number):
        yield makers[index % len(makers)]()


NAMES = (
    *(
        "Ella Smith",
        "Siân Jones",
        "Zoë O'Connor",
        "Zoë O’Connor",
        "ELLA SMITH",
        "Ella SMITH",
        "SMITH Ella",
        "SMITH, Ella",
        "O'NEILL, Saoirse",
    ),
    *(
        "Ella Mae Smith",
        "Ella M. Smith",
        "Mary-Jane Watson",
        "Ella Smith-Jones",
        "Łukasz Kowalski",
        "José García",
        "Đorđe Petrović",
    ),
    *(
        "Ella van der Berg",
        "Gwen ferch Hywel",
        "Rhys ap Gruffydd",
        "Aisha binti Yusof",
        "Ella McDonald",
        "Ella MacLeod",
        "Seán Ó Briain",
    ),
    *(
        "April Smith",
        "May Jones",
        "June Brown",
        "Ella Ward",
        "Ella March",
        "Summer Young",
        "Robin Early",
        "Grace Royal",
        "Baby Smith",
    ),
    *(
        "Mrs Smith",
        "Will Smith",
        "Bill Parish",
        "Mark Hall",
        "Ella Lincoln",
        "Chelsea Preston",
        "Ella West",
        "Αθηνά Παπαδοπούλου",
        "Анна Иванова",
    ),
)
NAMED = (
    *(
        "{name}, born {date}",
        "{name} (born {date})",
        "{name} was born on {date}",
        "{name} DOB {date}",
        "{name}, dob: {date}",
        "{name} d.o.b. {date}",
    ),
    *(
        "{name}, date of birth {date}",
        "{name} – Date of Birth: {date}",
        "DOB {date} {name}",
        "born {date}: {name}",
        "{name} (b. {date})",
    ),
    *(
        "# {name}, born {date}",
        "as for {name}, born {date}, who was missed",
        "{name}, ganwyd {date}",
        "{name}, a anwyd ar {date}",
    ),
    *(
        "{name}, dyddiad geni: {date}",
        "{name}, dyddiad eni {date}",
        "Dyddiad geni {date} {name}",
        "{name} dateOfBirth {date}",
        "{name} D/O/B {date}",
    ),
    *(
        "child: {name}\ndate-of-birth: {date}",
        "name: {name}\ndob: {date}",
        "# name: {name}\n# dob: {date}",
        "enw: {name}\ndyddiad geni: {date}",
    ),
    *(
        '"name": "{name}",\n"birthDate": "{date}"',
        "name: {name}, dob: {date}",
        "{{name: {name}, born: {date}}}",
        "| name | {name} |\n| dob | {date} |",
    ),
    *(
        "full name: {name}\naddress: 1 High Street\ntown: Northtown\ndob: {date}",
        "enw'r plentyn: {name}\nganwyd: {date}",
    ),
    *(
        "Date of birth ({name}): {date}",
        "Date of birth of {name}: {date}",
        "DOB for {name} - {date}",
        "{name} was born at 38 weeks on {date}",
        "Ganwyd {name} ar {date}",
        "Dyddiad geni {name}: {date}",
        "{name}\n\nDOB {date}",
        "{name}\nNHS number to follow\nDOB: {date}",
        "- {name}\n- date of birth: {date}",
    ),
)
DATES = (
    *(
        "12/03/2023",
        "12.03.2023",
        "12-03-2023",
        "2023-03-12",
        "12/3/23",
        "12.3.23",
        "12 March 2023",
        "12th March 2023",
        "12 Mar 2023",
    ),
    *(
        "March 12, 2023",
        "12fed o Fawrth 2023",
        "12 Mawrth 2023",
        "1af Medi 2023",
        "2023-03-12T08:30:00Z",
        "12 03 2023",
        "12-Mar-2023",
        "12MAR2023",
        "twelfth of March 2023",
    ),
)
COLUMNS = (
    *(
        "name,dob\n{name},{date}",
        "name,dob\nMary Example,{date}\n{name},{date}",
        "ref,Name,Date of birth\n,{name},{date}",
        "Name;DOB;School\n{name};{date};Oak Primary",
        "Name\tDOB\n{name}\t{date}",
        "Name        DOB\n{name}  {date}",
    ),
    *(
        "| name | dob |\n|------|-----|\n| {name} | {date} |",
        "| DOB | Child |\n|---|---|\n| {date} | {name} |",
        "Child's name | Date of birth\n--- | ---\n{name} | {date}",
        "purpose: |\n  | Name | Born |\n  |------|------|\n  | {name} | {date} |",
        "enw;dyddiad geni\n{name};{date}",
        "# Name; DOB\n# {name}; {date}",
    ),
)
"""Names and dates below the headings of a table."""
SINGLE = (
    "forename,surname,dob\n{},,{}",
    "Ella's date of birth is {1}",
    *(
        "surname: {}\ndob: {}",
        "family name: {}\nborn: {}",
        "cyfenw: {}\ndyddiad geni: {}",
        "first-name: {}\ndate_of_birth: {}",
    ),
    *("baby: {}\nborn: {}", "firstName: {}\nbirthDate: {}", "# forename: {}\n# DOB: {}", "mother's name: {}\ndob: {}"),
)
GROUPS = (
    *(
        "Tower Hamlets",
        "Greater Manchester",
        "Milton Keynes",
        "North Yorkshire",
        "South Tyneside",
        "West Sussex",
        "Blackburn with Darwen",
    ),
    *(
        "Stoke-on-Trent",
        "Newcastle upon Tyne",
        "St Helens",
        "Isle of Wight",
        "Kingston upon Hull",
        "Bath and North East Somerset",
    ),
    *(
        "Cheshire West and Chester",
        "Great Yarmouth",
        "High Peak",
        "Test Valley",
        "Three Rivers",
        "Castle Point",
        "Telford and Wrekin",
    ),
    *(
        "Vale of Glamorgan",
        "Blaenau Gwent",
        "Merthyr Tydfil",
        "Rhondda Cynon Taf",
        "Neath Port Talbot",
        "Ynys Môn",
        "Sir Benfro",
        "Mid Wales",
    ),
    *(
        "Key Stage 1",
        "Key Stage One",
        "Early Years",
        "Flying Start",
        "Sure Start",
        "Best Start",
        "Family Hub",
        "Healthy Child Programme",
    ),
    *(
        "Early Years Foundation Stage",
        "Reception Year",
        "Good Level of Development",
        "Red Book",
        "Public Health Nursing",
        "Summer Term",
    ),
    *(
        "Northshire Council",
        "Health Visiting Team",
        "Children's Centre",
        "Mary Seacole Health Centre",
        "NHS England",
        "NHS ENGLAND",
        "CHIS",
    ),
    *(
        "Special Educational Needs",
        "Dechrau'n Deg",
        "Blynyddoedd Cynnar",
        "Great Ormond Street Hospital",
        "East Riding",
        "Black Country",
    ),
)
COHORTS = (
    *(
        "{} children born {}",
        "{}: children born {}",
        "{} babies born on {}",
        "children in {} born {}",
        "{}, born {}",
        "{} (born {})",
    ),
    *(
        "for all of {}, born {} and later",
        "# {}: born {}",
        "Since September, {} children born {}",
        "{}\n# children born {}",
        "born {1} in {0}",
    ),
    *("{} pupils with a date of birth {}", "plant {} a anwyd {}", "name: {}\npurpose: for children born {}"),
)
