"""Flows that are not there yet: by which channel, and under which protocol."""

import os
from collections.abc import Iterable
from pathlib import Path

from sharecheck import model
from sharecheck.changes.fitness import trigger
from sharecheck.document import Document, Place
from sharecheck.model.base import Duration, many
from sharecheck.model.catalogue import Channel
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.model.protocol import When
from sharecheck.network import Need
from sharecheck.network.facts import RANK
from sharecheck.repairs.edits import Draft
from sharecheck.workspace import Area, Flow
from sharecheck.workspace import Protocol as PlacedProtocol


def best_channel(area: Area) -> Channel | None:
    """The channel that carries most, of those that are secure and hang on nobody; best one in use here."""
    used = {flow.shape.channel for flow in area.all_flows}
    fit = [
        channel
        for channel in area.vocabulary.channels.values()
        if channel.secure and not (channel.carried_by_parent or channel.needs_looking or channel.household_can_see)
    ]
    fit.sort(key=lambda channel: (RANK[channel.form], channel.id not in used, not channel.acknowledged))
    return fit[0] if fit else None


def drafted(
    area: Area,
    sender: str,
    recipient: str,
    channel: Channel | None,
    limit: Duration,
    needs: Iterable[Need],
    notice: str = "",
) -> tuple[FlowShape, PlacedProtocol | None]:
    """A flow from one to the other whenever the sender learns of something, and the protocol that it would join.

    A `notice`, an item that stops contact, is sent at what it tells of.

    The new flow is matched by what a flow between the two that is there is matched by. Where its recipient does several
    services, it is for those that have these needs.
    """
    facts = (need.fact for need in needs)
    services = tuple(dict.fromkeys(fact.service for fact in facts if fact.party == recipient and fact.service))
    host = _host(area, sender, recipient)
    name, when = (f"{sender}-{notice}", trigger(notice, sender, area)) if notice else (sender, (When(on="change"),))
    id = _free(area, f"{name}-to-{recipient}"[:90], host)
    like = next((flow for flow in area.current_flows if leads(flow, sender, recipient)), None)
    shape = FlowShape.model_validate(
        {
            "id": id,
            "from": sender,
            "to": recipient,
            **({"to-service": services[0] if len(services) == 1 else services} if services else {}),
            "when": when[0] if len(when) == 1 else when,
            "within": str(limit),
            **({"channel": channel.id} if channel else {}),
            **({"matched-by": like.shape.matched_by} if like and like.shape.matched_by else {}),
        }
    )
    return shape, host


def _free(area: Area, name: str, host: PlacedProtocol | None) -> str:
    """A name that no flow has, and where it names a protocol, none of these and no file, withdrawn ones included."""
    taken = {flow.id for flow in area.all_flows} | (
        {protocol.id for protocol in area.protocols} if host is None else set()
    )
    names = (name, *(f"{name}-{number}" for number in range(2, 999)))
    return next(name for name in names if name not in taken and (host or not os.path.lexists(_path(area, name))))


def _path(area: Area, id: str) -> Path:
    """The file in which a new protocol would stand."""
    return beside(area).path.parent / f"{id}.yaml"


def draft(area: Area, shape: FlowShape, host: PlacedProtocol | None) -> Draft:
    """Where a flow that is not there yet would be written."""
    return Draft(area.id, shape.id, host.document if host else None, _path(area, shape.id))


def placed(area: Area, shape: FlowShape, host: PlacedProtocol | None) -> Flow:
    """A flow that is not there yet as one that is: of its protocol, or of one that says nothing else."""
    nothing = {"sharecheck": "protocol/1", "id": shape.id, "flows": (shape,)}
    protocol = host or PlacedProtocol(beside(area), model.Protocol.model_validate(nothing), area)
    return Flow(protocol, shape, Place(protocol.document, ("flows", len(protocol.shape.flows))))


def leads(flow: Flow, sender: str, recipient: str) -> bool:
    """Whether a flow leads from one party to another."""
    return sender in many(flow.shape.from_) and recipient in many(flow.shape.to)


def beside(area: Area) -> Document:
    """The file of an area beside which a new one would stand."""
    return area.document or area.protocols[0].document


def _host(area: Area, sender: str, recipient: str) -> PlacedProtocol | None:
    """The protocol under which a new flow would be agreed: one of both parties, best one with such a flow."""
    if area.document is None:
        return area.protocols[0]
    found = [
        (not any(leads(flow, sender, recipient) for flow in protocol.personal_flows), not protocol.in_force, number)
        for number, protocol in enumerate(area.protocols)
        if not protocol.withdrawn and {sender, recipient} <= _parties(protocol)
    ]
    return area.protocols[min(found)[2]] if found else None


def _parties(protocol: PlacedProtocol) -> set[str]:
    return {id for flow in protocol.personal_flows for id in (*many(flow.shape.from_), *many(flow.shape.to))}
