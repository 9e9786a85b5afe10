"""Signing in: one sentence, whatever of the two is wrong."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField

from outturn.web.forms.form import Form

REFUSED = "The name and the password do not match. Check both; capitals count."
WIDE = "nhsuk-input--width-20"


class SignInForm(Form, AuthenticationForm):
    username = UsernameField(
        label="Name",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": False, "classes": WIDE}),
    )
    password = forms.CharField(
        label="Password",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "classes": WIDE}),
    )

    def clean(self) -> dict[str, Any]:
        """A name that cannot be is answered as one that is not known."""
        given = self.cleaned_data
        if self.errors or not given.get("username") or not given.get("password"):
            self.errors.clear()
            raise forms.ValidationError(REFUSED)
        return super().clean()

    def get_invalid_login_error(self) -> forms.ValidationError:
        return forms.ValidationError(REFUSED)

    @property
    def problems(self) -> list[dict[str, str]]:
        return [problem | {"href": "#username"} for problem in super().problems]
