"""What holds of reading: documents, exceptions in them, data of real persons, settings and their patterns."""

import re
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sharecheck import check
from sharecheck.document import Document, Splice
from sharecheck.edit import Refused
from sharecheck.edit.text import edited, same
from sharecheck.personal import masked, maybe, personal
from sharecheck.personal.search import search
from sharecheck.reading import read_bytes
from sharecheck.reading.comments import comments
from sharecheck.reading.formats import JSON, YAML
from sharecheck.reading.limits import USUAL
from sharecheck.reading.yaml import read_yaml
from sharecheck.report.style import safe
from sharecheck.settings import Resolver
from sharecheck.settings.keys import Keys
from sharecheck.settings.nearest import NAMES
from sharecheck.settings.patterns import parse_pattern
from sharecheck.suppression import suppressions
from sharecheck.workspace import UsageError, Workspace
from tests.fuzzing.texts import ODD, changed, text

DAY = date(2026, 11, 22)
HEAD = b"sharecheck: protocol/1\nid: x\nflows: []\n"
JSON_HEAD = b'{"sharecheck": "protocol/1", "id": "x", "flows": [], '


def reader(choices: Random) -> None:
    """Bytes are a shape or problems at places; what the fast way accepts, the careful way reads as the same."""
    name = choices.choice(("x.yaml", "x.yaml", "x.json"))
    if choices.random() < 0.3:
        data = choices.randbytes(choices.randrange(400))
        data = (JSON_HEAD if name == "x.json" else HEAD) + data if choices.random() < 0.5 else data
    else:
        data = text(choices).encode("utf-8", "surrogatepass")
    document = read_bytes(Path(name), data, named=True)
    assert document.shape is None or not document.problems
    for problem in document.problems:
        assert problem.kind
        assert problem.message
        document.span(problem.route)
    document.span(("flows", 0, "items"))
    _agreed(name, data)


def _agreed(name: str, data: bytes) -> None:
    """That both ways make the same of a text."""
    way = JSON if name == "x.json" else YAML
    try:
        text = data.decode("utf-8-sig")
        value = way.load(text, data, USUAL)
    except ValueError:
        return
    careful = way.read(text, USUAL)
    if careful.problems:  # the model takes no other keys than words
        assert {problem.kind for problem in careful.problems} <= {"non-string-key"}, careful.problems
    else:
        assert same(value, careful.root.value if careful.root else None)


WORDS = (
    *("# sharecheck: ignore[TIM01]", "# sharecheck: file-ignore[GOV]", "sharecheck: ignore"),
    *("ignore[GAP09: growth, TIM01]"),
    *("#", "##", "# ", "[", "]", ",", ";", "(", ")", ":", "agreed by the board", "owner: head of service"),
    *("TODO", "-", "…"),
    *("until", "until 2027-03-31", "until 2025-01-01", "until:", "till 3 March 2027", "expires 31/3/27"),
    "2026-02-30",
    *("after the review on 3 March 2026", "hyd at 2027-03-31", "by", "2027-03-31T12:00:00Z", "12:00", "\t"),
    *("  ", "\u2028"),
    *("x" * 40, "é", "\u202e", "٣", "２０２７-03-31", "owner:", "owner: until", "0000-01-01", "9999-12-31", "'", '"'),
)  # fmt: skip


