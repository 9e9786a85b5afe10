"""The form for a piece of commentary: what is asked, and the text that is made of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from outturn.core import limits
from outturn.core.catalogue import Catalogue
from outturn.core.commentary import HEADINGS, Note, NoteKind
from outturn.core.live import Figures, Home, problems
from outturn.web.forms.fields import Kept, Line, Number, OneChoice, Pressed, Text
from outturn.web.forms.form import Form

WORDS = {
    NoteKind.RISK: "Risk: what stands in the way",
    NoteKind.MITIGATION: "Mitigation: what is being done, by whom, by when",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
}
LIVE = "A figure can be filled in live, so that it cannot drift: {{{{ {0}.latest }}}} or .plan, .gap, .change"
Choice = tuple[str, str]  # the value, and its words


class TokenForm(Form):
    """Of a text that is new: read first, for it names the text."""

    token = forms.RegexField(r"\A[a-z0-9]{3,16}\Z", strip=False)


class CommentaryForm(Form):
    """`version` is the one that the writer saw; `token` becomes part of the name of a new text."""

    refused = "Not saved yet"

    version = Number()
    token = Kept()
    kind = OneChoice("What it is", (), "Choose what kind of text it is.", widget=forms.RadioSelect)
    area = OneChoice(
        "Area",
        (),
        "Choose one of the areas of this measure, or all of them.",
        hint="It is shown only where it belongs.",
        blank=True,
    )
    title = Line(limits.TITLE, "Title", "{limit}", missing="Give it a title of a few words.")
    text = Text(limits.TEXT, "Text", widget=forms.Textarea(attrs={"rows": 8}))
    withdraw = Pressed()

    def __init__(self, note: Note, areas: Sequence[Choice], posted: QueryDict | None = None, token: str = "") -> None:
        super().__init__(posted, initial=words_of(note) | {"token": token})
        self.note = note
        self.fields["kind"].choices = kinds(note)  # type: ignore[attr-defined]
        self.fields["area"].choices = areas  # type: ignore[attr-defined]
        live = LIVE.format(note.indicators[0] if note.indicators else "indicator")
        self.fields["text"].help_text = f"{limits.say_limit(limits.TEXT)}. {live}"
        self.asks_area = len(areas) > 2 or bool(note.area)

    @property
    def withdrawing(self) -> bool:
        return "withdraw" in self.data

    def clean_area(self) -> str:
        """Blank, where the writer may not speak for all areas, is no answer."""
        area = self.cleaned_data["area"]
        if area not in dict(self.fields["area"].choices):  # type: ignore[attr-defined]
            raise forms.ValidationError(self.fields["area"].error_messages["invalid_choice"])
        return str(area)

    def check_figures(self, figures: Figures) -> None:
        """Says which figures a text asks for that are not there."""
        home = Home(self.note.framework, self.cleaned_data.get("area", ""))
        for name in ("title", "text"):
            self.refuse(*problems(self.cleaned_data.get(name, ""), figures, home), field=name)

    def as_note(self) -> Note:
        """The text with these words; as it stood, when it is withdrawn."""
        if self.withdrawing:
            return self.note
        said = {name: self.cleaned_data[name] for name in ("area", "title", "text")}
        return replace(self.note, kind=NoteKind(self.cleaned_data["kind"]), **said)

    def follow(self, note: Note) -> "CommentaryForm":
        """The form with the same words, over what somebody else saved meanwhile."""
        posted = QueryDict(mutable=True)
        posted.update(self.data)
        posted["version"] = str(note.version)
        areas: Sequence[Choice] = self.fields["area"].choices  # type: ignore[attr-defined]
        return CommentaryForm(note, areas, posted)


def words_of(note: Note) -> dict[str, Any]:
    return {"kind": note.kind.value, "area": note.area} | {
        name: getattr(note, name) for name in ("title", "text", "version")
    }


def areas(known: Catalogue, note: Note) -> list[Choice]:
    """All areas, or one of those that its measures (without any: its section) are held for in the framework."""
    framework = known.frameworks.get(note.framework)
    mine = [
        entry.area
        for entry in (framework.entries if framework else ())
        if (entry.indicator in note.indicators if note.indicators else entry.section == note.section)
    ]
    slugs = dict.fromkeys([*mine, note.area])
    names = [(slug, known.areas[slug].name if slug in known.areas else slug) for slug in slugs if slug]
    return [("", "All areas"), *names]


def kinds(note: Note) -> list[Choice]:
    """Those that a person writes; a text of another kind may stay of it."""
    words = WORDS | ({} if note.kind in WORDS else {note.kind: HEADINGS[note.kind]})
    return [(kind.value, said) for kind, said in words.items()]
