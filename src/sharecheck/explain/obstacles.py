"""What each obstacle is called: one row an obstacle."""

from typing import NamedTuple, assert_never

from sharecheck.network.facts import IF_IN_FORCE, LEVEL, Hindrance, Obstacle


class ObstacleWords(NamedTuple):
    """The words for an obstacle."""

    habit: str
    """What it is where many flows have it: `nobody says how soon`."""
    needed: str
    """What would have to come true, of who or what is `{who}`; of a protocol that is not in force, why it is not."""


def obstacle_words(obstacle: Obstacle) -> ObstacleWords:
    """The words for an obstacle."""
    match obstacle:
        case "undated":
            return ObstacleWords("nobody says how soon", "it is quick (nobody says how quick)")
        case "unread":
            unread = "the part that may say how soon was not read"
            return ObstacleWords(unread, "it is quick (what was read does not say how quick)")
        case "undescribed":
            carries = "`{who}` carries it (what describes that channel could not be understood)"
            return ObstacleWords("what describes its channel was not understood", carries)
        case "agrees":
            return ObstacleWords("it hangs on the parent's agreement", "the parent agrees")
        case "carries":
            return ObstacleWords("the parent carries it", "the parent passes it on")
        case "asks":
            return ObstacleWords("the recipient has to ask", "`{who}` asks for it")
        case "looks":
            return ObstacleWords("the recipient has to look", "`{who}` looks for it")
        case "filled-in":
            return ObstacleWords("it may be left empty", "`{who}` has filled it in")
        case "at-work":
            return ObstacleWords("it hangs on one post without cover", "the {who} is at work")
        case "draft":
            return ObstacleWords("the protocol is a draft", "it is a draft")
        case "withdrawn":
            return ObstacleWords("the protocol was withdrawn", "it was withdrawn")
        case "not-yet":
            return ObstacleWords("the protocol has not begun", "it begins on {who}")
        case "expired":
            return ObstacleWords("the protocol has expired", "it expired on {who}")
        case "unsigned":
            return ObstacleWords("a signature is awaited", "`{who}` has not signed it")
        case "unfunded":
            return ObstacleWords("its funding has ended", "the funding `{who}` has ended")
        case _:
            assert_never(obstacle)


def condition(hindrance: Hindrance) -> str:
    """What would have to come true: `the parent agrees`, `it is in force (it is a draft)`."""
    needed = not_in_force(hindrance)
    return f"it is in force ({needed})" if LEVEL[hindrance.obstacle] == IF_IN_FORCE else needed


def not_in_force(hindrance: Hindrance) -> str:
    """Why a flow is not in force: `it is a draft`; of another obstacle, its condition."""
    return obstacle_words(hindrance.obstacle).needed.replace("{who}", hindrance.who)
