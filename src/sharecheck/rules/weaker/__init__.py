"""`WKR`: what a version promises less than the one before. Facts about two texts: the lesser one can be honest.

Pages of this family that speak of needs do so in a small area, in which a midwife writes down how a birth went, and
the health visitor needs to know it by the new birth visit:

```yaml setting
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
---
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: important}]
```
"""
