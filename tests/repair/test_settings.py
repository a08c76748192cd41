"""What a project sets for itself."""

from pathlib import Path

import pytest

from sharecheck.model.base import Duration
from sharecheck.repair import COSTS, Settings, load
from sharecheck.workspace import Trouble


def test_the_nearest_file_that_says_something_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sharecheck.repair]\ncosts = {flow = 7}\nshortest = "P1D"\n')
    folder = tmp_path / "area"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[tool.other]\n")
    assert load(folder) == Settings({**COSTS, "flow": 7}, shortest=Duration("P1D"))
    (folder / "sharecheck.toml").write_text('[repair]\nforbid = ["kind:basis", "flow:summary"]\n')
    assert load(folder) == Settings(forbid=frozenset({"kind:basis", "flow:summary"}))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("cost = {}", "nothing is called `cost` here; did you mean `costs`?"),
        ("costs = {flows = 1}", "nothing is called `flows` here; did you mean `flow`?"),
        ("costs = {flow = 0}", "what `flow` costs is a whole number from 1 to 1000"),
        ("costs = {flow = true}", "what `flow` costs is a whole number from 1 to 1000"),
        ("costs = 3", "`costs` is a table of kinds, for example `costs = {flow = 8}`"),
        ('forbid = "kind:flow"', '`forbid` is a list, for example `forbid = ["kind:basis"]`'),
        ('forbid = ["kind:flo"]', "nothing is called `flo` here; did you mean `flow`?"),
        ('forbid = ["x:flow"]', "nothing is called `x` here; there is: kind, flow, protocol, party, item"),
        ('shortest = "2 days"', '`shortest` is a duration, for example `shortest = "P1D"`'),
    ],
)
def test_what_means_nothing_is_told(text: str, trouble: str, tmp_path: Path) -> None:
    path = tmp_path / "sharecheck.toml"
    path.write_text(f"[repair]\n{text}\n")
    with pytest.raises(Trouble) as told:
        load(tmp_path)
    assert str(told.value) == f"`{path}`: {trouble}"


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "sharecheck.toml").write_text("[repair\n")
    with pytest.raises(Trouble, match="cannot be read"):
        load(tmp_path)
