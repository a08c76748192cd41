"""The two locks hold all that is needed, within the bounds, each release with its digests; `make lock` writes them.

Nothing is asked of a network: what a release needs itself is read from the releases that are installed here.
"""

import re
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tools.lock import Lock, locks

ENTRY = re.compile(r"(?P<pin>\S+==\S+(?: ; [^\\\n]+?)?)(?P<digests>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.0")
PLATFORMS = (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))

both = pytest.mark.parametrize("lock", locks(), ids=lambda lock: lock.path.name)


def environment(python: str, platform: tuple[str, str]) -> dict[str, str]:
    return {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": platform[0],
        "platform_system": platform[1],
        "extra": "",
    }


ENVIRONMENTS = [environment(python, platform) for python in PYTHONS for platform in PLATFORMS]


def text(lock: Lock) -> str:
    return lock.path.read_text(encoding="utf-8")


def releases(lock: Lock, where: dict[str, str]) -> dict[str, list[Version]]:
    """The releases of each name that the lock installs on a machine."""
    found: dict[str, list[Version]] = {}
    for entry in ENTRY.finditer(text(lock)):
        pin = Requirement(entry["pin"])
        if pin.marker is None or pin.marker.evaluate(where):
            (version,) = pin.specifier
            found.setdefault(canonicalize_name(pin.name), []).append(Version(version.version))
    return found


@both
def test_a_lock_is_made_from_the_requirements_of_today(lock: Lock) -> None:
    assert lock.source in text(lock).splitlines(), "run `make lock`"


@both
def test_a_lock_has_nothing_but_releases_with_their_digests(lock: Lock) -> None:
    left = ENTRY.sub("", text(lock)).splitlines()
    assert left == ["# Written by `make lock`, for Python 3.11 and later.", lock.source]


@both
@pytest.mark.parametrize(
    "where", ENVIRONMENTS, ids=lambda where: f"{where['python_full_version']} {where['sys_platform']}"
)
def test_each_requirement_has_one_release_within_its_bounds(lock: Lock, where: dict[str, str]) -> None:
    found = releases(lock, where)
    wanted = [Requirement(line) for line in lock.requirements]
    kept = {one.name: [one.specifier.contains(version) for version in found.get(one.name, [])] for one in wanted}
    assert kept == {one.name: [True] for one in wanted}
    assert {name: len(versions) for name, versions in found.items() if len(versions) != 1} == {}


@both
def test_what_the_releases_need_themselves_is_in_the_lock(lock: Lock) -> None:
    here = {"extra": ""}
    locked = {canonicalize_name(Requirement(entry["pin"]).name) for entry in ENTRY.finditer(text(lock))}
    waiting, seen = [Requirement(line).name for line in lock.requirements], set[str]()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in seen:
            seen.add(name)
            needs = [Requirement(line) for line in _needs(name)]
            waiting += [one.name for one in needs if one.marker is None or one.marker.evaluate(here)]
    assert seen - locked == set()


def _needs(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []  # the build backend, where the package was installed in another way than by `make`


def test_the_program_and_its_tests_have_the_same_releases() -> None:
    program, tests = (set(ENTRY.findall(text(lock))) for lock in locks())
    assert program - tests == set()
