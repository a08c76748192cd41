"""Files in which agreements are often kept, and which are neither YAML nor JSON: what each is, and what to do."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sharecheck.reading.files import SUFFIXES, FileError, hidden, load
from sharecheck.reading.scan import HEAD, is_ours

_NAMES = {
    **dict.fromkeys((".docx", ".docm", ".doc", ".dotx", ".rtf"), "Word document"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".xlsb"), "Excel workbook"),
    **dict.fromkeys((".pptx", ".ppt"), "PowerPoint presentation"),
    **dict.fromkeys((".odt", ".ods", ".odp"), "LibreOffice document"),
    **dict.fromkeys((".pages", ".numbers"), "Apple document"),
    ".pdf": "PDF",
    ".vsdx": "Visio drawing",
    ".csv": "table of values",
}
"""What a file is called in a sentence, by its ending."""
_ZIP = b"PK\x03\x04"
_BYTES = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "Word document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word or Excel document"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "compressed file"),
    (b"bplist00", "Apple document"),
)
_PARTS = (
    (b"word/", "Word document"),
    (b"xl/", "Excel workbook"),
    (b"ppt/", "PowerPoint presentation"),
    (b"visio/", "Visio drawing"),
    (b"application/vnd.oasis.opendocument", "LibreOffice document"),
)
"""What the names of the files within a compressed one tell."""
_ENDINGS_OF_TEXT = ("", ".txt", ".text", ".md", ".json5", ".jsonc", ".yam", ".ymal", ".yalm", ".yl", ".toml")
"""Endings of files that may be of ours; so may each that has an ending of ours within its name: `isp.yml.bak`."""
_WITHIN = re.compile(r"\.(?:yaml|yml|json)(?![a-z0-9])", re.IGNORECASE)
HELP = (
    "sharecheck reads YAML and JSON: write what the document agrees as a protocol; `docs/tutorial.md` shows how, step "
    "by step, and `docs/format.md` has every key"
)
"""What to do with a document that people read."""


def with_article(what: str) -> str:
    """`a Word document`, `an Excel workbook`."""
    return f"{'an' if what[0] in 'AE' else 'a'} {what}"


@dataclass(frozen=True, slots=True)
class Other:
    """A file that was seen below a folder and not looked at."""

    path: Path
    what: str
    """What it is, as one says it: `Word document`."""
    rename: str | None = None
    """What it should be called, where it is a document of ours under another ending."""


def what_is(data: bytes, path: Path) -> str | None:
    """What a file is that is no text, by its bytes, and else by its ending."""
    for start, what in _BYTES:
        if data.startswith(start):
            return what if what != "Word or Excel document" else _NAMES.get(path.suffix.lower(), what)
    if data.startswith(_ZIP):
        return next((what for part, what in _PARTS if part in data), _NAMES.get(path.suffix.lower(), "compressed file"))
    return None


def others(paths: Iterable[Path], exclude: Callable[[Path], bool] = lambda _: False) -> tuple[Other, ...]:
    """The files below these folders, sorted, in which an agreement may stand that nobody looks at."""
    found = {path: other for root in paths for path in _below(root) if not exclude(path) and (other := _other(path))}
    return tuple(found[path] for path in sorted(found))


def disguised(paths: Iterable[Path]) -> Iterator[Other]:
    """Those of some files that have an ending of ours, and the bytes of a document of another program."""
    for path in paths:
        try:
            what = what_is(load(path, HEAD), path)
        except FileError:
            continue
        if what:
            yield Other(path, what)


def summary(found: Iterable[Other]) -> Iterator[str]:
    """In words: how many of each sort, and what those should be called that are ours."""
    seen = tuple(found)
    misnamed = [other for other in seen if other.rename]
    for other in misnamed[:3]:
        yield f"`{other.path}` was not looked at, because of its ending: rename it to `{other.rename}`"
    if len(misnamed) > 3:
        yield f"{len(misnamed) - 3} more were not looked at, because of their endings: they begin with `sharecheck:`"
    hidden_in = [other for other in seen if not other.rename and other.path.suffix.lower() in SUFFIXES]
    for other in hidden_in[:3]:
        yield f"`{other.path}` was not looked at: whatever its name says, it is {with_article(other.what)}"
    sorts = Counter(other.what for other in seen if not other.rename and other not in hidden_in[:3])
    if sorts:
        listed = ", ".join(f"{number} {what}{'s' if number > 1 else ''}" for what, number in sorts.most_common())
        yield f"not looked at: {listed}; sharecheck reads YAML and JSON"


def _below(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        if "pyvenv.cfg" in files and folder != str(root):
            names.clear()
            continue
        names[:] = [name for name in names if not hidden(Path(name))]
        yield from (Path(folder, name) for name in files if not hidden(Path(name)) and not name.startswith("~$"))


def _other(path: Path) -> Other | None:
    """What a file is, by its ending; one that may be of ours is opened."""
    suffix = path.suffix.lower()
    if suffix in _NAMES:
        return Other(path, _NAMES[suffix])
    if suffix in SUFFIXES or not (suffix in _ENDINGS_OF_TEXT or _WITHIN.search(path.name)):
        return None
    try:
        data = load(path, HEAD)
    except FileError:
        return None
    name = _proper_name(path)
    if not is_ours(data) or (path.parent / name).exists():  # a copy that an editor or a person has kept
        return None
    return Other(path, "document of sharecheck", name)


def _proper_name(path: Path) -> str:
    """What a document should be called: with an ending of ours at its end."""
    if match := _WITHIN.search(path.name):
        number = re.fullmatch(r" ?(\([0-9]+\))", path.name[match.end() :])
        return f"{path.name[: match.start()]}{f' {number[1]}' if number else ''}{match[0]}"
    return f"{path.stem}{'.json' if path.suffix.lower().startswith('.json') else '.yaml'}"
