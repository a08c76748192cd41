"""A path or its bytes, made a document: yes fast, no well."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from sharecheck.document import Document, Lines, Problem, Span, Splice
from sharecheck.model import KINDS
from sharecheck.model.base import Shape
from sharecheck.reading import scan
from sharecheck.reading.files import FileError, load
from sharecheck.reading.formats import JSON, YAML, Way
from sharecheck.reading.guard import real_data, real_values, without_real_data
from sharecheck.reading.headless import kind_lost, line
from sharecheck.reading.limits import USUAL, Limits
from sharecheck.reading.node import Read, Tree, Value, places
from sharecheck.reading.open import without_open
from sharecheck.reading.others import HELP, what_is, with_article
from sharecheck.reading.phrases import closest, one_of, quoted, slip


def read(path: Path, *, limits: Limits = USUAL, named: bool = False) -> Document:
    """The document at a path; what is wrong with the file or its contents is among its problems.

    A file that is none of ours has no text, no kind and no problems, unless the user `named` it, or unless it
    seems to have lost the line that says what it is.
    """
    try:
        data = load(path, limits.size + 1)
    except FileError as trouble:
        return _refused(path, "", Problem("unreadable", (), trouble.message, trouble.help))
    return read_bytes(path, data, limits=limits, named=named)


def read_bytes(path: Path, data: bytes, *, limits: Limits = USUAL, named: bool = False) -> Document:
    """The document that a file with these bytes is."""
    if not scan.is_ours(data):
        lost = _lost(path, data, limits)
        if lost is not None or not named:
            return lost or Document(path, "")
        if what := what_is(data, path):
            problem = Problem("not-text", (), f"this is {with_article(what)}, and neither YAML nor JSON", HELP, _FIRST)
            return _refused(path, "", problem)
    if len(data) > limits.size:
        message, help = f"the file has more than {limits.size:,} bytes", "split it into several files"
        return _refused(path, "", Problem("too-large", (), message, help))
    if wide := scan.wide_encoding(data):
        return _refused(path, "", Problem("not-text", (), f"the file is {wide}, not UTF-8", _SAVE, _FIRST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(path, "", _not_utf8(data, error))
    syntax = JSON if path.suffix.lower() == ".json" else YAML
    if private := real_data(path, text, data):
        return _private(path, text, syntax.read(text, limits), private, limits)
    plain = b"\\" not in data  # what is written with escapes is looked at once more when it is read
    found = (plain and _fast(syntax, path, text, data, limits)) or _careful(syntax, path, text, limits, named)
    return _pasted(found, limits, named) or found if found.problems and syntax is YAML else found


def _private(path: Path, text: str, read: Read, problems: list[Problem], limits: Limits) -> Document:
    """A document with real data: nothing else of the file is looked at, and no text that holds them is kept."""
    left = without_real_data(text, read)
    return Document(path, left, _known_kind(scan.kind_of(left[: scan.HEAD].encode())), None, _within(problems, limits))


def _lost(path: Path, data: bytes, limits: Limits) -> Document | None:
    """The document that a file was before it lost the line by which it is known, if it looks like one of ours.

    A protocol is recognised by its keys alone; all else has to have its whole shape once the line is there.
    """
    kind = kind_lost(data) if path.suffix.lower() != ".json" and len(data) <= limits.size else None
    if kind is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if private := real_data(path, text, data):
        return replace(_private(path, text, YAML.read(text, limits), private, limits), kind=kind)
    missing = line(text, kind)
    start, end = missing.offsets
    completed = read_bytes(path, f"{text[:start]}{missing.text}{text[end:]}".encode(), limits=limits, named=True)
    if any(problem.kind == "real-data" for problem in completed.problems):
        return completed
    if completed.shape is None and kind != "protocol/1":
        return None
    problem = Problem(
        "lost-kind",
        (),
        f"this looks like a `{kind}`, and its first line does not say so",
        f"begin it with `sharecheck: {kind}`; if it is none, leave it out with `exclude` in the settings",
        Lines(text).span((start, max(end, text.find(":", start)))),
        instead=(missing,),
        sure=completed.shape is not None,
    )
    return Document(path, text, kind, None, (problem,), finder=partial(YAML.places, limits))


def _fast(syntax: Way, path: Path, text: str, data: bytes, limits: Limits) -> Document | None:
    """The document of a file in which nothing is wrong; else None."""
    try:
        value = syntax.load(text, data, limits)
    except ValueError:
        return None
    kind = _known_kind(value.get("sharecheck")) if isinstance(value, dict) else None
    if kind is None or not isinstance(value, dict):
        return None
    value, opened = without_open(kind, value)
    shape = _shape(kind, value)
    return Document(path, text, kind, shape, (), opened, partial(syntax.find, limits)) if shape else None


def _careful(syntax: Way, path: Path, text: str, limits: Limits, named: bool) -> Document:
    """The document of a file, with everything that is wrong in the file."""
    read = syntax.read(text, limits)
    if private := real_values(read):
        return _private(path, text, read, private, limits)
    finder = partial(syntax.places, limits)
    if read.root is None and read.problems:
        kind = _known_kind(scan.kind_of(text[: scan.HEAD].encode()))
        return Document(path, text, kind, None, _within(read.problems, limits), finder=finder)
    value = read.root.value if read.root else None  # none in a file of comments alone
    if not isinstance(value, dict):
        return _refused(path, text, *_within(read.problems or [_not_a_mapping(value)], limits))
    if "sharecheck" not in value and not read.incomplete:
        return _refused(path, text, _NOT_A_DOCUMENT) if named else Document(path, "")
    kind = _known_kind(value.get("sharecheck"))
    if kind is None:
        if ("sharecheck",) not in read.unknown and "sharecheck" in value:
            read.problems.append(_unknown_kind(value["sharecheck"], places(text, read.root)))
        return Document(path, text, None, None, _within(_problems_with_places(read), limits), finder=finder)
    value, opened = without_open(kind, value)
    read.root = replace(read.root, value=value) if read.root else None
    shape = None if read.problems else _shape(kind, value)
    if shape is None:
        from sharecheck.reading.refusals import explain  # jsonschema takes 150 ms to import

        read.problems += explain(kind, read, limits.problems) or ([] if read.problems else [_unexplained(kind)])
    return Document(path, text, kind, shape, _within(_problems_with_places(read), limits), opened, finder)


def _pasted(found: Document, limits: Limits, named: bool) -> Document | None:
    """The document as it would be without what a word processor put into the text, where that changes what is wrong."""
    from sharecheck.reading import pasted  # a few ms, and most files have no problems

    text, traces = pasted.signs(found.text)
    without = _careful(YAML, found.path, text, limits, named) if traces else found
    if any(problem.kind == "syntax" for problem in without.problems):
        text, more = pasted.quotes(text)
        traces += more
        without = _careful(YAML, found.path, text, limits, named) if more else without
    if not traces or without.problems == found.problems:
        return None
    from_paste = [
        Problem("syntax", (), trace.what, trace.help, found.lines.span(trace.offsets), instead=trace.instead)
        for trace in traces
    ]
    return replace(found, kind=without.kind, problems=_within([*from_paste, *without.problems], limits))


def _problems_with_places(read: Read) -> list[Problem]:
    """The problems, all with a span: the tree is there already."""
    tree = places(read.text, read.root)
    return [
        replace(problem, span=problem.span or read.lines.span(tree.shown(problem.route))) for problem in read.problems
    ]


def _known_kind(kind: object) -> str | None:
    return kind if isinstance(kind, str) and kind in KINDS else None


def _shape(kind: str, value: object) -> Shape | None:
    try:
        return KINDS[kind].model_validate(value)
    except ValidationError:
        return None


def _within(problems: list[Problem], limits: Limits) -> tuple[Problem, ...]:
    """The problems in the order of the file, as many as the limit lets through."""
    problems = sorted(problems, key=lambda problem: problem.span or Span(0, 0, 0, 0))
    if len(problems) <= limits.problems:
        return tuple(problems)
    next = problems[limits.problems].span  # without a span the file would be read once more, for this alone
    more = Problem("wrong-shape", (), f"more problems than these {limits.problems}", "mend these first", next)
    return (*problems[: limits.problems], more)


def _refused(path: Path, text: str, *problems: Problem) -> Document:
    return Document(path, text, problems=problems)


_SAVE = "save it as UTF-8: in an editor `Save as`, and there the encoding `UTF-8`"
_FIRST = Span(1, 1, 1, 2)
"""The first sign of a file."""
_NOT_A_DOCUMENT = Problem(
    "not-a-document",
    (),
    "the file does not say that it is a document of sharecheck",
    "begin it with what it is, for example `sharecheck: protocol/1`",
)


def _unexplained(kind: str) -> Problem:
    """What is said of a shape that the model refuses and the schema does not: nothing refused goes without a word."""
    message, help = f"the file has not the shape of a `{kind}`", "compare it with one that is understood"
    return Problem("wrong-shape", (), message, help)


def _not_a_mapping(value: Value) -> Problem:
    help = "begin it with what it is, for example `sharecheck: protocol/1`"
    if value is None:
        return Problem("not-a-mapping", (), "there is nothing in the file", help)
    what = "a list" if isinstance(value, list) else "a single value"
    return Problem("not-a-mapping", (), f"the file is {what}, and not keys with values", help)


def _unknown_kind(value: Value, tree: Tree) -> Problem:
    if not isinstance(value, str):
        message = "`sharecheck` does not say what the file is"
        return Problem("unknown-kind", ("sharecheck",), message, f"write one of {one_of(KINDS)}")
    meant = closest(value, KINDS)
    help = f"did you mean {quoted(meant)}?" if meant else f"write one of {one_of(KINDS)}"
    message, surely = f"{quoted(value)} is not a kind of document", _kind_meant(value)
    quotes = "'" if tree.source(("sharecheck",)).startswith("'") else '"'
    at = tree.value(("sharecheck",))
    bare = tree.text[at[0] : at[0] + 1] not in "'\""
    instead = (Splice(at, surely if bare else f"{quotes}{surely}{quotes}"),) if surely else ()
    return Problem("unknown-kind", ("sharecheck",), message, help, instead=instead)


def _kind_meant(value: str) -> str | None:
    """The kind of which this one is a slip of the pen; one of another version is none."""
    words = {kind.partition("/")[0]: kind for kind in KINDS}
    name, _, version = value.strip().partition("/")
    meant = slip(name, words) if version.strip() in ("", "1") else None
    return words[meant] if meant else None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8-sig", "replace")
    offset = len(before)
    span = Lines(before + "?").span((offset, offset + 1))
    return Problem("not-text", (), "a character that is not UTF-8", _SAVE, span)
