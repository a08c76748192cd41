"""Numbers of persons in the view of a text: NHS numbers and unique pupil numbers."""

import re
from collections.abc import Iterator
from datetime import date

from sharecheck.personal.labels import label, other_label

Stretch = tuple[int, int]
"""Start and end, exclusive, in the view."""

_BEFORE = 80
"""Characters before a number that are looked at to see what it is."""
_TOKEN_BEFORE = 200
"""The same, for the address or the hash that it may be a part of."""
_GAP = r"\s{0,3}(?:[-./_\\·•~]\s{0,2})?"
_TEN = re.compile(rf"(?<![0-9])(?:([0-9]{{3}}){_GAP}([0-9]{{3}}){_GAP}([0-9]{{4}})|([0-9](?:[ ][0-9]){{9}}))(?![0-9])")
"""Ten digits as they are written where nothing says what they are: three, three and four, or one by one."""
_FOREIGN = re.compile(r"(?:\+[0-9 ()-]{0,6}|\(0\) ?|(?<![0-9])(?<![0-9][ -])00[1-9][0-9]{0,2}[ -]?|[£$€] ?)\Z")
"""Before the number of a telephone that can be dialled from abroad, and before money."""
_POINT = re.compile(r"[0-9]\.\Z")
_BEHIND_POINT = re.compile(r"\.(?!0+(?![0-9]))[0-9]")
"""The digits are a part of a longer number, which does not end in `.0`; a comma stands between two entries."""
_REFERENCE = re.compile(r"(?<![A-Za-z])[A-Z]{2,}[-/]\Z")
_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|www\.|(?<![A-Za-z0-9])(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,12}(?::[0-9]+)?/|\\\\)",
    re.IGNORECASE,
)
_TOKEN_ENDS = re.compile(r"[\s\"'<>`(),;]")
_HEX_BEFORE = re.compile(r"(?<![0-9A-Fa-f-])[0-9A-Fa-f-]*+\Z")
_HEX_BEHIND = re.compile(r"[0-9A-Fa-f-]*")
_GUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LONG_HASH = 32

_W = r"[\W_]{0,3}"
_WORD_OF_NUMBER = r"(?:numbers?|rhif(?:au)?|[#№]|(?:nos?|num|nr|nbr|id(?:entifier)?s?|ref(?:erence)?)(?![a-z]))"
_NHS = r"(?:n\.?\ ?h\.?\ ?s\.?|national[\ _-]health[\ _-]service|gig)"
_LABEL = re.compile(
    rf"""(?<![^\W\d_])(?:
        {_NHS}{_W}(?:\([^()\n]{{1,20}}\){_W})?{_WORD_OF_NUMBER}
        | rhif(?:au)?{_W}(?:y{_W})?{_NHS}
        | (?:{_NHS}|chi|hcn|h&c)(?=[\W_]{{0,5}}[a-z]?[ ]?[0-9])
        | (?:chi|hcn|h&c|health{_W}(?:and|&){_W}(?:social{_W})?care){_W}{_WORD_OF_NUMBER}
        | (?:patient|client|child|baby|infant|pupil|mother|claf|plentyn|babi|disgybl)(?:['’]?s)?{_W}{_WORD_OF_NUMBER}
        | 2\.16\.840\.1\.113883\.2\.1\.4\.1(?![0-9.])
    ) | (?-i:(?<=[a-z])N[Hh][Ss]){_W}{_WORD_OF_NUMBER}?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Names of the number by which a person is known: any separators may stand in what is beside them."""
_AHEAD = 110
"""Characters behind such a name in which its number is looked for; half as many before it."""
_SIGNS_FIRST = re.compile(r"[\W_]*[0-9]")
_GROUP = re.compile(r"[0-9]+")
_JOIN = re.compile(r"[\W_]{1,6}")
_DATE_OR_TIME = re.compile(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}([-/.])[01][0-9]\1[0-3][0-9](?:[T ](?=[0-2][0-9]:))?"
    r"|[0-3]?[0-9]([-/.])[01]?[0-9]\2(?:19|20)[0-9]{2})(?![0-9])"
    r"|(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
)
_BEHIND_NUMBER = re.compile(r"[\W_]{0,6}(?:(?:is|as|=|yw)\s)?(?:(?:the|their|his|her|its|y|ei)\s)?\Z", re.IGNORECASE)

_NAME_BEHIND = re.compile(
    rf"[\W_]{{0,6}}(?:(?:is|as|=|yw)\s)?(?:(?:the|their|his|her|its|y|ei)\s)?(?:{_NHS}{_W}{_WORD_OF_NUMBER}|rhif{_W}(?:y{_W})?{_NHS})",
    re.IGNORECASE,
)
_UNIT = re.compile(r" ?(?:bytes|octets|ms|milliseconds|seconds|secs)\b")


def nhs_numbers(text: str) -> Iterator[Stretch]:
    """All NHS numbers: written in a usual form and not said to be something else, or beside their name in any form."""
    for match in _TEN.finditer(text):
        digits = "".join(_GROUP.findall(match[0]))
        if has_check_digit(digits) and is_in_range(digits) and not _is_other(text, *match.span(), digits):
            yield match.span()
    for match in _LABEL.finditer(text):
        yield from _beside(text, *match.span())


