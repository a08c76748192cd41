"""What a pack asks for and the settings of who extends it do not."""

from collections.abc import Iterator, Mapping

from sharecheck.finding import NEVER, Severity, Threshold, reaches, threshold
from sharecheck.model.length import surely_longer
from sharecheck.rules import find
from sharecheck.settings.precedence import ALWAYS, chosen
from sharecheck.settings.values import Settings


def loosening(pack: Settings, local: Settings) -> Iterator[str]:
    """What a pack asks for and local settings do not, in words."""
    name, why = pack.keys.pack or "", local.keys.because or {}
    checked, now = _rules(pack), _rules(local)
    for id in sorted(checked - now):
        yield _line(name, f"{id} is not asked", id, why)
    for glob, rules in local.ignored:
        for id in sorted(rules & checked & now):
            if (glob, rules) not in pack.ignored:
                yield _line(name, f"{id} is not asked in `{glob}`", id, why)
    for id, weight in sorted(local.severity.items()):
        own = pack.severity.get(id) or find(id)[0].severity
        if weight.rank > own.rank:
            yield _line(name, f"{id} weighs only {weight}", id, why)
    if reaches_less(_fails_on(local), _fails_on(pack)):
        yield _line(name, _failing(_fails_on(local)), "fail-on", why)
    for key, what in _of_repairs(pack, local) if pack.keys.repair else ():
        yield _line(name, what, key, why)


def _of_repairs(pack: "Settings", local: "Settings") -> Iterator[tuple[str, str]]:
    """What a pack forbids to repairs and local settings do not: the key and what is said."""
    for key in sorted(pack.repair.forbid - local.repair.forbid):
        yield key, f"repairs may change `{key}`"
    if surely_longer(pack.repair.shortest, local.repair.shortest):
        yield "shortest", f"repairs may propose `{local.repair.shortest}`"


def reaches_less(local: Threshold, pack: Threshold) -> bool:
    """Whether less makes a run fail at a threshold than at another one."""
    return any(reaches(severity, pack) and not reaches(severity, local) for severity in Severity)


def _fails_on(settings: Settings) -> Threshold:
    return threshold(settings.keys.fail_on or "error")


def _failing(least: Threshold) -> str:
    return "no finding makes a run fail" if least == NEVER else f"only {least} makes a run fail"


def _rules(settings: Settings) -> frozenset[str]:
    ids = frozenset().union(*(chosen((settings.layer,), comparing) for comparing in (False, True)))
    return ids | {rule.id for rule in find(ALWAYS)}


def _line(pack: str, what: str, key: str, why: Mapping[str, str]) -> str:
    return f"the pack `{pack}` is loosened: {what}" + (
        f", because {why[key]}" if key in why else ", and nobody says why"
    )
