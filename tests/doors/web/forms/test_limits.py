"""A field says the limit that it is held against."""

import pytest

from outturn.core import limits
from outturn.core.commentary import Note, NoteKind
from outturn.web.commentary.form import CommentaryForm
from outturn.web.load.forms import UploadForm

COMMENTARY = CommentaryForm(Note("a", NoteKind.RISK, "f", "s", ("x",), "", "", version=0), [])
UPLOAD = UploadForm(layouts=[])


@pytest.mark.parametrize(
    ("form", "field", "limit"),
    [
        (COMMENTARY, "title", limits.TITLE),
        (COMMENTARY, "text", limits.TEXT),
        (UPLOAD, "note", limits.NOTE),
        (UPLOAD, "files", limits.FILE_NAME),
    ],
)
def test_a_field_says_its_limit(form, field, limit):
    assert f"p to {limit.characters:,} characters" in form.fields[field].help_text


def test_files_say_how_many_and_how_large(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 7, 3 * 2**20
    assert "up to 7 files and 3 MB at once" in UploadForm(layouts=[]).fields["files"].help_text
