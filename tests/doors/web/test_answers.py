"""A delivery that asks: every question with its answers, the table of its places, and what becomes of it."""

import html
import re
from base64 import b64decode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from outturn.records.observations.models import Held, HeldFile, Release

from .reading import read

HEAD = "indicator,area,period,value,plan\n"
AE, WAIT = "ae-4h-type1,llr-icb", "cat2-response,llr-icb"


def bring(client, *rows: str):
    sent = SimpleUploadedFile("delivery.csv", (HEAD + "\n".join(rows) + "\n").encode(), "text/csv")
    response = client.post("/data/bring-in", {"files": sent}, follow=True)
    return response, response.redirect_chain[-1][0]


def recorded() -> int:
    return Release.objects.count()


def test_every_question_has_radio_buttons_and_its_table(signed_in):
    client = signed_in("contributor")
    response, _ = bring(client, f"{WAIT},Nov 2024,90,", f"{AE},Oct 2024,57.9%,", f"{AE},Nov 2024,7850,")
    words = read(response).words
    assert "3 questions before this is recorded" in words
    assert "'90' may be seconds, minutes, hours or days. Which is it?" in words
    assert "'90' is 01:30:00 (read as minutes)." in words
    assert "Leave this figure out." in words
    html = response.content.decode()
    assert html.count("<fieldset") == 3
    assert 'type="radio" value="minutes"' in html
    assert "<td>56.7%</td><td>57.9%</td>" in html, "what was known, and what the file says"


def test_nothing_is_recorded_while_a_question_is_open_and_the_answers_given_stay_chosen(signed_in):
    client, before = signed_in("contributor"), recorded()
    _, held = bring(client, f"{WAIT},Nov 2024,90,", f"{AE},Oct 2024,57.9%,")
    response = client.post(held, {"answer:plain-duration:cat2-response:value:delivery.csv": "minutes"})
    words = read(response).words
    assert "Nothing was recorded yet" in words
    assert "Choose an answer." in words
    assert 'value="minutes" checked' in response.content.decode()
    assert recorded() == before


def test_an_answer_that_raises_a_question_is_followed_by_it(signed_in):
    client, before = signed_in("contributor"), recorded()
    _, held = bring(client, f"{WAIT},Nov 2024,90,")
    response = client.post(held, {"answer:plain-duration": "days"})
    assert "2 questions before this is recorded" in read(response).words
    assert recorded() == before
    done = client.post(held, {"answer:plain-duration": "days", "answer:jump": "leave-out"}, follow=True)
    assert "No figure is left to record. No release was made." in read(done).words
    assert recorded() == before


def test_one_answer_may_serve_all_questions_of_a_kind(signed_in):
    client, before = signed_in("contributor"), recorded()
    response, held = bring(client, f"{AE},Oct 2024,57.9%,", "diag-6w,llr-icb,Oct 2024,25.3%,")
    assert "the same answer for all 2" in read(response).words
    assert "Leave these 2 figures out." in read(response).words
    one = {"answer:restatement": "replace", "answer:restatement:diag-6w:delivery.csv": "leave-out"}
    done = client.post(held, one, follow=True)
    words = read(done).words
    assert f"Release {before + 1} is made: 1 figure recorded, which restates a known one." in words
    assert (
        "delivery.csv: 1 figure left out, as answered: column 'value', row 3 (Diagnostic tests waiting over six weeks)."
        in words
    )


def test_who_says_that_the_file_is_wrong_withdraws_the_delivery(signed_in):
    client, before = signed_in("contributor"), recorded()
    _, held = bring(client, f"{AE},Oct 2024,57.9%,")
    done = client.post(held, {"answer:restatement": "correct"}, follow=True)
    assert "The delivery was withdrawn: nothing of it was recorded." in read(done).words
    assert recorded() == before
    assert Held.objects.get().settled == "withdrawn"


def test_a_delivery_that_waits_is_asked_anew_after_another_release(signed_in):
    client = signed_in("contributor")
    _, held = bring(client, f"{AE},Oct 2024,57.9%,")
    _, other = bring(client, f"{AE},Oct 2024,58.5%,")
    client.post(other, {"answer:restatement": "replace"})
    words = read(client.get(held)).words
    assert "is known as 58.5% and the file says 57.9%" in words
    assert "is made: 1 figure recorded" in read(client.post(held, {"answer:restatement": "replace"}, follow=True)).words


def test_a_delivery_of_which_all_became_known_asks_nothing_more_and_can_be_settled(signed_in):
    client = signed_in("contributor")
    _, held = bring(client, f"{AE},Oct 2024,57.9%,")
    _, other = bring(client, f"{AE},Oct 2024,57.9%,")
    client.post(other, {"answer:restatement": "replace"})
    assert "Nothing is left to ask" in read(client.get(held)).words
    assert "The one figure in it is known already." in read(client.post(held, {}, follow=True)).words
    assert client.get(held).status_code == 404


