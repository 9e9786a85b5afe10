"""Every address of the site says what a person needs to be allowed, or says that it is open."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from outturn.core.subject import NAMES
from outturn.web.needs import Need, of_all


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, path)
        else:
            yield path, each


ROUTES = dict(routes(get_resolver()))


def test_the_site_has_addresses():
    assert len(ROUTES) > 5


@pytest.mark.parametrize("path", ROUTES, ids=lambda path: path or "(front page)")
def test_an_address_declares_what_it_needs(path):
    view = ROUTES[path].callback
    assert hasattr(view, "needs"), f"put @needs(...) on the view of '{path}'; @needs(None) when it is open to everybody"
    assert isinstance(view.needs, Need)


@pytest.mark.parametrize("path", ROUTES, ids=lambda path: path or "(front page)")
def test_an_address_says_on_what_it_needs_it(path):
    """On what the address names; a view that names nothing of it leaves it to the action, or is about all there is."""
    need, named = ROUTES[path].callback.needs, set(re.findall(r"<\w+:(\w+)>", path))
    if need.permission is not None and named & set(NAMES):
        assert need.on is not of_all, f"'{path}' names {named}: say on what its view needs the permission"
