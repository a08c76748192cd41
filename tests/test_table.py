"""The table of an area: rows that a reader can tell apart, in 80 columns."""

from sharecheck.report.style import Style
from sharecheck.report.table import table
from tests.rules.examples import workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: northshire-health-visiting-north, service: health-visiting}
  - {id: northshire-health-visiting-south, service: health-visiting}
"""
PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events: [{id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}]
transitions:
"""
TRANSITION = """\
  - {id: %s, title: "%s", to: health-visiting, at: visit, needs: [{item: growth, weight: useful}]}
"""
LONG = "What the health visitor has in hand when she comes to "


def rows(*titles: str) -> list[str]:
    """The rows of the table, then those of the picture."""
    transitions = "".join(TRANSITION % (f"t-{number}", title) for number, title in enumerate(titles, 1))
    (area,) = workspace(AREA, PATHWAY + transitions).areas
    lines = table(area, Style()).splitlines()
    assert max(map(len, lines)) <= 80
    return [line.rstrip() for line in lines if line.startswith(("  W", "  Visit"))]


def test_long_titles_that_begin_alike_are_told_apart_by_their_ends() -> None:
    found = rows(f"{LONG}a first child", f"{LONG}a second child")
    assert found == [
        "  What the health visito… comes to a first child northsh…ng-north     0/1",
        "  What the health visito… comes to a first child northsh…ng-south     0/1",
        "  What the health visito…comes to a second child northsh…ng-north     0/1",
        "  What the health visito…comes to a second child northsh…ng-south     0/1",
        "  What the h…irst child (north…-north) R",
        "  What the h…irst child (north…-south) R",
        "  What the h…cond child (north…-north) R",
        "  What the h…cond child (north…-south) R",
    ]


def test_equal_titles_are_told_apart_by_their_ids() -> None:
    assert [line.split("  ")[1] for line in rows("Visit", "Visit")][::2][:2] == ["Visit (t-1)", "Visit (t-2)"]


def test_the_head_of_the_table_stands_only_over_rows() -> None:
    (area,) = workspace(AREA.replace("complete", "partial"), PATHWAY + TRANSITION % ("one", "Visit")).areas
    assert "recipient" not in table(area, Style())
    assert "recipient" in table(area, Style(details=True))


def test_what_is_not_known_is_not_known_for_the_reason_that_there_is() -> None:
    (whole,) = workspace(AREA.replace("complete", "partial"), PATHWAY + TRANSITION % ("one", "Visit")).areas
    (broken,) = workspace(AREA, PATHWAY + TRANSITION % ("one", "Visit"), "sharecheck: catalogue/1\n").areas
    assert [line for area in (whole, broken) for line in table(area, Style()).splitlines() if "not known" in line] == [
        "  2 needs are not known: not all protocols are here",
        "  2 needs are not known: a file could not be understood",
    ]
