"""Every address of the site says what a person needs to be allowed, or says that it is open."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from outturn.core.access import Permission


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
    assert view.needs is None or isinstance(view.needs, Permission)