def test_a_delivery_that_waited_since_before_questions_had_answers_is_asked_anew(signed_in):
    client = signed_in("contributor")
    said = {"problems": [], "questions": [["restatement", "as it was said then"]]}
    row = Held.objects.create(at=timezone.now(), by="ada", said=said)
    HeldFile.objects.create(held=row, name="delivery.csv", data=f"{HEAD}{AE},Oct 2024,57.9%,\n".encode())
    held = f"/data/held/{row.id}"
    assert "is known as 56.7% and the file says 57.9%" in read(client.get(held)).words
    assert "was withdrawn" in read(client.post(held, {"withdraw": "yes"}, follow=True)).words


def test_the_places_of_all_questions_can_be_downloaded(signed_in):
    client = signed_in("contributor")
    _, held = bring(client, f"{AE},Oct 2024,57.9%,", f"{AE},Nov 2024,7850,")
    response = client.get(f"{held}/places.csv")
    assert response["Content-Type"].startswith("text/csv")
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Question,File,Indicator,Area,What,Period,Was,Usual,In the file,Sheet,Row,Column"
    assert lines[1] == "restatement,delivery.csv,ae-4h-type1,LLR ICB,actual,Oct 2024,56.7%,,57.9%,,2,value"
    assert "7,850.0%" in lines[2]


def test_a_release_is_withdrawn_after_a_look_at_what_would_change(signed_in):
    client = signed_in("contributor")
    _, held = bring(client, f"{AE},Oct 2024,57.9%,", f"{AE},Nov 2024,58.0%,")
    client.post(held, {"answer:restatement": "replace"})
    number = recorded()
    assert f'href="/data/releases/{number}/withdraw"' in client.get(f"/data/releases/{number}").content.decode()
    page = client.get(f"/data/releases/{number}/withdraw")
    words = read(page).words
    assert "1 figure returns to what was known before; 1 figure is no longer known." in words
    assert '<td class="app-num">57.9%</td><td class="app-num"><strong>56.7%</strong></td>' in page.content.decode()
    assert (
        '<td class="app-num">58.0%</td><td class="app-num"><strong>nothing known</strong></td>' in page.content.decode()
    )
    refused = client.post(f"/data/releases/{number}/withdraw", {"because": " "})
    assert "Say why the release is withdrawn" in read(refused).words
    done = client.post(f"/data/releases/{number}/withdraw", {"because": "The trust sent last year."}, follow=True)
    words = read(done).words
    assert f"Release {number + 1} withdraws release {number}" in words
    assert "The trust sent last year." in words
    assert f"Withdrawn by release {number + 1}." in read(client.get(f"/data/releases/{number}")).words
    assert client.get(f"/data/releases/{number}/withdraw").status_code == 404
    assert f'href="/data/releases/{number}/withdraw"' not in client.get(f"/data/releases/{number}").content.decode()
    page = client.get("/indicators/ae-4h-type1/llr-icb").content.decode()
    assert "Latest, Oct 2024" in read(client.get("/indicators/ae-4h-type1")).words
    assert "withdrawn" in page


def test_the_page_of_a_release_counts_the_figures_that_became_marks(signed_in):
    """The receipt said one, the page none."""
    client = signed_in("contributor")
    _, held = bring(client, f"{AE},Oct 2024,*,", f"{AE},Sep 2024,56.3%,")
    words = read(
        client.post(held, {"answer:restatement": "replace", "answer:lost-figure": "replace"}, follow=True)
    ).words
    assert "2 figures, 2 restatements" in words
    assert "1 of the 2 figures restated is not listed: hidden, or given in words or by a mark, now or before." in words


def test_a_release_of_which_nothing_stands_is_not_offered_for_withdrawal(signed_in):
    client = signed_in("contributor")
    bring(client, f"{AE},Nov 2024,57.9%,")
    number = recorded()
    _, held = bring(client, f"{AE},Nov 2024,58.0%,")
    client.post(held, {"answer:restatement": "replace"})
    assert f'href="/data/releases/{number}/withdraw"' not in client.get(f"/data/releases/{number}").content.decode()


def test_readers_are_not_offered_to_withdraw(reader):
    assert "/withdraw" not in reader.get(f"/data/releases/{recorded()}").content.decode()
    assert reader.get(f"/data/releases/{recorded()}/withdraw").status_code == 302


def test_the_page_of_a_refused_delivery_counts_all_problems_and_brings_their_list(signed_in):
    rows = [f"{AE},{2000 + n // 12}-{n % 12 + 1:02},abc{n}," for n in range(230)]
    sent = SimpleUploadedFile("delivery.csv", (HEAD + "\n".join(rows) + "\n").encode(), "text/csv")
    response = signed_in("contributor").post("/data/bring-in", {"files": sent})
    page = response.content.decode()
    assert "230 problems" in read(response).words
    assert "The same fault in rows 3, 4, 5, 6, 7, 8 and 223 more." in read(response).words
    carried = re.search(r'href="data:text/csv;base64,([^"]+)" download="problems.csv"', page)
    lines = b64decode(html.unescape(carried[1])).decode("utf-8-sig").splitlines()
    assert len(lines) == 231
    assert "abc229" in lines[230]
