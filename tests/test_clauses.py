"""The clauses of a good agreement: all are looked at by rules that exist, and nothing is claimed without a source."""

from sharecheck.model.base import many
from sharecheck.model.clause import Expected
from sharecheck.rules import rulebook
from sharecheck.standards import clauses, law, sources

CELLS = [(clause.id, cell) for clause in clauses() for cell in (clause.ico, clause.waspi, clause.nhs)]


def test_all_forty_clauses_are_looked_at_by_rules_that_exist() -> None:
    ids = {rule.id for rule in rulebook()}
    assert len({clause.id for clause in clauses()}) == len(clauses()) == 40
    assert [clause.id for clause in clauses() if not clause.rules] == []
    assert [(clause.id, rule) for clause in clauses() for rule in clause.rules if rule not in ids] == []


def test_a_rule_stands_once_at_a_clause() -> None:
    assert [clause.id for clause in clauses() if len(set(clause.rules)) < len(clause.rules)] == []


def test_each_framework_that_asks_for_a_clause_names_a_source_that_is_registered() -> None:
    known = sources().keys() | law().keys()
    assert [id for id, cell in CELLS if cell.asks != "no" and not many(cell.source)] == []
    assert [(id, key) for id, cell in CELLS for key in many(cell.source) if key not in known] == []


def test_words_are_only_told_of_what_was_read_at_least_in_part() -> None:
    assert [id for id, cell in CELLS if cell.says and cell.verified == "no"] == []


def test_nothing_is_read_further_than_its_sources() -> None:
    assert [id for id, cell in CELLS if cell.verified != "no" and cell.asks != "no" and not _opened(cell)] == []


def _opened(cell: Expected) -> bool:
    """Whether one of its sources at least was opened, in full or in part."""
    return any(
        (sources()[key].opened if key in sources() else law()[key].verified) != "no" for key in many(cell.source)
    )