def exceptions(choices: Random) -> None:
    """Comments are outside of values; an exception goes without changing a value; a rule never fails over one."""
    lines = text(choices, 2).split("\n")
    for _ in range(choices.randint(1, 3)):
        words = choices.choice(("", " ")).join(choices.choice(WORDS) for _ in range(choices.randint(0, 7)))
        directive = f"{choices.choice(WORDS[:4])} {words}".replace("\n", " ")
        at = choices.randrange(len(lines))
        if choices.random() < 0.5:
            lines[at] += f"  {directive}"
        else:
            lines.insert(at, directive)
    written = "\n".join(lines)
    if choices.random() < 0.2:
        written = changed(choices, written, 1)
    document = read_bytes(Path("x.yaml"), written.encode("utf-8", "surrogatepass"), named=True)
    result = check(Workspace([document], DAY))
    assert result.bugs == ()
    assert not [one for one in result.suppressed if one.diagnostic.stops or one.suppression.expired(DAY)]
    if document.shape is None:
        return
    _outside_of_values(document)
    every = tuple(suppressions(document))
    for one in every:
        assert (one.until is None) <= (one.ends is None)
        assert document.lines.span((0, 0)) <= one.span
        _goes(document, one.without, len(every))


def _outside_of_values(document: Document) -> None:
    """That each comment begins with its sign, ends with its line, and is no part of a value."""
    read = read_yaml(document.text, USUAL)
    for start, end in comments(document.text):
        assert document.text[start] == "#"
        assert document.text[end : end + 1] in ("", "\r", "\n")
        without = read_yaml(document.text[:start] + document.text[end:], USUAL)
        assert not without.problems, without.problems
        assert read.root
        assert without.root
        assert same(read.root.value, without.root.value)


def _goes(document: Document, edit: object, number: int) -> None:
    """That a document without one of its exceptions means the same, and has one less."""
    if isinstance(edit, Splice):
        start, end = edit.offsets
        left = document.text[:start] + edit.text + document.text[end:]
        before, after = read_yaml(document.text, USUAL), read_yaml(left, USUAL)
        assert before.root
        assert after.root
        assert same(before.root.value, after.root.value)
    else:
        try:
            left = edited(document.text, [edit])  # type: ignore[list-item]  # what is no splice is a change
        except Refused:  # a comment within it would go
            return
    assert len(tuple(suppressions(read_bytes(document.path, left.encode(), named=True)))) == number - 1


SEPARATORS = (
    "",
    " ",
    "-",
    ".",
    "/",
    "_",
    "\t",
    "\u200b",
    "\n",
    "  ",
    "\u00a0",
    "%20",
    "\\x20",
    "&nbsp;",
    "’",
    ", ",
    ":",
)
PIECES = (
    *("NHS no.", "NHS number:", "rhif GIG", "patient id", "chi", "tel.", "UPRN", "ref", "created:"),
    *("nhs-number|", "upn"),
    *("born", "dob:", "date of birth", "dyddiad geni", "ganwyd", "birthDate", "d.o.b.", "b.", "childBorn"),
    *("eni", "aned"),
    *("01/09/2020", "2020-09-01", "1 September 2020", "1 Medi 2020", "010920", "20200901", "3 Mawrth 1999", "1.9.20"),
    *("Mary", "SMITH, John", "Siân Rees", "O’Brien", "name:", "surname: Jones", "Tower Hamlets", "children"),
    "Key Stage",
    *(*("999 000 0018", "9990000018", "999-000-0018") * 5, "999", "000", "0018", "0", "9", "18", "A", "P"),
    *("https://fhir.nhs.uk/Id/", "4505577104"),
    *("\\x39", "\\u0039", "&#57;", "٩", "９", "'", '"', "{", "}", "[", "]", "#", "\\", "\r", "x", "and"),
    *("of", "the", "is", "("),
)  # fmt: skip


def guard(choices: Random) -> None:
    """What is crossed out is not found again, the quick look misses nothing, and no text is kept that holds any."""
    parts = []
    for _ in range(choices.randint(1, 12)):
        parts += [choices.choice(ODD) if choices.random() < 0.1 else choices.choice(PIECES), choices.choice(SEPARATORS)]
    written = "".join(parts)
    left = masked(written)
    assert len(left) == len(written)
    assert personal(left) == (), left
    assert maybe(written.encode("utf-8", "surrogatepass")) or search(written) == (), written
    for data in (HEAD + b"title: " + written.encode() + b"\n", HEAD + b'title: "' + written.encode() + b'"\n'):
        kept = read_bytes(Path("x.yaml"), data, named=True)
        private = any(problem.kind == "real-data" for problem in kept.problems)
        assert personal(kept.text) == (), kept.text
        assert private or personal(data.decode()) == ()
        for problem in kept.problems:
            assert personal(safe(f"{problem.message} {problem.help}")) == ()


