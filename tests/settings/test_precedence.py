"""Which rules are asked: each row of the table in `docs/settings.md` is tried."""

import re
from pathlib import Path

import pytest

from sharecheck.settings import Layer
from sharecheck.settings.precedence import chosen, weights
from tests.settings.files import PROTOCOL, found, run, tree

BROKEN = f"""{PROTOCOL.format(name="p")}\
  - {{id: b, from: maternity, to: health-visitors, when: {{on: change}}, within: P0D, channel: fax, items: [growth]}}
"""
PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def table(last: str = "not asked") -> list[list[str]]:
    """The cells of the rows below the heading that names the sources, of the table with this last column."""
    text = PAGE.read_text(encoding="utf-8")
    rows = re.search(rf"^\| settings \| environment .*\| {last} \|\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert rows
    return [[cell.strip() for cell in row.strip("|\n").split("|")] for row in rows[1].splitlines()]


@pytest.mark.parametrize("row", table(), ids=lambda row: " · ".join(filter(None, row[:3])) or "nothing")
def test_the_rules_asked_are_those_of_the_table(
    row: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, environment, line, asked, not_asked = (cell.replace("`", "") for cell in row)
    tree(tmp_path, {"p.yaml": BROKEN, "sharecheck.toml": settings.replace("; ", "\n")})
    monkeypatch.chdir(tmp_path)
    for name, _, value in [environment.partition("=")]:
        monkeypatch.setenv(f"SHARECHECK_CHECK_{name}", value)
    rules = {finding.split()[1] for finding in found("p.yaml", *line.split())}
    assert (set(asked.split()) - rules, rules & set(not_asked.split())) == (set(), set())


@pytest.mark.parametrize("row", table("baseline"), ids=lambda row: " · ".join(filter(None, row[:3])) or "nothing")
def test_the_baseline_is_that_of_the_table(row: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, environment, line, baseline = (cell.replace("`", "") for cell in row)
    tree(tmp_path, {"p.yaml": "", "sharecheck.toml": settings})
    monkeypatch.chdir(tmp_path)
    for name, _, value in [environment.partition("=")]:
        monkeypatch.setenv(f"SHARECHECK_CHECK_{name}", value)
    read = re.findall(r"the baseline \S*?(\w+\.json) cannot be read", run("check", "p.yaml", *line.split()).stderr)
    assert read == ([] if baseline == "none" else [baseline])


def test_to_name_a_baseline_and_none_is_a_mistake(tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": ""})
    done = run("check", str(tmp_path / "p.yaml"), "--no-baseline", "--baseline", "known.json")
    assert done.exit_code == 2
    assert "`--no-baseline` leaves out nothing, and does not go together with `--baseline`" in done.stderr


def test_the_protocol_of_the_table_breaks_all_rules_that_it_names(tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": BROKEN})
    named = {id for row in table() for id in re.findall(r"[A-Z]{3}\d\d", " ".join(row[3:]))}
    assert named == {"TIM01", "TIM08", "LAW01", "LAW03", "GOV01"}
    assert named <= {finding.split()[1] for finding in found(str(tmp_path))}


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (("--select", "LAW03", "--ignore", "LAW03"), ""),
        (("--ignore", "TIM"), 'select = ["TIM"]'),
        ((), 'select = ["LAW03"]\nignore = ["LAW03"]'),
        (("--select", "GAP", "--each"), ""),
    ],
)
def test_a_run_in_which_no_rule_is_asked_is_a_mistake(words: tuple[str, ...], settings: str, tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": "", "sharecheck.toml": settings})
    done = run("check", str(tmp_path / "p.yaml"), *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no rule is asked" in done.stderr


def test_the_settings_of_a_single_file_that_leave_no_rule_are_a_mistake_too(tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": "", "a/q.yaml": "", "a/sharecheck.toml": 'select = ["LAW03"]\nignore = ["LAW03"]\n'})
    done = run("check", str(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{tmp_path / 'a' / 'sharecheck.toml'} choose and ignore leaves none" in done.stderr


def test_a_variable_that_names_no_rule_is_named(tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": ""})
    done = run("check", str(tmp_path), SHARECHECK_CHECK_IGNORE="TIM99")
    assert done.exit_code == 2
    assert "`SHARECHECK_CHECK_IGNORE`: no rule is called `TIM99`" in done.stderr


def test_words_on_rules_of_the_other_kind_choose_nothing_here() -> None:
    both = Layer(select=("TIM01", "WKR01"))
    assert (chosen([both], False), chosen([both], True)) == ({"TIM01"}, {"WKR01"})
    assert chosen([Layer(select=("TIM01",))], True) == chosen([], True)


ORDERS = [
    {"GAP10": "error", "GAP": "information"},
    {"GAP": "information", "GAP10": "error"},
]


@pytest.mark.parametrize("severity", ORDERS)
def test_the_weight_of_a_rule_counts_over_that_of_its_family_in_whatever_order(severity: dict[str, str]) -> None:
    found = weights(severity)
    assert {id: str(weight) for id, weight in found.items() if id in ("GAP09", "GAP10")} == {
        "GAP09": "information",
        "GAP10": "error",
    }


@pytest.mark.parametrize("turned", [False, True])
def test_the_weight_by_id_counts_over_that_by_name(turned: bool) -> None:
    items = [("TIM01", "error"), ("flow-without-time-limit", "information")]
    assert str(weights(dict(items[::-1] if turned else items))["TIM01"]) == "error"
