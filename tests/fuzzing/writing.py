"""What holds of all that writes files: fixes, patches, baselines and repairs."""

import json
import os
import subprocess
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sharecheck import baseline, check, reading
from sharecheck.document import Document
from sharecheck.edit.files import Rewrite, write
from sharecheck.edit.render import Syntax
from sharecheck.edit.text import comments
from sharecheck.engine import Result
from sharecheck.fixing import Fixed, fixed
from sharecheck.fixing.stretch import BROKEN
from sharecheck.personal import personal
from sharecheck.reading.json import read_json
from sharecheck.reading.limits import USUAL
from sharecheck.reading.yaml import read_yaml
from sharecheck.report.patch import render_patch
from sharecheck.report.style import Style, safe
from sharecheck.workspace import UsageError, Workspace
from tests.fuzzing.texts import changed, text
from tests.repair.small import small
from tests.settings.files import run

DAY = date(2026, 11, 22)


def fixes(choices: Random) -> None:
    """A fixed file has no new problem, is fixed for good, and keeps its comments and its line ends."""
    unsafe = choices.random() < 0.5
    name, written = _file(choices)
    before = reading.read_bytes(Path(name), written, named=True)
    made = _fixed(before, unsafe)
    after = made.result.workspace.documents[0]
    if any(problem.kind == "real-data" for problem in before.problems):
        assert made.rewrites == ()
        return
    assert (made.result.bugs, check(Workspace([before], DAY)).bugs) == ((), ())
    if not any(problem.kind in (*BROKEN, "unknown-key") for problem in before.problems):  # others hide behind these
        assert len(after.problems) <= len(before.problems)
    assert before.shape is None or after.shape is not None
    if len(ends := set(_line_ends(before.text))) == 1:
        assert set(_line_ends(after.text)) <= ends
    _keeps_comments(before, after, made)
    again = _fixed(reading.read_bytes(Path(name), after.text.encode(), named=True), unsafe)
    assert [one.finding.message for one in again.done] == []
    assert again.rewrites == ()


def _file(choices: Random) -> tuple[str, bytes]:
    """The name and the bytes of a file: YAML, or JSON that is like it."""
    written = text(choices)
    if choices.random() < 0.8:
        return "x.yaml", written.encode("utf-8", "surrogatepass")
    read = read_yaml(written, USUAL)
    value = read.root.value if read.root and not read.problems else {"sharecheck": "protocol/1", "id": "X"}
    as_json = json.dumps(value, indent=choices.choice((None, 1, 2)), ensure_ascii=choices.random() < 0.5)
    return "x.json", changed(choices, as_json, 2).encode("utf-8", "surrogatepass")


def _fixed(document: Document, unsafe: bool) -> Fixed:
    return fixed(check(Workspace([document], DAY)), check, unsafe)


def _line_ends(text: str) -> Counter[str]:
    crlf = text.count("\r\n")
    return +Counter({"\r\n": crlf, "\n": text.count("\n") - crlf, "\r": text.count("\r") - crlf})


def _keeps_comments(before: Document, after: Document, made: Fixed) -> None:
    """That no comment goes but an exception that is taken out, where that can be told."""
    syntax: Syntax = "json" if before.path.suffix == ".json" else "yaml"
    old, new = ((read_json if syntax == "json" else read_yaml)(one.text, USUAL) for one in (before, after))
    if old.problems or new.problems or any(one.finding.about[0] == "exception" for one in made.done):
        return
    assert Counter(comments(old, syntax)) - Counter(comments(new, syntax)) == Counter()


def patches(choices: Random) -> None:
    """`git apply` of a patch that can be applied makes, byte for byte, what the writer of files makes."""
    mark = choices.choice(("", "", "\ufeff"))
    name = choices.choice(("a.yaml", "a b.yaml", 'é"\\.yaml', "a\tb.yaml", "sub/a.yaml"))
    before = text(choices).removeprefix("\ufeff")  # how the reader gives a text
    after = changed(choices, before, 5)
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((mark + before).encode())
        rewrite = Rewrite(file, before, after)
        patch = render_patch([rewrite], Style(root=Path(folder)))
        assert personal(patch.text) == ()
        if patch.exact and before != after:
            file.write_bytes((mark + before).encode())
            _apply(Path(folder), patch.text)
            patched = file.read_bytes()
            file.write_bytes((mark + before).encode())
            write([rewrite])
            assert patched == file.read_bytes() == (mark + after).encode()


