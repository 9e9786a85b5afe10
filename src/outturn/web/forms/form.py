"""What every form of the site shares: it is drawn from the NHS components and tells all that is wrong at once."""

from typing import Any, ClassVar

from django import forms

from outturn.web.forms.drawing import NhsField, NhsRenderer


class Form(forms.Form):
    """`refused` stands over what is wrong: `Nothing was recorded`."""

    default_renderer = NhsRenderer
    refused: ClassVar[str] = "There is a problem"

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words | {"auto_id": "%s", "label_suffix": "", "use_required_attribute": False})

    def refuse(self, *sentences: str, field: str | None = None) -> None:
        """What an action said of it, beside what the fields say: of one field, or of the whole."""
        for sentence in sentences:
            self.add_error(field, sentence)

    @property
    def problems(self) -> list[dict[str, str]]:
        """For the error summary: what is wrong with the whole, then field by field, each with the way to its field."""
        whole = [{"text": str(sentence)} for sentence in self.non_field_errors()]
        return [*whole, *(link for name in self.fields for link in _link_problems(self.draw(name)))]

    def draw(self, name: str) -> NhsField:
        """The field of a name, as it stands on the page."""
        field = self[name]
        assert isinstance(field, NhsField)
        return field


def _link_problems(field: NhsField) -> list[dict[str, str]]:
    way = {} if field.is_hidden else {"href": f"#{field.html_id}"}
    return [{"text": sentence} | way for sentence in field.sentences]
