"""`GOV`: governance.

The pages of this family speak of a small area whose protocols are all here:

```yaml setting
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties:
  - id: maternity
    service: midwifery
    controller: controller
    contacts: {data-protection-officer: dpo@maternity.example}
  - id: health-visiting
    service: health-visiting
    controller: controller
    contacts: {information-governance: ig@health-visiting.example}
```
"""
