"""`FUN`: funding and capacity.

The pages of this family speak of an area in which two posts are paid for by money that ends:

```yaml setting
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: health-visiting, service: health-visiting}
  - {id: nursery, service: early-years-setting}
  - {id: family-hub, service: family-hub}
funding:
  - {id: pilot, until: 2027-03-31}
  - {id: core, until: 2029-03-31}
```
"""
