"""A small town in which one thing goes wrong at a time."""

from pathlib import Path

from sharecheck.workspace import Workspace

AREA = """\
sharecheck: area/1
id: town
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  # the team of the north
  - {id: visitors, service: health-visiting}
  - {id: gps, service: general-practice}
funding:
  - {id: grant, until: 2026-03-31}  # ended
"""

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: booking, title: Booking, window: {gestation: {from: P8W, to: P10W}}}
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}
  - {id: review, title: Review, window: {age: {from: P6W, to: P8W}}}
records:
  - {service: midwifery, event: booking, items: [nhs-number]}
  - {service: midwifery, event: birth, items: [birth-details]}
transitions:
  - id: handover
    title: Handover
    from: midwifery
    to: health-visiting
    at: visit
    needs: [{item: %s, weight: critical, form: %s}]
"""

HEAD = "sharecheck: protocol/1\nid: letters\n"
FLOW = """\
flows:
  - id: summary  # the letter
    from: maternity
    to: visitors
    when: {event: birth}
    within: P2D
    channel: secure-email
    items: [birth-details]
"""


def town(folder: Path, protocol: str, item: str = "birth-details", form: str = "free-text") -> Workspace:
    """The town with one protocol, in which the visitors need one item."""
    folder.mkdir(exist_ok=True)
    (folder / "area.yaml").write_text(AREA)
    (folder / "pathway.yaml").write_text(PATHWAY % (item, form))
    (folder / "letters.yaml").write_text(protocol)
    return Workspace.open(folder)


def flow(old: str = "", new: str = "") -> str:
    """The protocol with something changed."""
    assert old in FLOW
    return HEAD + FLOW.replace(old, new)
