"""The flows of an area by what they say and carry, so that who wants few of them need not look at all."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from sharecheck.model.base import OneOrMany, many
from sharecheck.workspace.flow import Flow

Ways: TypeAlias = tuple[OneOrMany[str], ...]
"""The ways in which a flow can be filed, each by one item or by several."""


class FlowIndex(tuple[Flow, ...]):
    """Flows, with ways of looking at some of them: each worked out on demand, each answer in the order of the flows."""

    def stating(self, *keys: str) -> Sequence[Flow]:
        """Those that state each of these keys, by the names that the model has for them."""
        wanted = frozenset(keys)
        found = [numbers for stated, numbers in self._by_keys.items() if wanted <= stated]
        return self._of(number for numbers in found for number in numbers)

    def carrying(self, items: Iterable[str]) -> Sequence[Flow]:
        """Those that carry at least one of these items."""
        return self._of({number for item in items for number in self._by_item.get(item, ())})

    def by(self, channels: Iterable[str]) -> Sequence[Flow]:
        """Those that travel by one of these channels, on their first or their second route."""
        return self._of({number for channel in channels for number in self._by_channel.get(channel, ())})

    def at(self, *events: str) -> Sequence[Flow]:
        """Those that one of these events sets off."""
        return self._of({number for event in events for number in self._by_event.get(event, ())})

    @cached_property
    def in_batches(self) -> Sequence[Flow]:
        """Those that go out every so often."""
        return [flow for flow in self if any(when.every for when in many(flow.shape.when))]

    @cached_property
    def detailed(self) -> Sequence[Flow]:
        """The flows that say more of an item than its name."""
        return [flow for flow in self if not all(isinstance(item, str) for item in flow.shape.items or ())]

    def matched(self, which: Callable[[Ways], object]) -> Sequence[Flow]:
        """The flows whose `matched-by`, empty where not stated, is such; each different `matched-by` is tried once."""
        found = [numbers for ways, numbers in self._by_ways.items() if which(ways)]
        return self._of(number for numbers in found for number in numbers)

    @cached_property
    def matches(self) -> tuple[tuple[str, ...], ...]:
        """The sets of items by which flows are matched, the most used first."""
        counted = Counter(many(items) for flow in self for items in flow.shape.matched_by or ())
        return tuple(items for items, _ in counted.most_common())

    def _of(self, numbers: Iterable[int]) -> Sequence[Flow]:
        return [self[number] for number in sorted(numbers)]

    @cached_property
    def _by_keys(self) -> dict[frozenset[str], list[int]]:
        found: dict[frozenset[str], list[int]] = {}
        for number, flow in enumerate(self):
            found.setdefault(frozenset(flow.shape.model_fields_set), []).append(number)
        return found

    @cached_property
    def _by_ways(self) -> dict[Ways, list[int]]:
        found: dict[Ways, list[int]] = {}
        for number, flow in enumerate(self):
            found.setdefault(flow.shape.matched_by or (), []).append(number)
        return found

    @cached_property
    def _by_item(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, flow in enumerate(self):
            for item in flow.carries:
                found.setdefault(item, []).append(number)
        return found

    @cached_property
    def _by_channel(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, flow in enumerate(self):
            second = flow.shape.fallback
            for channel in {flow.shape.channel, second.channel if second else None} - {None}:
                found.setdefault(channel or "", []).append(number)
        return found

    @cached_property
    def _by_event(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, flow in enumerate(self):
            for event in {when.event for when in many(flow.shape.when) if when.event}:
                found.setdefault(event, []).append(number)
        return found
