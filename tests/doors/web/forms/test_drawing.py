"""A form draws itself: each field with its label, hint, error and what it held; what is wrong leads to its field."""

import pytest
from django import forms
from django.http import QueryDict
from django.template import engines
from django.utils.datastructures import MultiValueDict
from doors.web.reading import read

from outturn.core.limits import ACCEPTANCE, TITLE
from outturn.web.forms.fields import Files, Kept, Line, Number, OneChoice, Pressed, Text
from outturn.web.forms.form import Form

COLOURS = (("red", "Red"), ("blue", "Blue <b>"))


class Plot(Form):
    refused = "Not planted"

    name = Line(TITLE, "Name", "{limit}, as on the gate", missing="Give it a name.")
    story = Text(ACCEPTANCE, "Story", widget=forms.Textarea(attrs={"rows": 4}))
    colour = OneChoice("Colour", COLOURS, "Choose a colour.", widget=forms.RadioSelect)
    shade = OneChoice("Shade", [("", "Any"), *COLOURS], "Choose a shade.", blank=True)
    owner = Line(TITLE, "Owner", widget=forms.TextInput(attrs={"autocomplete": "name", "inputmode": "text"}))
    secret = forms.CharField(label="Secret", required=False, widget=forms.PasswordInput)
    many = forms.MultipleChoiceField(label="Many", choices=COLOURS, required=False, widget=forms.CheckboxSelectMultiple)
    dug = forms.DateField(label="Dug", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    version = Number()
    token = Kept()
    drop = Pressed()


class Drawn:
    def __init__(self, form: Form) -> None:
        template = engines["jinja2"].from_string(
            '{% from "forms.jinja" import wrong %}<main>{{ wrong(form) }}<form>{{ form }}</form></main>'
        )
        self.html = template.render({"form": form})

        class Response:
            content = self.html.encode()

        self.page = read(Response)

    def all(self, tag: str, name: str) -> list[str]:
        return [value for kind, attribute, value in self.page.attributes if (kind, attribute) == (tag, name)]


SENT = "name=&story=a%0D%0Ab&colour=green&shade=red&owner=Ann&secret=x&version=7&token=abc&many=blue"


def test_an_empty_form_has_labels_and_hints_and_nothing_wrong():
    drawn = Drawn(Plot(initial={"name": "Ash", "colour": "blue"}))
    assert "Not planted" not in drawn.html
    for words in ("Name", "Up to 300 characters, as on the gate", "Story", "Colour", "Any", "Secret"):
        assert words in drawn.page.words
    assert 'value="Ash"' in drawn.html
    assert 'value="blue" checked' in drawn.html
    assert 'autocomplete="name"' in drawn.html and 'inputmode="text"' in drawn.html
    assert 'rows="4"' in drawn.html
    assert "&lt;b&gt;" in drawn.html


def test_every_field_that_is_seen_has_a_label_that_leads_to_it():
    drawn = Drawn(Plot())
    assert {"name", "story", "shade", "owner", "secret", "dug"} <= set(drawn.all("label", "for"))
    assert set(drawn.all("label", "for")) <= set(drawn.page.ids)
    assert len(drawn.page.ids) == len(set(drawn.page.ids))


def test_all_that_is_wrong_is_said_at_once_and_leads_to_its_field():
    form = Plot(QueryDict(SENT))
    assert form.problems == [
        {"text": "Give it a name.", "href": "#name"},
        {"text": "Choose a colour.", "href": "#colour"},
    ]
    drawn = Drawn(form)
    assert "Not planted Give it a name. Choose a colour." in drawn.page.words
    assert {address for address, _ in drawn.page.links} == {"#name", "#colour"}
    assert {"name", "colour"} <= set(drawn.page.ids)
    assert drawn.page.words.count("Give it a name.") == 2, "over the page and beside the field"


def test_nothing_that_was_typed_is_lost_but_a_password():
    drawn = Drawn(Plot(QueryDict(SENT)))
    assert 'value="Ann"' in drawn.html
    assert ">a\r\nb</textarea>" in drawn.html
    assert 'value="red" selected' in drawn.html
    assert 'value="blue" checked' in drawn.html
    assert 'name="version" value="7"' in drawn.html and 'name="token" value="abc"' in drawn.html
    assert 'value="x"' not in drawn.html


def test_a_button_is_not_drawn_and_is_heard():
    assert 'name="drop"' not in Drawn(Plot()).html
    form = Plot(QueryDict(SENT + "&drop=yes"))
    form.full_clean()
    assert form.cleaned_data["drop"] is True


def test_what_an_action_refuses_stands_with_the_whole_or_with_its_field():
    form = Plot(QueryDict("name=Ash&colour=red"))
    assert form.is_valid()
    form.refuse("It is frozen.", "Wait for spring.")
    form.refuse("It is taken.", field="name")
    assert form.problems == [
        {"text": "It is frozen."},
        {"text": "Wait for spring."},
        {"text": "It is taken.", "href": "#name"},
    ]


@pytest.mark.parametrize(
    ("sent", "value"),
    [("7", 7), ("", 0), ("-1", 0), ("9" * 40, 0), ("1.5", 0), ("²", 0), ("a\0b", 0)],
)
def test_a_number_of_the_page_is_a_small_whole_number_or_nothing(sent, value):
    assert Number().clean(sent) == value


def test_a_line_is_one_line_and_a_text_keeps_its_own():
    assert Line(TITLE, "x").clean("  a \r\n b\tc ") == "a b c"
    assert Text(TITLE, "x").clean(" a\r\nb ") == "a\nb"


@pytest.mark.parametrize(
    ("sent", "sentence"), [("a\0b", "U.0000"), ("x" * 301, "Shorten the title"), ("\ud800", "U.D800")]
)
def test_what_cannot_be_kept_is_said_in_the_words_of_its_limit(sent, sentence):
    with pytest.raises(forms.ValidationError, match=sentence):
        Line(TITLE, "x").clean(sent)


def test_files_are_refused_before_they_are_read():
    class Small:
        size, name = 600, "a.csv"

    field = Files(1000, "Files", "up to {most}", "Choose one.", "Larger than {most}.")
    assert field.clean([Small()])
    with pytest.raises(forms.ValidationError, match="Larger than 0 MB"):
        field.clean([Small(), Small()])
    with pytest.raises(forms.ValidationError, match="Choose one"):
        field.clean(field.widget.value_from_datadict({}, MultiValueDict(), "files"))
