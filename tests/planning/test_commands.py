"""`border`, `diff` and `themes` as their users meet them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sharecheck.cli.border import border
from sharecheck.cli.diff import diff
from sharecheck.cli.themes import themes
from tests.planning.test_diff import PROTOCOL
from tests.test_cli import AREA, PATHWAY

PROTOCOLS = Path(__file__).parents[2] / "protocols"
MODELS = (str(PROTOCOLS / "model-england"), str(PROTOCOLS / "model-wales"))
DAY = ("--as-of", "2026-11-22")


def run(command: object, *words: str) -> Result:
    return CliRunner().invoke(command, words, standalone_mode=False)  # type: ignore[arg-type]


def test_border_tells_both_ways_round_in_80_columns() -> None:
    done = run(border, "northshire", "ceredale", *MODELS, *DAY)
    assert done.return_value == 1
    lines = done.output.splitlines()
    assert [line for line in lines if line.endswith("what survives the move")] == [
        "northshire to ceredale: what survives the move",
        "ceredale to northshire: what survives the move",
    ]
    assert max(map(len, lines)) <= 80
    assert "  - service: flying-start: the pathway there does not know it" in lines


def test_border_of_all_pairs_agrees_with_each_pair() -> None:
    every = json.loads(run(border, "--all", *MODELS, *DAY, "--output-format", "json").output)
    one = json.loads(run(border, "northshire", "ceredale", *MODELS, *DAY, "--output-format", "json").output)
    needs = [need for need in one["borders"][0]["needs"] if need["moves"] == "whenever"]
    (pair,) = (pair for pair in every["pairs"] if pair["from"] == "northshire")
    assert (pair["needs"], pair["kept"], pair["lost_by_move"]) == (
        len(needs),
        sum(need["kind"] == "kept" for need in needs),
        sum(need["lost_by_move"] for need in needs),
    )


def test_the_table_of_pairs_fits_80_columns_and_begins_with_the_worst() -> None:
    done = run(border, "--all", str(PROTOCOLS), *DAY)
    assert max(map(len, done.output.splitlines())) <= 80
    assert "which way round it matters most" in done.output


def test_a_border_at_which_nothing_is_asked_for_is_told_in_80_columns(tmp_path: Path) -> None:
    for name in ("northshire", "southshire"):
        (tmp_path / f"{name}.yaml").write_text(AREA.replace("id: northshire", f"id: {name}"))
    (tmp_path / "pathway.yaml").write_text(PATHWAY)
    done = run(border, "northshire", "southshire", str(tmp_path), *DAY)
    assert (done.return_value, done.output.splitlines()[:4]) == (
        0,
        [
            "northshire to southshire: what survives the move",
            "  nothing is asked for: no party there does what is handed over, or no event is",
            "  a move",
            "",
        ],
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nortshire", "ceredale", *MODELS), "no area is called `nortshire` here; there is `northshire`"),
        (("northshire",), "name two areas, or compare all of them: `sharecheck border --all`"),
        (("--all", MODELS[0]), "a border has two sides, and 1 area is described here"),
    ],
)
def test_border_says_what_it_cannot_find(words: tuple[str, ...], message: str) -> None:
    assert str(run(border, *words).exception) == message


def test_diff_exits_1_when_something_is_less_and_0_when_not(tmp_path: Path) -> None:
    for name, protocol in (("old", PROTOCOL), ("new", PROTOCOL.replace("within: P2D", "within: P20D"))):
        (tmp_path / name).mkdir()
        for file, text in (("area", AREA), ("pathway", PATHWAY), ("handover", protocol)):
            (tmp_path / name / f"{file}.yaml").write_text(text)
    old, new = str(tmp_path / "old"), str(tmp_path / "new")
    less, more = run(diff, old, new), run(diff, new, old)
    assert (less.return_value, more.return_value) == (1, 0)
    assert "no longer known (2)" in less.output
    assert "birth-details, growth: up to 10 days late" in less.output
    assert "newly known (2)" in more.output
    assert run(diff, old, old).output == "`northshire`: nothing is known more or less than before\n"
    (area,) = json.loads(run(diff, old, new, "--output-format", "json").output)["areas"]
    assert [(one["item"], one["before"], one["after"]) for one in area["lost"]] == [
        ("birth-details", "kept", "late"),
        ("growth", "kept", "late"),
    ]


def test_diff_fails_by_weight_and_asks_what_is_asked_for(tmp_path: Path) -> None:
    for name, protocol in (("old", PROTOCOL), ("new", PROTOCOL.replace("within: P2D", "within: P3D"))):
        (tmp_path / name).mkdir()
        for file, text in (("area", AREA), ("pathway", PATHWAY), ("handover", protocol)):
            (tmp_path / name / f"{file}.yaml").write_text(text)
    both = str(tmp_path / "old"), str(tmp_path / "new")
    report = json.loads(run(diff, *both, "--output-format", "json").output)
    assert [(one["rule"], one["severity"], one["line"], one["also"][0]["line"]) for one in report["diagnostics"]] == [
        ("WKR10", "warning", 10, 10)
    ]
    assert run(diff, *both).return_value == 0
    assert run(diff, *both, "--fail-on", "warning").return_value == 1
    assert run(diff, *both, "--fail-on", "warning", "--ignore", "WKR10").return_value == 0
    assert run(diff, *both, "--fail-on", "warning", "--select", "longer-time-limit").return_value == 1
    (tmp_path / "new" / "sharecheck.toml").write_text('extend = "pack:strict"\n')
    assert run(diff, *both).return_value == 1


def test_themes_of_the_published_places() -> None:
    done = run(themes, str(PROTOCOLS / "published"), *DAY)
    assert "  it hangs on the parent's agreement                6 of 9      9 of 29" in done.output
    assert max(map(len, done.output.splitlines())) <= 80
    found = json.loads(run(themes, str(PROTOCOLS / "published"), *DAY, "--output-format", "json").output)
    assert [(gap["item"], gap["areas"]) for gap in found["gaps"] if len(gap["areas"]) > 1] == [
        ("transition-summary", ["leicestershire", "coventry"]),
        ("transition-summary", ["leicestershire", "coventry"]),
    ]


def test_themes_without_a_flow(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(AREA.replace("pathway: small\n", ""))
    assert str(run(themes, str(tmp_path)).exception) == "no area with a flow is here"
