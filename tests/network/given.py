"""Areas as short texts."""

from datetime import date
from typing import Any

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.model.area import Funding
from sharecheck.model.catalogue import Channel
from sharecheck.model.party import Party
from sharecheck.model.pathway import Pathway
from sharecheck.model.protocol import Protocol
from sharecheck.network import Moment, NetworkInput, timeline
from sharecheck.network.build import PARENT

TODAY = date(2026, 11, 22)


def local(text: str, as_of: date = TODAY) -> NetworkInput:
    """What a network is built from, out of one text with the keys of an area and its pathway, channels and protocols.

    Flows without a protocol make one in force; titles and the like may be left out.
    """
    given: dict[str, Any] = loads(text)
    protocols = [*given.get("protocols", ()), *([{"flows": given["flows"]}] if "flows" in given else ())]
    read = [
        Protocol.model_validate({"sharecheck": "protocol/1", "id": f"protocol-{number}", **one})
        for number, one in enumerate(protocols)
    ]
    parties = [Party.model_validate(one) for one in (*given.get("parties", ()), {"id": PARENT, "service": "family"})]
    channels = [Channel.model_validate({"title": "A way", "secure": True, **one}) for one in given.get("channels", ())]
    funding = [Funding.model_validate(one) for one in given.get("funding", ())]
    return NetworkInput(
        {party.id: party for party in parties},
        [(protocol, flow) for protocol in read for flow in protocol.flows],
        pathway(given),
        {channel.id: channel for channel in channels},
        {one.id: one.until for one in funding if one.until},
        given.get("complete", True),
        as_of,
        authoritative={item: (service,) for item, service in given.get("authoritative", {}).items()},
    )


def pathway(given: dict[str, Any]) -> Pathway:
    """The pathway of such a text."""
    return Pathway.model_validate(
        {
            "sharecheck": "pathway/1",
            "id": "small",
            "nation": "england",
            "events": [{"title": "An event", **one} for one in given.get("events", ())],
            **({"order": given["order"]} if "order" in given else {}),
            "records": given.get("records", []),
            "transitions": [{"title": "A handover", **one} for one in given.get("transitions", ())],
        }
    )


def moments(text: str) -> dict[str, Moment]:
    """The moments of events, given as one text."""
    return dict(timeline(pathway({"events": loads(text)}).events or ()))
