"""Files that are made from others are current: schemas, rule pages, keys, findings in the published protocols."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_generated_files_are_current_and_none_is_left_over() -> None:
    # a process of its own: making them takes twice as long where coverage is measured
    made = subprocess.run(
        [sys.executable, "-W", "error", "tools/generate.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
