"""`LAW`: lawful basis.

The pages of this family speak of a small area on the border of England and Wales:

```yaml setting
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust, public-authority: true}
  - {id: health-visiting, service: health-visiting, kind: nhs-foundation-trust, public-authority: true}
  - {id: council, service: family-hub, kind: local-authority, public-authority: true}
  - {id: nursery, service: early-years-setting, kind: registered-childcare-provider, public-authority: false}
  - {id: welsh-health-board, service: health-visiting, kind: local-health-board, nation: wales, public-authority: true}
```

No rule of this family says that something is lawful, or that it is not. They say what is not stated, what does not fit
together, and where to read it.
"""
