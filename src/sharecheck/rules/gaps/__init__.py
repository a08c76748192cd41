"""`GAP`: knowledge lost at a transition.

What a gap rests on is the source of the need: the pathway names it for each transition and item, with how far it was
read. The source of the rules of this family, on transfers of women after birth, only shows that passing on what matters
is asked for somewhere; it speaks of no other handover.

The pages of this family speak of a small area, in which a midwife writes down how a birth went, and the health visitor
needs to know it by the new birth visit:

```yaml setting
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
  - {id: gps, service: general-practice}
---
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: transfer-home, title: Transfer home, window: {age: {from: P0D, to: P5D}}}
  - {id: midwife-discharge, title: Discharge from midwifery, window: {age: {from: P8D, to: P10D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details, nhs-number]}
  - {service: midwifery, event: midwife-discharge, items: [feeding-status]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs:
      - {item: birth-details, form: free-text, weight: critical}
```
"""
