"""The ways of one item as a picture: parties as lanes, time from left to right, a panel for each outcome."""

from sharecheck.planning.trace import Trace
from sharecheck.report import svg
from sharecheck.report.panel import WIDTH, Panel
from sharecheck.report.style import Style
from sharecheck.report.trace import MAX_WAYS, left_out, plain_holder, render_outcome, shown


def pictures(found: tuple[Trace, ...], _: Style) -> str:
    """The ways of one item to one service, below one another; a picture is the same in every style."""
    shapes: list[str] = []
    height = 0.0
    for area, outcome in shown(found):
        panel = Panel(area, outcome)
        if shapes:
            shapes.append(svg.line(24, height, WIDTH - 24, height, "edge"))
        shapes += [f'<g transform="translate(0 {height:g})">', *panel.shapes(), "</g>"]
        height += panel.height
    fact = found[0][1].need.fact
    caption = " ".join(
        line.strip() for area, outcome in shown(found) for line in render_outcome(area, outcome, Style(), places=False)
    )
    if len(found) > MAX_WAYS:
        shapes.append(svg.text(24, height + 28, left_out(found).replace("`", ""), "quiet"))
        height += 48
    return svg.document(WIDTH, height, f"How {fact.item} reaches {plain_holder(fact)}", caption, shapes)
