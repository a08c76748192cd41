"""The few shapes that pictures are drawn with, as SVG: one file, no script, no network, readable in light and dark."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from sharecheck.report.style import safe

_LIGHT = {
    "paper": "#ffffff",
    "edge": "#d8dee6",
    "ink": "#16202c",
    "quiet": "#5b6877",
    "lane": "#d5dce4",
    "window": "#b9c4d0",
    "held": "#0d7d72",
    "unsure": "#a85a00",
    "lost": "#c02435",
}
_DARK = {
    "paper": "#10161e",
    "edge": "#2b3642",
    "ink": "#e6ebf1",
    "quiet": "#9aa8b7",
    "lane": "#33404d",
    "window": "#4d5c6c",
    "held": "#3ecdbc",
    "unsure": "#f2a950",
    "lost": "#ff7a85",
}
"""Each colour has a contrast of at least 4.5 to 1 on its paper where it writes words."""

_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"


def _colours(colours: dict[str, str]) -> str:
    return "".join(
        f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}.t-{name}{{fill:{colour}}}"
        for name, colour in colours.items()
    )


_STYLE = (
    f"text{{{_FONT};font-size:12px;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}}"
    f".b{{font-weight:600}}.l{{font-size:17px;font-weight:600}}.n{{fill:none}}.w{{stroke:none}}"
    f"text{{stroke:{_LIGHT['paper']}}}{_colours(_LIGHT)}"
    f"@media (prefers-color-scheme:dark){{text{{stroke:{_DARK['paper']}}}{_colours(_DARK)}}}"
)


def _words(text: str) -> str:
    """Untrusted text as it may stand in a picture; two number signs are no command for who runs a pipeline."""
    return escape(safe(text), {'"': "&quot;", "##": "&#35;#"})


def text(x: float, y: float, words: str, colour: str = "ink", anchor: str = "start", kind: str = "") -> str:
    """A line of words, with a rim of paper around it; `kind` is `b` for bold, `l` for large."""
    classes = f"t-{colour} {kind}".strip()
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{classes}" text-anchor="{anchor}">{_words(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "") -> str:
    """A straight line; `dash` as of SVG."""
    return path(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", colour, width, dash)


def path(data: str, colour: str, width: float = 1, dash: str = "") -> str:
    """A line of any form."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{data}" class="n s-{colour}" stroke-width="{width:g}" stroke-linecap="round"{dashes}/>'


def arrow(x1: float, y1: float, x2: float, y2: float, colour: str, dash: str = "") -> str:
    """An arrow downwards that leaves and comes in straight."""
    bend = (y2 - y1) * 0.6
    curve = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {y1 + bend:.1f} {x2:.1f} {y2 - bend:.1f} {x2:.1f} {y2:.1f}"
    return path(curve, colour, 3, dash) + path(f"M{x2 - 5:.1f} {y2 - 7:.1f}l5 7l5 -7", colour, 3)


def bar(x: float, y: float, width: float, height: float, colour: str, opacity: float = 1, radius: float = 3) -> str:
    """A filled rectangle with round corners."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="{radius:g}" '
        f'class="f-{colour}" opacity="{opacity:g}"/>'
    )


def dot(x: float, y: float, radius: float, fill: str, rim: str) -> str:
    """A round mark."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" class="f-{fill} s-{rim}" stroke-width="2.5"/>'


def cross(x: float, y: float, colour: str = "lost") -> str:
    """A cross in a circle: here it breaks."""
    arm = 3.6
    return dot(x, y, 9, "paper", colour) + path(
        f"M{x - arm:.1f} {y - arm:.1f}l{2 * arm} {2 * arm}m0 {-2 * arm}l{-2 * arm} {2 * arm}", colour, 2.2
    )


def tick(x: float, y: float, colour: str = "held") -> str:
    """A tick in a circle: it is there."""
    return dot(x, y, 9, "paper", colour) + path(f"M{x - 4:.1f} {y + 0.4:.1f}l2.9 3.1l5.2 -6.4", colour, 2.2)


def doubt(x: float, y: float, colour: str) -> str:
    """A question mark in a circle: it may be there, or not."""
    return dot(x, y, 9, "paper", colour) + text(x, y + 4.5, "?", colour, "middle", "b w")


def document(width: float, height: float, title: str, description: str, shapes: Iterable[str]) -> str:
    """A whole picture, with its title and what it shows in words for who cannot see it."""
    frame = f'x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="8"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-label="{_words(title)}" aria-describedby="words">',
        f"<title>{_words(title)}</title>",
        f'<desc id="words">{_words(description)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect {frame} class="f-paper s-edge"/>',
        *shapes,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
