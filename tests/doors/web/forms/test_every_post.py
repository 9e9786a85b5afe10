"""What is sent is read by forms alone: no view takes a field out of a POST by hand."""

import re

from house.project import ROOT

BY_HAND = re.compile(r"""POST\s*\.\s*(get|getlist|items|keys|values|dict)\b|POST\s*\[|in\s+request\.POST\b""")


def test_no_view_reads_a_post_by_hand():
    sources = sorted((ROOT / "src/outturn/web").rglob("*.py"))
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if BY_HAND.search(line)
    ]
    assert found == []


def test_reading_by_hand_is_seen():
    for line in ('request.POST.get("a")', 'request.POST["a"]', '"a" in request.POST', 'request.POST.getlist("a")'):
        assert BY_HAND.search(line)
    assert not BY_HAND.search('AcceptForm(request.POST if request.method == "POST" else None)')