def _apply(folder: Path, patch: str) -> None:
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        env={
            **os.environ,
            "GIT_CEILING_DIRECTORIES": str(folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(folder),
        },
        input=patch.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


WORTHS = (
    None,
    0,
    -1,
    1e400,
    "",
    "x",
    "a\0b",
    "../..",
    "/",
    "\ud800",
    [],
    ["x"],
    {},
    {"a": 1},
    True,
    10**30,
    "0001-01-01",
)


def baselines(choices: Random) -> None:
    """All that a baseline was written of is known; one that was damaged is told in a line, or read as it is."""
    with TemporaryDirectory() as folder:
        file, target = Path(folder) / "x.yaml", Path(folder) / "known.json"
        file.write_bytes(text(choices).encode("utf-8", "surrogatepass"))
        result = check(Workspace.open(file, as_of=DAY))
        written = baseline.render_baseline(result, target, [Path(folder)], choices.random() < 0.2)
        assert personal(written) == ()
        target.write_text(written, encoding="utf-8")
        known = baseline.load_baseline(target)
        left = baseline.since(result, known, [Path(folder)])
        assert [one for one in left.diagnostics if not one.stops] == []
        assert left.stale == 0
        assert len(left.known) == len([one for one in result.diagnostics if not one.stops])
        target.write_bytes(_damaged(choices, written).encode("utf-8", "surrogatepass"))
        with suppress(UsageError):
            _used(result, baseline.load_baseline(target), Path(folder))


def _used(result: Result, known: baseline.Baseline, folder: Path) -> None:
    baseline.since(result, known, [folder])
    baseline.comparable(known, [folder])
    assert safe(known.anew)


def _damaged(choices: Random, written: str) -> str:
    if choices.random() < 0.3:
        return changed(choices, written, 3)
    value = json.loads(written)
    for _ in range(choices.randint(1, 3)):
        part, steps = value, choices.randint(1, 4)
        for _ in range(steps):
            if not isinstance(part, dict | list) or not part:
                break
            key = choices.choice([*part]) if isinstance(part, dict) else choices.randrange(len(part))
            if steps == 1 or choices.random() < 0.4 or not isinstance(part[key], dict | list):  # type: ignore[index]
                if choices.random() < 0.7:
                    part[key] = choices.choice(WORTHS)  # type: ignore[index]
                elif isinstance(part, dict):
                    part[str(choices.choice(WORTHS))] = part.pop(key)
                break
            part = part[key]  # type: ignore[index]
    return json.dumps(value, indent=choices.choice((None, 1)))


def repairs(choices: Random) -> None:
    """What `--apply` writes is the patch that `--diff` prints, keeps more, and leaves nothing to do."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        small(root, choices.randrange(500))
        for name in ("letters.yaml", "area.yaml"):
            if choices.random() < 0.7:
                left = changed(choices, (root / name).read_text(encoding="utf-8"), 2)
                (root / name).write_bytes(left.encode("utf-8", "surrogatepass"))
        before = {path: path.read_bytes() for path in root.iterdir()}
        words = ("repair", folder, "--as-of", str(DAY), "--time-limit", "20", "--output-format", "json")
        shown = run(*words, "--diff")
        assert {path: path.read_bytes() for path in root.iterdir()} == before
        assert shown.exit_code in (0, 1, 2, 3)
        assert "please report" not in shown.told
        if shown.exit_code > 1:
            return
        applied = run(*words, "--apply")
        assert applied.exit_code == shown.exit_code
        after = {path: path.read_bytes() for path in root.iterdir()}
        again = run(*words, "--diff")
        assert again.exit_code in (0, 1), again.told
        assert "\n@@" not in again.stderr, again.stderr
        patch = shown.stderr[shown.stderr.find("--- ") :] if "--- " in shown.stderr else ""
        if patch and "for reading only" not in patch:
            for path in root.iterdir():
                path.unlink()
            for path, data in before.items():
                path.write_bytes(data)
            _apply_absolute(root, patch)
            assert {path: path.read_bytes() for path in root.iterdir()} == after


def _apply_absolute(root: Path, patch: str) -> None:
    """A patch whose names are absolute, as seen from the top of all folders."""
    with suppress(ValueError):
        patch = patch.replace(f"a{root}/", "a/").replace(f"b{root}/", "b/")
    lines = patch.split("\n")
    end = max(number for number, line in enumerate(lines) if line[:1] in ("+", "-", " ", "\\"))
    _apply(root, "\n".join(lines[: end + 1]) + "\n")


PROPERTIES = (fixes, patches, baselines, repairs)
