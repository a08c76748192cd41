"""What a project sets for its repairs, in the same files as all else."""

from pathlib import Path

import pytest

from sharecheck.model.base import Duration
from sharecheck.repairs import COSTS, Settings
from sharecheck.settings import Resolver
from sharecheck.workspace import UsageError


def said(folder: Path, text: str, name: str = "sharecheck.toml") -> Settings:
    (folder / name).write_text(text)
    return Resolver((folder,)).run.repair


def test_what_is_not_said_is_our_own_choice(tmp_path: Path) -> None:
    assert said(tmp_path, "") == Settings() == Settings(COSTS, frozenset(), Duration("PT4H"))


def test_stands_in_either_file(tmp_path: Path) -> None:
    text = '[tool.sharecheck.repair]\ncosts = {flow = 7}\nshortest = "P1D"\n'
    assert said(tmp_path, text, "pyproject.toml") == Settings({**COSTS, "flow": 7}, shortest=Duration("P1D"))
    forbidden = Settings(forbid=frozenset({"kind:funding", "flow:summary"}))
    assert said(tmp_path, '[repair]\nforbid = ["kind:funding", "flow:summary"]\n') == forbidden


def test_extends_others_cost_by_cost(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('[repair]\ncosts = {flow = 7, funding = 40}\nforbid = ["kind:protocol"]\n')
    given = said(tmp_path, 'extend = "base.toml"\n[repair]\ncosts = {flow = 9}\nshortest = "P1D"\n')
    assert given == Settings({**COSTS, "flow": 9, "funding": 40}, frozenset({"kind:protocol"}), Duration("P1D"))


def test_what_a_pack_forbids_is_not_allowed_in_silence(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        'pack = "board"\n[repair]\nforbid = ["kind:funding", "kind:refusal"]\nshortest = "P1D"\n'
    )
    loose = '[repair]\nforbid = ["kind:funding"]\nshortest = "PT8H"\n'
    said(tmp_path, f'extend = "base.toml"\nbecause = {{"kind:refusal" = "agreed in May"}}\n{loose}')
    assert Resolver((tmp_path,)).run.loosened == (
        "the pack `board` is loosened: repairs may change `kind:refusal`, because agreed in May",
        "the pack `board` is loosened: repairs may propose `PT8H`, and nobody says why",
    )


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("cost = {}", "there is no setting `repair.cost`; did you mean `repair.costs`?"),
        ("costs = {flows = 1}", "no kind of change is called `flows`; did you mean `flow`?"),
        ("costs = {flow = 0}", "`repair.costs.flow` cannot be `0`: it is a whole number from 1 to 1000"),
        ("costs = {flow = true}", "`repair.costs.flow` cannot be `True`: it is a whole number from 1 to 1000"),
        (
            "costs = 3",
            '`repair.costs` cannot be `3`: it is a table: `{TIM01 = "warning"}`, `repair = {costs = {flow = 8}}`',
        ),
        ('forbid = "kind:flow"', '`repair.forbid` cannot be `kind:flow`: it is a list: `["kind:flow"]`'),
        ('forbid = ["kind:flo"]', "no kind of change is called `flo`; did you mean `flow`?"),
        (
            'forbid = ["x:flow"]',
            "repairs cannot be forbidden by `x`; there is `kind`, `flow`, `protocol`, `party` or `item`",
        ),
        ('forbid = ["item"]', "`item` forbids nothing: say which item, for example `item:staff-safety`"),
        ('forbid = ["kind:"]', "`kind:` forbids nothing: say which kind, for example `kind:funding`"),
        (
            'shortest = "2 days"',
            "`repair.shortest` cannot be `2 days`: it is a duration: `P1D` for a day",
        ),
    ],
)
def test_a_mistake_is_told_as_any_other_is(text: str, trouble: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        said(tmp_path, f"[repair]\n{text}\n")
    assert str(told.value) == f"{tmp_path / 'sharecheck.toml'}: {trouble}"


def test_a_mistake_is_told_of_the_file_that_it_stands_in(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[repair]\ncosts = {flow = 0}\n")
    with pytest.raises(UsageError) as told:
        said(tmp_path, 'extend = "base.toml"\n[repair]\ncosts = {flow = 7}\n')
    assert str(told.value).startswith(f"{tmp_path / 'base.toml'}: `repair.costs.flow` cannot be `0`")
