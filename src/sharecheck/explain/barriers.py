"""What each barrier is called: one row a barrier."""

from typing import NamedTuple, assert_never

from sharecheck.network.facts import IF_IN_FORCE, LEVEL, Barrier, BarrierKind


class BarrierWords(NamedTuple):
    """The words for a barrier."""

    habit: str
    """What the barrier is called where many flows have it: `nobody says how soon`."""
    needed: str
    """What would have to come true, of who or what is `{who}`; of a protocol that is not in force, why it is not."""


def barrier_words(kind: BarrierKind) -> BarrierWords:
    """The words for a barrier."""
    match kind:
        case "undated":
            return BarrierWords("nobody says how soon", "it is quick (nobody says how quick)")
        case "unread":
            unread = "the part that may say how soon was not read"
            return BarrierWords(unread, "it is quick (what was read does not say how quick)")
        case "undescribed":
            carries = "`{who}` carries it (what describes that channel could not be understood)"
            return BarrierWords("what describes its channel was not understood", carries)
        case "agrees":
            return BarrierWords("it hangs on the parent's agreement", "the parent agrees")
        case "carries":
            return BarrierWords("the parent carries it", "the parent passes it on")
        case "asks":
            return BarrierWords("the recipient has to ask", "`{who}` asks for it")
        case "looks":
            return BarrierWords("the recipient has to look", "`{who}` looks for it")
        case "filled-in":
            return BarrierWords("it may be left empty", "`{who}` has filled it in")
        case "at-work":
            return BarrierWords("it hangs on one post without cover", "the {who} is at work")
        case "internal":
            inside = "one service of a party has to tell another"
            return BarrierWords(inside, "the services of `{who}` work in one record")
        case "draft":
            return BarrierWords("the protocol is a draft", "it is a draft")
        case "withdrawn":
            return BarrierWords("the protocol was withdrawn", "it was withdrawn")
        case "not-yet":
            return BarrierWords("the protocol has not begun", "it begins on {who}")
        case "expired":
            return BarrierWords("the protocol has expired", "it expired on {who}")
        case "unsigned":
            return BarrierWords("a signature is awaited", "`{who}` has not signed it")
        case "unfunded":
            return BarrierWords("its funding has ended", "the funding `{who}` has ended")
        case _:
            assert_never(kind)


def condition(barrier: Barrier) -> str:
    """What would have to come true: `the parent agrees`, `it is in force (it is a draft)`."""
    needed = not_in_force(barrier)
    return f"it is in force ({needed})" if LEVEL[barrier.kind] == IF_IN_FORCE else needed


def not_in_force(barrier: Barrier) -> str:
    """Why a flow is not in force: `it is a draft`; of another barrier, its condition."""
    if barrier.item:
        return f"`{barrier.who}` has filled in `{barrier.item}`, by which it is filed"
    return barrier_words(barrier.kind).needed.replace("{who}", barrier.who)
