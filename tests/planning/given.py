"""A small area to plan with: what the midwife knows reaches the visitor by a flow, and what both know the nursery."""

from datetime import date

from sharecheck.workspace import Area
from tests.rules.examples import TODAY, workspace

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: visitors, service: health-visiting}
  - {id: gps, service: general-practice}
  - {id: nursery, service: early-years-setting}
funding:
  - {id: pilot, until: 2028-03-31, supports: [nursery]}
"""

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: discharge, title: Discharge, window: {age: {from: P8D, to: P10D}}}
  - {id: visit, title: Visit, window: {age: {from: P12D, to: P14D}}}
  - {id: start, title: Start, window: {age: {from: P9M, to: P12M}}}
records:
  - {service: midwifery, event: birth, items: [birth-details, nhs-number]}
  - {service: general-practice, event: discharge, items: [growth]}
  - {service: health-visiting, event: visit, items: [feeding-status]}
transitions:
  - id: handover
    code: T07
    title: Midwife to visitor
    to: health-visiting
    at: visit
    needs:
      - {item: birth-details, weight: critical, why: the first visit starts from nothing}
      - {item: nhs-number, weight: useful}
  - id: setting
    title: Into the setting
    to: early-years-setting
    at: start
    needs: [{item: feeding-status, weight: important, why: the bottle is the wrong one}]
"""

PROTOCOL = """\
sharecheck: protocol/1
id: births
flows:
  - id: summary
    from: maternity
    to: visitors
    when: {event: discharge}
    within: P1D
    channel: secure-email
    fallback: {channel: letter, within: P2D}
    relies-on: {post: Ward clerk, cover: true}
    items: [birth-details]
  - id: number
    from: maternity
    to: visitors
    when: {event: birth}
    within: P1D
    channel: system-message
    items: [nhs-number]
  - id: feeding
    from: visitors
    to: nursery
    when: {on: change}
    within: P5D
    channel: secure-email
    funded-by: pilot
    items: [feeding-status]
"""


def area(*, protocol: str = PROTOCOL, more: tuple[str, ...] = (), as_of: date = TODAY) -> Area:
    """The area, with another protocol in the place of its own, and more documents."""
    return workspace(AREA, PATHWAY, protocol, *more, as_of=as_of).areas[0]
