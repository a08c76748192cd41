"""Files that are made from others are current: schemas, rule pages, keys, findings in the published protocols."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def generated() -> dict[Path, str]:
    """Made once: it takes as long as all else here."""
    files: dict[Path, str] = generator().generated()
    return files


def test_generated_files_are_current() -> None:
    files = generated()
    stale = [str(path) for path, text in files.items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make generate`"


def test_no_generated_file_is_left_over() -> None:
    files = set(generated())
    folders = (ROOT / "schemas", ROOT / "docs/rules", ROOT / "docs/pictures")
    found = {path.relative_to(ROOT) for folder in folders for path in folder.iterdir()}
    assert found - files == set()
