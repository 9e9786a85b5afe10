"""Pictures of a sheet, each with the room it takes."""

from outturn.core.report.pictures import Picture
from outturn.render.pictures import kind_of
from outturn.render.xlsx.sheet import Sheet


def write_picture(sheet: Sheet, picture: Picture) -> None:
    """The picture, or the sentence that stands in its place."""
    kind = kind_of(picture)
    if sentence := kind.say_instead(picture):
        sheet.side_text(picture.title, "bold")
        sheet.side_text(sentence, "quiet")
        sheet.side_row += 1
    else:
        sheet.side_row += kind.insert_in_sheet(sheet, picture)
