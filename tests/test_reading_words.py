"""What is told of a value that does not fit: the fact, and what to type instead."""

import re

import pytest

from tests.test_reading import HEAD, told

A_NAME = " (a name has lower-case letters from a to z, digits and hyphens)"
FLOW = "sharecheck: protocol/1\nid: x\nflows:\n  - {id: one, from: a, to: b, "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: 1.10", '4:10 wrong-shape: `version` is a number; put it in quotes: `"1.10"`'),
        ("version: true", '4:10 wrong-shape: `version` is `true`; put it in quotes: `"true"`'),
        ("version: [1]", "4:1 wrong-shape: `version` is a list; write text"),
        ("version: ''", "4:10 wrong-shape: `version` is empty; fill it in, or remove it"),
        (
            f"version: {'x' * 4001}",
            "4:10 wrong-shape: `version` is 4,001 characters long; 4,000 are the most that it can have",
        ),
        (f"version: {'1' * 5000}", None),
        ("version:", "4:1 wrong-shape: `version` has no value; remove the key, or fill it in with text"),
        ("status: inforce", "4:9 wrong-shape: `status` cannot be `inforce`; did you mean `in-force`?"),
        ("status: 3", "4:9 wrong-shape: `status` is a number; write `draft`, `in-force` or `withdrawn`"),
        ("status: xyz", "4:9 wrong-shape: `status` cannot be `xyz`; write `draft`, `in-force` or `withdrawn`"),
        (
            "review: 31/3/2027",
            "4:9 wrong-shape: `review` is `31/3/2027`, which is not a date; did you mean `2027-03-31`?",
        ),
        (
            "review: 2027-03-31T00:00",
            "4:9 wrong-shape: `review` is `2027-03-31T00:00`, which is not a date; did you mean `2027-03-31`?",
        ),
        (
            "review: next year",
            "4:9 wrong-shape: `review` is `next year`, which is not a date; write a date such as `2027-03-31`",
        ),
        ("review: 2027", "4:9 wrong-shape: `review` is a number; write a date such as `2027-03-31`"),
        (
            "review: 2027-02-29",
            "4:9 wrong-shape: `review` is `2027-02-29`, which is not a day of the calendar; look at the calendar",
        ),
        (
            "area: North Shire",
            f"4:7 wrong-shape: `area` is `North Shire`, which is not a name; did you mean `north-shire`?{A_NAME}",
        ),
        ("area: 12", '4:7 wrong-shape: `area` is a number; put it in quotes: `"12"`'),
        ("tilte: x", "4:1 unknown-key: `tilte` is not a key; did you mean `title`?"),
        ("dpia: {reference: x}", "4:1 unknown-key: `dpia` is not a key; it belongs into `governance`"),
        (
            "governance: {dpia: {date: 2026-01-01}}",
            "4:21 unknown-key: `date` is not a key of `dpia`; the keys are `reference`, `completed` or `reviewed`",
        ),
        ("owner: {rôle: x}", "4:9 unknown-key: `rôle` is not a key of `owner`; did you mean `role`?"),
        (
            "owner: {zzz: x}",
            "4:9 unknown-key: `zzz` is not a key of `owner`; the keys are `party`, `role` or `contact`",
        ),
        (
            "owner: council",
            "4:8 wrong-shape: `owner` is the text `council`; write a block of keys such as `{party: …}`",
        ),
        ("parties: {id: x}", "4:1 wrong-shape: `parties` is a block of keys; write a list"),
        (
            "governance: {review-triggers: a law}",
            "4:31 wrong-shape: `review-triggers` is the text `a law`, not a list; put it in brackets: `[a law]`",
        ),
        (
            "basis: {schedule-1: paragraph 2}",
            "4:21 wrong-shape: `schedule-1` is `paragraph 2`, which is not a paragraph; did you mean `paragraph-2`?",
        ),
        (
            "basis: {article-10: 'yes'}",
            "4:21 wrong-shape: `article-10` is the text `yes`; did you mean `true`?",
        ),
        (
            "encoded-from: {title: x}",
            "4:1 missing-key: `encoded-from` has no `read`; "
            "add `read`: how much of it was read; of an `opening` nobody may say that it lacks something",
        ),
    ],
)
def test_a_protocol(text: str, said: str | None) -> None:
    if said is None:
        assert len(told(f"{HEAD}{text}\n")) == 1
    else:
        assert told(f"{HEAD}{text}\n") == [said]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("within: 5 days}", "`within` is `5 days`, which is not a duration; did you mean `P5D`?"),
        ("within: P36H}", "`within` is `P36H`, which is not a duration; did you mean `PT36H`?"),
        ("within: 2 months}", "`within` is `2 months`, which is not a duration; did you mean `P2M`?"),
        ("within: 30 mins}", "`within` is `30 mins`, which is not a duration; did you mean `PT30M`?"),
        ("within: {working_days: 5}}", "`working_days` is not a key of `within`; did you mean `working-days`?"),
        ("within: {working-days: 5.0}}", "`working-days` is a number; write a whole number"),
        ("within: {working-days: 05}}", "`working-days` is the text `05`; write the number alone: `5`"),
        ("within: {working-days: -1}}", "`working-days` cannot be less than 0; None"),
        ("within: {working-days: 367}}", "`working-days` cannot be more than 366; None"),
        ("items: [identity, {itme: smoking}]}", "`itme` is not a key of entry 2 of `items`; did you mean `item`?"),
        ("items: [identity, ]}", None),
        ("items: [identity, ~]}", "entry 2 of `items` is empty; fill it in, or remove it"),
        ("items: [{form: coded}]}", "entry 1 of `items` has no `item`; add `item`: the item, from the catalogue"),
        ("items: identity}", "`items` is the text `identity`, not a list; put it in brackets: `[identity]`"),
        (
            "matched-by: [[a, B]]}",
            f"entry 2 of entry 1 of `matched-by` is `B`, which is not a name; did you mean `b`?{A_NAME}",
        ),
        ("when: {on: chnage}}", "`on` cannot be `chnage`; did you mean `change`?"),
        (
            "when: [{every: monthly}]}",
            "`every` is `monthly`, which is not a duration; write a duration such as `P5D` (5 days), "
            "`P2W` (2 weeks), `P1M` (a month) or `PT36H` (36 hours)",
        ),
    ],
)
def test_a_flow(rest: str, said: str | None) -> None:
    lines = [re.sub(r"^[0-9:]+ [a-z-]+: ", "", line) for line in told(f"{FLOW}{rest}\n")]
    assert lines == ([] if said is None else [said])


def test_a_key_that_is_missing_is_told_at_what_lacks_it() -> None:
    assert told("sharecheck: area/1\nid: x\nprotocols: complete\nparties:\n  - id: a\n") == [
        "2:5 missing-key: the file has no `nation`; add `nation`: the nation it lies in",
        "5:9 missing-key: entry 1 of `parties` has no `service`; "
        "add `service`: what it does, from the catalogue; several where one team does them together",
    ]


def test_no_message_speaks_of_types_or_calls_anything_invalid() -> None:
    text = "sharecheck: protocol/1\nid: [1]\nflows: {a: 1}\nowner: 3\nbasis: x\nversion: {}\nreview: true\nx: 1\n"
    words = re.sub("`[^`]*`", "", " ".join(told(text))).lower()
    assert not re.search(r"\b(invalid|str|string|int|integer|dict|none|null|bool|boolean|object|type|schema)\b", words)
