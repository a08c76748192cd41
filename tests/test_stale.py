"""What of the registers is to be looked up again, and who names it."""

from datetime import date

from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.rules import rulebook
from sharecheck.standards import law, sources
from sharecheck.standards.stale import remembered, stale
from tests.rules.examples import TODAY

LAST_READ = date(2026, 12, 1)
"""The last day on which somebody looked an entry up."""


def printed(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["rules", "--stale", *arguments])
    return result.exit_code, result.stdout


def test_what_was_never_looked_up_is_stale_from_the_first_day() -> None:
    never = {one.id for one in (*law().values(), *sources().values()) if one.checked is None}
    assert {one.id for one in stale(TODAY)} == never


def test_what_was_looked_up_a_year_ago_is_stale_on_the_day_after_and_the_oldest_comes_first() -> None:
    everything = len(law()) + len(sources())
    assert len(stale(date(2027, 11, 22))) < everything
    late = stale(date(2028, 11, 24))
    assert len(late) == everything
    assert [one.checked or date.min for one in late] == sorted(one.checked or date.min for one in late)


def test_nothing_was_looked_up_that_nobody_opened_and_nothing_on_a_day_to_come() -> None:
    assert [one.id for one in sources().values() if one.opened == "no" and one.checked] == []
    assert [one.id for one in (*law().values(), *sources().values()) if one.checked and one.checked > LAST_READ] == []


def test_each_stale_entry_is_shown_with_where_to_look_and_who_names_it() -> None:
    status, text = printed("--as-of", "2028-11-24")
    assert status == 0
    assert text.startswith(f"{len(law()) + len(sources())} of {len(law())} provisions and {len(sources())} sources ")
    entry = text[text.index("\ncfa-23  ") :].split("\n\n")[0].strip().split("\n")
    assert entry[0] == f"cfa-23  looked up on {law()['cfa-23'].checked}"
    assert "LAW08" in entry[2]
    assert "the pathway of England" in " ".join(line.strip() for line in entry)
    assert entry[-1].strip() == law()["cfa-23"].source.strip()
    assert max(len(line) for line in text.split("\n") if "http" not in line) <= 80


def test_days_from_memory_are_told_apart() -> None:
    status, text = printed("--as-of", str(TODAY))
    assert status == 0
    assert "wsp  national procedures: from 2019-11" in text
    assert [one.id for one in remembered() if one.id not in text] == []


def test_the_list_of_rules_is_not_changed_by_it() -> None:
    assert "`--stale`" not in CliRunner().invoke(cli, ["rules"]).stdout
    assert all(rule.id in CliRunner().invoke(cli, ["rules"]).stdout for rule in rulebook())
