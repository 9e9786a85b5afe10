"""Loads the templates once and fills them. All escaping is the template engine's."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from outturn.core.report.document import Document
from outturn.render import arrange, look
from outturn.render.html import drawings, shown
from outturn.render.manners import manner_of

HERE = Path(__file__).parent


@cache
def template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.globals.update(
        chart=drawings.chart, icon=drawings.icon, shape=drawings.shape, sparkline=drawings.sparkline, css=style(),
        arrange=arrange, look=look, manner=manner_of, shown=shown,
    )  # fmt: skip
    return environment.get_template("report.jinja")


def style() -> Markup:
    return Markup((HERE / "style.css").read_text(encoding="utf-8"))


def html(document: Document) -> bytes:
    """The whole report as one file, UTF-8."""
    return (
        template()
        .render(
            document=document,
            anchors=arrange.anchors(document),
            ids=shown.Ids(),
            contents=arrange.by_section(document.pages),
        )
        .encode()
    )
