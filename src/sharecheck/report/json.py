"""One JSON object, with its own JSON Schema in `schemas/`."""

import json
from typing import Any

from sharecheck import __version__
from sharecheck.document import Place
from sharecheck.engine import Diagnostic, Result
from sharecheck.network import Coverage, Outcome
from sharecheck.report.style import Style, safe
from sharecheck.rule import Severity
from sharecheck.workspace import Area

SCHEMA_VERSION = 1


def render(result: Result, style: Style) -> str:
    """The result as JSON, the same for the same input."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "sharecheck", "version": __version__},
        "summary": {
            "as_of": str(result.workspace.as_of),
            "files": sum(document.kind is not None for document in result.workspace.documents),
            **{f"{severity}s": result.count(severity) for severity in (Severity.ERROR, Severity.WARNING)},
            "information": result.count(Severity.INFORMATION),
            "coverage": _coverage(result.coverage),
        },
        "areas": [_area(area) for area in result.workspace.areas],
        "diagnostics": [_diagnostic(one, style) for one in result.diagnostics],
        "bugs": [{"rule": bug.rule, "error": safe(bug.error)} for bug in result.bugs],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "needs": coverage.needs,
        "kept": coverage.kept,
        "lost": coverage.lost,
        "not_recorded": coverage.not_recorded,
        "unknown": coverage.unknown,
        "share": None if coverage.share is None else round(coverage.share, 4),
        "weighted": None if coverage.weighted is None else round(coverage.weighted, 4),
    }


def _area(area: Area) -> dict[str, Any]:
    return {
        "id": area.id,
        "complete": area.complete,
        "coverage": _coverage(area.coverage),
        "needs": [_need(outcome) for outcome in area.outcomes],
        "not_examined": [transition.id for transition in area.unserved],
    }


def _need(outcome: Outcome) -> dict[str, Any]:
    need = outcome.need
    return {
        "transition": need.transition,
        "party": need.fact.party,
        "item": need.fact.item,
        "weight": need.weight,
        "kind": "unknown" if outcome.unknown else outcome.kind,
        "late_by_hours": outcome.late_by,
    }


def _diagnostic(one: Diagnostic, style: Style) -> dict[str, Any]:
    finding = one.finding
    return {
        "rule": one.rule.id,
        "name": one.rule.name,
        "severity": str(one.severity),
        "message": safe(finding.message),
        "consequence": finding.consequence and safe(finding.consequence),
        "help": finding.help and safe(finding.help),
        "path": style.path(one.path),
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "route": [safe(step) if isinstance(step, str) else step for step in finding.place.route],
        "way": [safe(step) for step in finding.way],
        "also": [
            {"path": style.path(place.document.path), "line": place.span.line, "text": safe(text)}
            for place, text in finding.also
            if isinstance(place, Place)
        ],
        "sources": list(one.rule.sources),
        "fingerprint": one.fingerprint,
    }
