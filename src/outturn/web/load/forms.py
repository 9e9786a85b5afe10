"""The form that brings in files."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from outturn.core import limits
from outturn.web.forms.fields import Files, Line, OneChoice
from outturn.web.forms.form import Form

FOUND = ("", "Find it by the headings")


class UploadForm(Form):
    """What is in the files is read once they are there and not too large."""

    refused = "Nothing was recorded"

    layout = OneChoice("Layout", (), "Choose one of the layouts, or have it found by the headings.", blank=True)
    note = Line(
        limits.NOTE,
        "Note (optional)",
        "Shown beside the release, such as: October position, corrected. {limit}",
    )

    def __init__(self, *posted: Any, layouts: Sequence[tuple[str, str]]) -> None:
        super().__init__(*posted)
        self.fields = {"files": files_field(), **self.fields}
        self.fields["layout"].choices = [FOUND, *layouts]  # type: ignore[attr-defined]


def files_field() -> Files:
    """Made for each form, for its limit is a setting; `files` is also what Django calls all that was sent."""
    return Files(
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
        "Files",
        f"CSV, XLSX or ODS, up to {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files and {{most}} at once; "
        f"file names up to {limits.FILE_NAME.characters} characters",
        "Choose at least one file.",
        "The files are larger than {most} together. Bring them in one by one, or leave out what is not needed.",
    )
