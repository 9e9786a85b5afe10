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
        return _how(self.field.widget)[0]

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
        return made | ({"attributes": rest} if rest else {}) | _how(self.field.widget)[1](self)


class NhsRenderer(BaseRenderer):
    form_template_name = "forms/form.jinja"
    field_template_name = "forms/field.jinja"
    bound_field_class = NhsField

    def get_template(self, template_name: str) -> Any:
        return loader.get_template(template_name)


def _line(field: NhsField) -> Params:
    kind = getattr(field.field.widget, "input_type", "text")
    return _text(field) | {"type": kind}


def _text(field: NhsField) -> Params:
    return _untyped(field) | {"value": field.value() or ""}


def _untyped(field: NhsField) -> Params:
    """A browser fills in neither a password nor a file again."""
    return {"id": field.html_id, "label": {"text": field.label}}


def _listed(field: NhsField) -> Params:
    return _untyped(field) | {"items": _items(field, "selected")}


def _boxed(field: NhsField) -> Params:
    """The first box has the id, the group has none."""
    size = field.field.widget.attrs.get("legend", "s")
    legend = {"text": field.label, "classes": f"nhsuk-fieldset__legend--{size}"}
    return {"idPrefix": field.html_id, "fieldset": {"legend": legend}, "items": _items(field, "checked")}


def _items(field: NhsField, chosen: str) -> list[Params]:
    value = field.value()
    values = {str(each) for each in value} if isinstance(value, list | tuple) else {str(value)}
    choices = getattr(field.field, "choices", ())
    return [{"value": str(key), "text": str(words), chosen: str(key) in values} for key, words in choices]


MACROS: dict[type[forms.Widget], tuple[str, Callable[[NhsField], Params]]] = {
    Button: ("nothing", _text),
    forms.HiddenInput: ("hidden", _text),
    forms.PasswordInput: ("passwordInput", _untyped),
    forms.FileInput: ("fileUpload", _untyped),
    Input: ("input", _line),
    forms.Textarea: ("textarea", _text),
    forms.CheckboxSelectMultiple: ("checkboxes", _boxed),
    forms.RadioSelect: ("radios", _boxed),
    forms.Select: ("select", _listed),
}
"""The most particular kind of widget counts."""


def _how(widget: forms.Widget) -> tuple[str, Callable[[NhsField], Params]]:
    return next(MACROS[kind] for kind in type(widget).__mro__ if kind in MACROS)
