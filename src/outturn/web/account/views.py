"""Signing in and out. Reading is open by setting; changes need a name."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from outturn.core.access import Permission
from outturn.web.account.forms import SignInForm
from outturn.web.needs import needs
from outturn.web.pages import page

OPEN: Permission | None = None


class SignIn(LoginView):
    """Django's own, drawn in our frame."""

    redirect_authenticated_user = True
    authentication_form = SignInForm

    def render_to_response(self, context: dict[str, Any], **words: Any) -> HttpResponse:
        return page(self.request, "account/sign-in.jinja", form=context["form"], onward=context["next"])


def say_locked(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict | None = None
) -> HttpResponse:
    """Too many wrong passwords: said in words, with when to come back."""
    return page(request, "account/locked.jinja", status=429)


sign_in = needs(OPEN)(SignIn.as_view())
sign_out = needs(OPEN)(LogoutView.as_view())
