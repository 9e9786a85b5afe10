"""The fields that forms are made of: each held against its limit in `core.limits`, with the sentences of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from outturn.core.limits import Limit, say_limit, wrong
from outturn.web.forms.drawing import Button


class Line(forms.Field):
    """Words in one line; blanks are one each. `missing`: what is said where it must not be empty."""

    widget: type[forms.Widget] = forms.TextInput

    def __init__(self, limit: Limit, label: str, hint: str = "", missing: str = "", **words: Any) -> None:
        self.limit, self.missing = limit, missing
        hint = hint.format(limit=say_limit(limit))
        super().__init__(label=label, help_text=hint, required=False, **words)

    def to_python(self, value: Any) -> str:
        return " ".join(str(value or "").split())

    def validate(self, value: str) -> None:
        found = [self.missing] if self.missing and not value else []
        if found := [*found, *wrong(self.limit, value)]:
            raise ValidationError(found)


class Text(Line):
    """Words of several lines."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(value or "").replace("\r\n", "\n").strip()


class OneChoice(forms.ChoiceField):
    """One of several, in the words of the page when it is none of them. `blank`: none is an answer too."""

    def __init__(
        self,
        label: str,
        choices: Iterable[tuple[str, str]],
        otherwise: str,
        hint: str = "",
        blank: bool = False,
        **words: Any,
    ) -> None:
        said = {"required": otherwise, "invalid_choice": otherwise}
        super().__init__(
            label=label, choices=list(choices), help_text=hint, required=not blank, error_messages=said, **words
        )


class Number(forms.Field):
    """A whole number that the page itself put into the form; whatever else came is 0."""

    widget = forms.HiddenInput

    def __init__(self, **words: Any) -> None:
        super().__init__(required=False, **words)

    def to_python(self, value: Any) -> int:
        typed = str(value or "")
        return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


class Kept(forms.Field):
    """What the page put into the form and gets back as it is."""

    widget = forms.HiddenInput

    def __init__(self, **words: Any) -> None:
        super().__init__(required=False, **words)


class Pressed(forms.Field):
    """Whether the form was sent by a button of this name: the page draws the button."""

    widget = Button

    def __init__(self, **words: Any) -> None:
        super().__init__(required=False, **words)

    def to_python(self, value: Any) -> bool:
        return value is not None


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class Files(forms.Field):
    """Files, refused before one is read where they are larger together than `most` bytes."""

    widget = SeveralFiles

    def __init__(self, most: int, label: str, hint: str, missing: str, too_large: str, **words: Any) -> None:
        said = f"{most // 2**20} MB"
        self.most, self.missing, self.too_large = most, missing, too_large.format(most=said)
        super().__init__(label=label, help_text=hint.format(most=said), required=False, **words)
        self.widget.attrs["multiple"] = True

    def validate(self, value: list[UploadedFile]) -> None:
        if not value:
            raise ValidationError(self.missing)
        if sum(file.size or 0 for file in value) > self.most:
            raise ValidationError(self.too_large)
