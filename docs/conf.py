"""The docs as a site: `make docs` writes it to build/docs. Warnings are errors, and a broken link is one."""

from sphinx.application import Sphinx

from sharecheck import __version__

project = "sharecheck"
author = "the sharecheck maintainers"
copyright = "2026, the sharecheck maintainers"
version = release = __version__

extensions = ["myst_parser"]
exclude_patterns = ["build"]
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]
nitpicky = True

html_theme = "furo"
html_title = f"sharecheck {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
pygments_style = "xcode"


REPOSITORY = "https://github.com/sharecheck/sharecheck/blob/main/"


def setup(app: Sphinx) -> None:
    """Pages are plain Markdown that reads well where it lies; what only the site needs is added here."""
    app.connect("source-read", _for_the_site)


def _for_the_site(app: Sphinx, name: str, source: list[str]) -> None:
    """The pages of the rules stand below their list; what lies beside the docs is linked where it lies."""
    if name == "rules/README":
        source[0] += "\n```{toctree}\n:hidden:\n:glob:\n\n[A-Z][A-Z][A-Z][0-9][0-9]\n```\n"
    if "/" not in name:
        source[0] = source[0].replace("](../", f"]({REPOSITORY}")
