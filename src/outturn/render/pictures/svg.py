"""A whole SVG: its frame, its name for screen readers and, when asked, its heading."""

from outturn.core.report.pictures import Mark, Picture
from outturn.render.charts.icon import draw_icon
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, paragraph
from outturn.render.look import CHART_FONT, INK, QUIET
from outturn.render.pictures.kinds import kind_of

HEADING = 56


def draw_svg(
    picture: Picture,
    *,
    width: int = 720,
    height: int = 360,
    interactive: bool = False,
    ids: str = "",
    heading: bool = False,
) -> str:
    """The picture as one SVG element, drawn for the width it is shown at.

    `ids` makes its ids unique where a picture stands twice on a page. `heading` draws title, subtitle and icons inside
    (for one that stands alone). Only presentation attributes are used: a strict content policy lets it pass. Pictures
    of one row for each thing (rank strips, many steps) are as tall as their rows.
    """
    kind, ids, top = kind_of(picture), ids or picture.anchor, HEADING if heading else 0
    if sentence := kind.say_instead(picture):
        inside, height = draw_sentence(sentence, top, width)
    else:
        inside, height = kind.draw_svg(picture, top, width, height, interactive)
    near = kind.find_near(picture, width) if interactive else ""
    pointer = f' data-near="{near}"' if near else ""
    head = draw_head(picture, kind.list_marks(picture), width) if heading else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" '
        f'role="{"group" if interactive else "img"}" aria-labelledby="{ids}-t" aria-describedby="{ids}-d" '
        f'font-family="{CHART_FONT}"{pointer}>'
        f'<title id="{ids}-t">{escape_text(picture.title)}</title><desc id="{ids}-d">{escape_text(picture.alt)}</desc>'
        f"{head}{inside}</svg>"
    )


def draw_head(picture: Picture, marks: tuple[Mark, ...], width: int) -> str:
    """Title, subtitle, and icons at the right."""
    room = width - 8 - 36 * len(marks)
    icons = "".join(
        draw_icon(mark, 30).replace("<svg ", f'<svg x="{px(width - 34 * (len(marks) - place))}" y="2" ', 1)
        for place, mark in enumerate(marks)
    )
    return (
        f'<text x="2" y="20" font-size="18" font-weight="bold" fill="{INK}">'
        f"{escape_text(fit_text(picture.title, 19, room))}</text>"
        f'<text x="2" y="40" font-size="13" fill="{QUIET}">{escape_text(fit_text(picture.subtitle, 13, room))}</text>'
        f"{icons}"
    )


def draw_sentence(words: str, top: int, width: int) -> tuple[str, int]:
    """What stands where nothing can be drawn: better than an empty frame."""
    lines = paragraph(words, 14, width - 4)
    texts = "".join(
        f'<text x="2" y="{top + 36 + 20 * place}" font-size="14" fill="{QUIET}">{escape_text(line)}</text>'
        for place, line in enumerate(lines)
    )
    return texts, top + 40 + 20 * len(lines)