def has_check_digit(digits: str) -> bool:
    """Whether ten digits pass modulus 11: each of the nine digits times 10 to 2, the tenth makes the sum whole.

    Ten zeros pass too, and are what forms are filled with: nobody has that number.
    """
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return weighed % 11 == 0 and digits != "0" * 10


def is_in_range(digits: str) -> bool:
    """Whether ten digits begin as the number of a person in the United Kingdom does.

    That is 3 to 9 (England, Wales, Northern Ireland, the Isle of Man, and those for tests), or a day and a month
    (Scotland). This decides only where nothing says that a number is one of a person.
    """
    return digits[0] in "3456789" or ("01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12")


def _beside(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Numbers beside a name for them, which begins and ends here: behind the name, or right before."""
    ahead = text[end : end + _AHEAD]
    if (cut := other_label(ahead)) is not None:
        ahead = ahead[:cut]
    if len(ahead) == _AHEAD and ahead[-1].isdigit() and text[end + _AHEAD : end + _AHEAD + 1].isdigit():
        ahead = ahead.rstrip("0123456789")
    for first, last in _joined(ahead):
        yield end + first, end + last
    begin = max(0, start - _AHEAD // 2)
    back = text[begin:start]
    if begin and text[begin - 1].isdigit():
        back = " " * (len(back) - len(back.lstrip("0123456789"))) + back.lstrip("0123456789")
    back = back[: len(back) - len(_ending(back))]
    for first in _last_joined(back):
        if label(text[max(0, begin + first - _BEFORE) : begin + first], alone=True) != "other":
            yield begin + first, begin + len(back)


def _ending(text: str) -> str:
    """What may stand between a number and the name that follows."""
    match = _BEHIND_NUMBER.search(text, max(0, len(text) - 20))
    return match[0] if match else ""


def _joined(text: str) -> Iterator[Stretch]:
    """Ten digits that are a number of a person, whatever signs stand between them; letters never do."""
    plain, groups = _groups(text)
    first = 0
    while first < len(groups):
        size, last = 0, first
        while size < 10 and last < len(groups) and (last == first or _is_joined(plain, groups, last)):
            size += groups[last][1] - groups[last][0]
            last += 1
        if size == 10 and has_check_digit(_digits(plain, groups[first:last])):
            yield groups[first][0], groups[last - 1][1]
            first = last
        else:
            first += 1


def _last_joined(text: str) -> Iterator[int]:
    """Where such digits begin at the end of a text, if there are any."""
    plain, groups = _groups(text)
    size, first = 0, len(groups)
    if not groups or groups[-1][1] < len(text):
        return
    while size < 10 and first > 0 and (first == len(groups) or _is_joined(plain, groups, first)):
        first -= 1
        size += groups[first][1] - groups[first][0]
    if size == 10 and has_check_digit(_digits(plain, groups[first:])):
        yield groups[first][0]


def _groups(text: str) -> tuple[str, list[Stretch]]:
    """A text without days and times of day, unless digits come first, and its groups of digits."""
    plain = text if _SIGNS_FIRST.match(text) else _DATE_OR_TIME.sub(lambda match: "T" * len(match[0]), text)
    return plain, [match.span() for match in _GROUP.finditer(plain)]


def _is_joined(text: str, groups: list[Stretch], index: int) -> bool:
    """Whether nothing but signs stands between a group and the one before it."""
    return _JOIN.fullmatch(text, groups[index - 1][1], groups[index][0]) is not None


def _digits(text: str, groups: list[Stretch]) -> str:
    return "".join(text[start:end] for start, end in groups)


def _is_other(text: str, start: int, end: int, digits: str) -> bool:
    """Whether a number is said to be something else than that of a person, or plainly is."""
    kind = label(text[max(0, start - _BEFORE) : start], alone=_NAME_BEHIND.match(text, end) is not None)
    if kind is not None:
        return kind == "other"
    before = text[max(0, start - 20) : start]
    return bool(
        _FOREIGN.search(before)
        or _POINT.search(before)
        or _REFERENCE.search(before)
        or _BEHIND_POINT.match(text, end)
        or _UNIT.match(text, end)
        or _is_hour(digits)
        or _is_in_address(text, start)
        or _is_in_hash(text, start, end)
    )


def _is_in_address(text: str, start: int) -> bool:
    """Whether a number stands in an address of the web, with or without a scheme, or of a shared folder."""
    before = text[max(0, start - _TOKEN_BEFORE) : start]
    ends = [match.end() for match in _TOKEN_ENDS.finditer(before)]
    return bool(_ADDRESS.search(before, ends[-1] if ends else 0))


def _is_in_hash(text: str, start: int, end: int) -> bool:
    """Whether a number is a part of a hash or a GUID."""
    before = _HEX_BEFORE.search(text[max(0, start - _TOKEN_BEFORE) : start])
    behind = _HEX_BEHIND.match(text, end, end + _TOKEN_BEFORE)
    assert before
    assert behind
    token = before[0] + text[start:end] + behind[0]
    if _GUID.search(token):
        return True
    head, tail = before[0].rpartition("-")[2], behind[0].partition("-")[0]
    if not text[start:end].isdecimal() or head + tail not in (head.lower() + tail.lower(), head.upper() + tail.upper()):
        return False
    return bool(head and tail) or len(head) + len(tail) + 10 >= _LONG_HASH


def _is_hour(digits: str) -> bool:
    """Year, month, day and hour: `2026112209`."""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return digits[:2] in ("19", "20") and int(digits[8:]) < 24
