"""The one Jinja environment of the site: our templates, then the NHS components."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader

from outturn.core.access import Permission
from outturn.core.report.wording import count_of
from outturn.core.tree import subject_of
from outturn.web.components import drawings
from outturn.web.components.words import as_day, as_moment, iso_day


def static(path: str) -> str:
    """The address of a shipped file; by its plain name where the files have not been collected."""
    try:
        return staticfiles_storage.url(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


def environment(**options: Any) -> Environment:
    """NHS macros need undefined names to chain; ours are checked by the tests that draw every page."""
    options["loader"] = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    options["undefined"] = ChainableUndefined
    made = Environment(**options, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"static": static, "url": reverse, "get_messages": get_messages, "count_of": count_of}
    made.globals |= {"shape": drawings.shape, "icon": drawings.icon}
    made.globals |= {"Permission": Permission, "subject_of": subject_of}
    made.filters |= {"day": as_day, "moment": as_moment, "iso_day": iso_day}
    return made
