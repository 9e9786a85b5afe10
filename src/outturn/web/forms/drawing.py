"""A field of a form as one of the NHS components: which macro draws it, and what the macro is given."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.widgets import Input
from django.template import loader

Params = dict[str, Any]
PLAIN = ("autocomplete", "spellcheck", "rows", "inputmode", "classes", "multiple")
"""Attributes of a widget that the macros take by name; others become attributes of the element."""
OURS = ("legend", "id")


class Button(forms.HiddenInput):
    """Not drawn: it stands among the buttons of the page."""


class NhsField(forms.BoundField):
    """`{{ form.title.as_field_group() }}` draws label, hint, error and field."""

    @property
    def macro(self) -> str:
        return _find_macro(self.field.widget)[0]

    @property
    def html_id(self) -> str:
        """Where an error leads to: of radios and boxes, the first."""
        return str(self.field.widget.attrs.get("id") or self.auto_id or self.html_name)

    @property
    def sentences(self) -> list[str]:
        return [str(sentence) for sentence in self.errors]

    @property
    def params(self) -> Params:
        """What the macro is given."""
        attrs = self.field.widget.attrs
        made: Params = {"name": self.html_name}
        made |= {name: attrs[name] for name in PLAIN if name in attrs}
        if self.help_text:
            made["hint"] = {"text": self.help_text}
        if self.errors:
            made["errorMessage"] = {"text": " ".join(self.sentences)}
        rest = {name: value for name, value in attrs.items() if name not in (*PLAIN, *OURS)}
        return made | ({"attributes": rest} if rest else {}) | _find_macro(self.field.widget)[1](self)


class NhsRenderer(BaseRenderer):
    form_template_name = "forms/form.jinja"
    field_template_name = "forms/field.jinja"
    bound_field_class = NhsField

    def get_template(self, template_name: str) -> Any:
        return loader.get_template(template_name)


def _write_line(field: NhsField) -> Params:
    kind = getattr(field.field.widget, "input_type", "text")
    return _write_text(field) | {"type": kind}


def _write_text(field: NhsField) -> Params:
    return _head(field) | {"value": field.value() or ""}


def _head(field: NhsField) -> Params:
    """A browser fills in neither a password nor a file again."""
    return {"id": field.html_id, "label": {"text": field.label}}


def _fold_list(field: NhsField) -> Params:
    return _head(field) | {"items": _list_items(field, "selected")}


def _tick_boxes(field: NhsField) -> Params:
    """The first box has the id, the group has none."""
    size = field.field.widget.attrs.get("legend", "s")
    legend = {"text": field.label, "classes": f"nhsuk-fieldset__legend--{size}"}
    return {"idPrefix": field.html_id, "fieldset": {"legend": legend}, "items": _list_items(field, "checked")}


def _list_items(field: NhsField, chosen: str) -> list[Params]:
    value = field.value()
    values = {str(each) for each in value} if isinstance(value, list | tuple) else {str(value)}
    choices = getattr(field.field, "choices", ())
    return [{"value": str(key), "text": str(words), chosen: str(key) in values} for key, words in choices]


MACROS: dict[type[forms.Widget], tuple[str, Callable[[NhsField], Params]]] = {
    Button: ("nothing", _write_text),
    forms.HiddenInput: ("hidden", _write_text),
    forms.PasswordInput: ("passwordInput", _head),
    forms.FileInput: ("fileUpload", _head),
    Input: ("input", _write_line),
    forms.Textarea: ("textarea", _write_text),
    forms.CheckboxSelectMultiple: ("checkboxes", _tick_boxes),
    forms.RadioSelect: ("radios", _tick_boxes),
    forms.Select: ("select", _fold_list),
}
"""The most particular kind of widget counts."""


def _find_macro(widget: forms.Widget) -> tuple[str, Callable[[NhsField], Params]]:
    return next(MACROS[kind] for kind in type(widget).__mro__ if kind in MACROS)
