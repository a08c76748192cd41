"""The deliberate faults of `tools/faults.yaml` can still be put into the source."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FAULTS = yaml.safe_load((ROOT / "tools/faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["what"])
def test_what_a_fault_changes_stands_once_in_the_source(fault: dict[str, str]) -> None:
    text = (ROOT / "src/sharecheck" / fault["file"]).read_text(encoding="utf-8")
    assert text.count(fault["right"]) == 1
    assert fault["wrong"] != fault["right"]