TOML = (
    *('"TIM01"', '"GOV"', '""', '"**/"', '"!"', '"../.."', '"pack:strict"', '"pack:x"', '"error"'),
    *('"x.yaml"', '"\\u0000"'),
    *("2026-11-22", "2026-11-22T00:00:00Z", "0001-01-01", "1e400", "nan", "-0.0", "true", "9" * 30, "[]"),
    *("{}", "[[]]"),
    *('{TIM01 = "error"}', '{"*" = ["DOC"]}', "{costs = {flow = 8}}", '{forbid = ["kind:basis"]}'),
    '{shortest = "P1D"}',
    *('["TIM", 1]', '"\\u001b]0;x\\u0007"', '"\U0001f600"', "'''x\ny'''", '"a', "1_0", "0x1F"),
    *("{a.b.c = 1}", "[[x]]"),
)  # fmt: skip


def settings(choices: Random) -> None:
    """Settings are read, or told in one line that is safe to print."""
    keys = [*(name.replace("_", "-") for name in Keys.model_fields), "tool", "x", '"\\u0073elect"', "repair.costs"]
    lines = [f"{choices.choice(keys)} = {choices.choice(TOML)}" for _ in range(choices.randint(0, 4))]
    name = choices.choice(NAMES)
    head = choices.choice(
        ("[tool.sharecheck]", "[tool]", "[sharecheck]", "[[tool.sharecheck]]", "", "[tool.share-check]")
    )
    written = changed(
        choices, "\n".join(([head] if choices.random() < 0.5 or name == "pyproject.toml" else []) + lines), 2
    )
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(written.encode("utf-8", "surrogatepass"))
        (Path(folder) / "p.yaml").write_bytes(HEAD)
        resolver = Resolver((Path(folder),))
        try:
            document = read_bytes(Path(folder) / "p.yaml", HEAD)
            resolver.exclusion(document.path)
            check(Workspace([document], DAY), settings=resolver)
        except UsageError as trouble:
            line = safe(trouble)
        else:
            line = ""
        assert "\n" not in line


NAMES_OF_PATHS = ("a", "b", "ab", "a.yaml", ".x", "é", "a b", "#a", "!a", "[a]", "\\a")
GLOBS = (
    "*",
    "**",
    "?",
    "[a]",
    "[!a]",
    "[^b-z]",
    "[",
    "]",
    "\\",
    "a",
    "b",
    "/",
    "/",
    "!",
    "#",
    " ",
    "..",
    ".",
    "{a,b}",
    "é",
    "-",
)


def patterns(choices: Random) -> None:
    """The expression that takes linear time fits what that of `pathspec` fits."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    from sharecheck.settings import patterns as module

    written = "".join(choices.choice(GLOBS) for _ in range(choices.randint(1, 8)))
    pattern = parse_pattern(written)
    line = module.parse_line(written)
    path = "/".join(choices.choice(NAMES_OF_PATHS) for _ in range(choices.randint(1, 4)))
    for each in (pattern, line):
        if each is not None:
            each.fits(path, True)
            module.decisive([each], path)
    if line is not None:
        theirs = GitIgnoreSpecPattern(written).regex
        assert theirs
        within_names = re.sub(r"(?<!\\)\[\^(?!/)", "[^/", theirs.pattern)  # as in git, where no class holds the `/`
        assert bool(re.search(module._linear(theirs.pattern), path)) == bool(re.search(within_names, path)), written


PROPERTIES = (reader, exceptions, guard, settings, patterns)
