"""Styles and scripts come under names that carry their content: browsers keep them, and never keep old ones."""

import re
import urllib.request

SHIPPED = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"')


def test_styles_and_scripts_are_kept_for_good_and_sent_small(site):
    with urllib.request.urlopen(f"{site}/scorecard") as page:
        shipped = SHIPPED.findall(page.read().decode())
    assert shipped
    for path in shipped:
        assert re.search(r"\.[0-9a-f]{12}\.(css|js)$", path), path
        asked = urllib.request.Request(f"{site}{path}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["Content-Encoding"] == "gzip"
