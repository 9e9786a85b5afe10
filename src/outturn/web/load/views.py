"""Bringing in data: a file, what is wrong with it all at once, what it asks, and a release once it is clean."""

from base64 import b64encode
from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from outturn.core.access import Permission
from outturn.core.intake.places import csv_of_places
from outturn.core.intake.problem_list import ProblemList
from outturn.records.catalogue import queries as catalogue
from outturn.records.cycle.actions import NotAssessed, bring_in, settle
from outturn.records.observations import held as deliveries
from outturn.records.observations.actions import Receipt
from outturn.web.gate import FORM, takes
from outturn.web.listing.showing import list_rows
from outturn.web.load.forms import UploadForm
from outturn.web.load.lists import LIST_OF_HELD, first_waiting
from outturn.web.load.questions import QuestionsForm
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import needs_definitions, page
from outturn.web.seen import address

MOST_CARRIED = 5_000
MOST_NOTES = 5
"""Places of problems that a page carries as a file; the command writes all of them."""


@needs(Permission.RECORD, on=of_anything)
@needs_definitions
@takes(settings.FILE_UPLOAD_MAX_MEMORY_SIZE + FORM)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and its answer. Files with problems are not kept; files with questions wait."""
    layouts = sorted((slug, getattr(layout, "title", slug)) for slug, layout in catalogue.current().layouts.items())
    if request.method == "GET":
        return show_form(request, UploadForm(layouts=layouts))
    form = UploadForm(request.POST, request.FILES, layouts=layouts)
    if not form.is_valid():
        return show_form(request, form)
    files = [(file.name or "file", file.read()) for file in form.cleaned_data["files"]]
    told = {name: form.cleaned_data[name] for name in ("layout", "note")}
    try:
        receipt = bring_in(files=files, by=asking(request), hold=True, **told)
    except NotAssessed as problem:
        form.refuse(str(problem))
        return show_form(request, form)
    if receipt.problems:
        form.refuse(*receipt.problems)
        return show_form(request, form, receipt.wrong)
    if receipt.held:
        return redirect("held", receipt.held)
    return show_release(request, receipt)


def show_form(request: HttpRequest, form: UploadForm, wrong: ProblemList | None = None) -> HttpResponse:
    """The form, with everything that was wrong with what it brought. `wrong`: all places of what is wrong in files."""
    told = len(form.problems)
    listed = list_to_take(wrong) if wrong and wrong.count > told else None
    count = wrong.count if wrong else told
    waiting = first_waiting(asking(request))
    return page(request, "load/upload.jinja", form=form, waiting=waiting, n_problems=count, listed=listed)


def list_to_take(wrong: ProblemList) -> tuple[int, str]:
    """(how many places, the CSV as an address): nothing of a refused file is kept, so the page itself carries it."""
    kept = min(wrong.frame.height, MOST_CARRIED)
    return kept, f"data:text/csv;base64,{b64encode(wrong.as_csv(MOST_CARRIED)).decode()}"


@needs(Permission.RECORD, on=of_anything)
@needs_definitions
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """What a delivery asks. Nothing of it is recorded until every question has its answer."""
    waiting, by = waiting_or_404(request, number), asking(request)
    if request.method == "GET":
        return ask(request, waiting, QuestionsForm(waiting.questions))
    form = QuestionsForm(waiting.questions, request.POST)
    if form.withdrawing:
        deliveries.withdraw(held=number, by=by)
        messages.info(request, "The delivery was withdrawn: nothing of it was recorded.")
        return redirect("data")
    try:
        receipt = settle(held=number, answers=form.answers, by=by)
    except NotAssessed as problem:
        form.refuse(str(problem))
        return ask(request, waiting, form)
    if receipt is None:
        messages.info(request, "Somebody settled this delivery meanwhile: what was recorded is among the releases.")
        return redirect("data")
    if receipt.problems or receipt.questions:
        form = form.follow((*(each.question for each in receipt.answered), *receipt.questions), receipt.questions)
        return ask(request, replace(waiting, problems=receipt.problems), form)
    return show_release(request, receipt)


@needs(Permission.RECORD, on=of_anything)
@needs_definitions
@require_safe
def list_held(request: HttpRequest) -> HttpResponse:
    """Every delivery that waits for an answer of theirs."""
    rows = deliveries.select_waiting(asking(request))
    listed = list_rows(LIST_OF_HELD, rows, request.GET, lambda **query: address(reverse("held-all"), query))
    return page(request, "load/waiting-all.jinja", listed=listed, rows=deliveries.describe_waiting(listed.rows))


@needs(Permission.RECORD, on=of_anything)
@require_safe
def places(request: HttpRequest, number: int) -> HttpResponse:
    """Every figure that is asked about, as CSV."""
    response = HttpResponse(
        csv_of_places(waiting_or_404(request, number).questions), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="questions-of-delivery-{number}.csv"'
    return response


def waiting_or_404(request: HttpRequest, number: int) -> deliveries.Waiting:
    found = deliveries.one(number, asking(request))
    if found is None:
        raise Http404(f"No delivery {number} waits for an answer. What was recorded is in the releases under Data.")
    return found


def ask(request: HttpRequest, waiting: deliveries.Waiting, form: QuestionsForm) -> HttpResponse:
    """The page of a delivery that waits, with what stands in its way."""
    form.refuse(*waiting.problems)
    return page(request, "load/held.jinja", held=waiting, form=form, stuck=bool(waiting.problems))


def show_release(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    """Say what was made of it, and show the release."""
    if receipt.release is None:
        messages.info(request, " ".join((receipt.sentence, *receipt.notes[:MOST_NOTES])))
        return redirect("data")
    messages.success(request, receipt.sentence)
    return redirect("data-release", receipt.release)
