"""Pictures of a sheet, each with the room it takes."""

import math

from outturn.core.report.pictures import Chart, Funnel, Picture, RankStrip, Waterfall
from outturn.render.charts.picture import instead
from outturn.render.xlsx import funnel, over_time, waterfall
from outturn.render.xlsx.frame import TALL
from outturn.render.xlsx.ranks import insert_ranks
from outturn.render.xlsx.sheet import Sheet

INSERT = {Chart: over_time.insert, Funnel: funnel.insert, Waterfall: waterfall.insert}
ROW_PIXELS = 20


def write_picture(sheet: Sheet, block: Picture) -> None:
    """The picture, or the sentence that stands in its place."""
    if sentence := instead(block):
        sheet.side_text(block.title, "bold")
        sheet.side_text(sentence, "quiet")
        sheet.side_row += 1
    elif isinstance(block, RankStrip):
        write_ranks(sheet, block)
    else:
        INSERT[type(block)](sheet.book, sheet.paper, sheet.places, block, sheet.side_row, sheet.side)
        tall = waterfall.tall(block) if isinstance(block, Waterfall) else TALL
        sheet.side_row += math.ceil(tall / ROW_PIXELS) + 1


def write_ranks(sheet: Sheet, block: RankStrip) -> None:
    """Labels and ranks are written under the chart that shows them."""
    first = sheet.side_row + 6 + 2 * len(block.rows)
    sheet.paper.write_string(first - 1, sheet.side, block.title, sheet.styles.get("bold"))
    for number, (label, rank, _, text) in enumerate(block.rows, first):
        sheet.paper.write_string(number, sheet.side, label, sheet.styles.get("quiet"))
        sheet.paper.write_number(number, sheet.side + 1, rank, sheet.styles.get("quiet"))
        sheet.paper.write_string(number, sheet.side + 2, text, sheet.styles.get("quiet"))
    last = first + len(block.rows) - 1
    data = (sheet.paper.get_name(), first, last)
    insert_ranks(sheet.book, sheet.paper, block, sheet.side_row, sheet.side, data)
    sheet.side_row = last + 3
