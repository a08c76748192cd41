"""What rules find, in one version and in comparing two, for programs."""

from collections.abc import Iterable

from sharecheck import engine
from sharecheck.api.source import SomeSettings, Source, opened, resolver_of, understood
from sharecheck.engine import Result
from sharecheck.workspace import Versions


def check(
    source: Source,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    *,
    each: bool = False,
    since: Source | None = None,
    settings: SomeSettings = None,
) -> Result:
    """What all rules find, or those selected by id, family or name.

    With `each`, only the rules that look at each file by itself. With `since`, which is what stood there before, also
    the rules that compare two versions. A file that cannot be read is among the findings, and so is a bug in a rule
    (`bugs`): neither is an error here. `UsageError` comes when a word names no rule, and when no rule is left.
    """
    workspace = opened(source, settings, among=each)
    before = None if since is None else opened(since, settings)
    return engine.check(workspace, select, ignore, each, resolver_of(workspace, settings), before)


def compare(
    before: Source,
    after: Source,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    *,
    settings: SomeSettings = None,
) -> Result:
    """What the rules that compare two versions (`WKR`) find in the later one."""
    versions = Versions(understood(before, settings), understood(after, settings))
    return engine.compare(versions, select, ignore, resolver_of(versions.after, settings))
