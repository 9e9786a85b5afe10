"""Bringing in data: a file, what is wrong with it all at once, what it asks, and a release once it is clean."""

from base64 import b64encode
from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from outturn.core.access import Permission
from outturn.core.intake import Question
from outturn.core.intake.places import csv_of_places
from outturn.core.intake.problem_list import ProblemList
from outturn.core.intake.questions import CORRECT
from outturn.records.catalogue import queries as catalogue
from outturn.records.cycle.actions import NotAssessed, bring_in, settle
from outturn.records.observations import held as deliveries
from outturn.records.observations.actions import Receipt
from outturn.web.gate import FORM, takes
from outturn.web.listing.showing import list_rows
from outturn.web.load.asked import answers_in, groups
from outturn.web.load.lists import LIST_OF_HELD, first_waiting
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import defined, page
from outturn.web.seen import address

MOST_CARRIED = 5_000
MOST_NOTES = 5
"""Places of problems that a page carries as a file; the command writes all of them."""


@needs(Permission.RECORD, on=of_anything)
@defined
@takes(settings.FILE_UPLOAD_MAX_MEMORY_SIZE + FORM)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and its answer. Files with problems are not kept; files with questions wait."""
    if request.method == "GET":
        return form(request)
    sent = request.FILES.getlist("files")
    if wrong := unfit(sent):
        return form(request, (wrong,))
    files = [(file.name or "file", file.read()) for file in sent]
    layout, note, by = request.POST.get("layout", ""), request.POST.get("note", ""), asking(request)
    try:
        receipt = bring_in(files=files, by=by, layout=layout, note=note, hold=True)
    except NotAssessed as problem:
        return form(request, (str(problem),))
    if receipt.problems:
        return form(request, receipt.problems, receipt.wrong)
    if receipt.held:
        return redirect("held", receipt.held)
    return recorded(request, receipt)


def form(request: HttpRequest, problems: tuple[str, ...] = (), wrong: ProblemList | None = None) -> HttpResponse:
    """The form, with everything that was wrong with what it brought."""
    layouts = sorted((slug, getattr(layout, "title", slug)) for slug, layout in catalogue.current().layouts.items())
    waiting, note = first_waiting(asking(request)), request.POST.get("note", "")
    listed = list_to_take(wrong) if wrong and wrong.count > len(problems) else None
    count = wrong.count if wrong else len(problems)
    told = {"problems": problems, "n_problems": count, "listed": listed}
    return page(request, "load/upload.jinja", layouts=layouts, waiting=waiting, note=note, **told)


def list_to_take(wrong: ProblemList) -> tuple[int, str]:
    """(how many places, the CSV as an address): nothing of a refused file is kept, so the page itself carries it."""
    kept = min(wrong.frame.height, MOST_CARRIED)
    return kept, f"data:text/csv;base64,{b64encode(wrong.as_csv(MOST_CARRIED)).decode()}"


def unfit(sent: list[UploadedFile]) -> str:
    """Why nothing can be read, before anything is read; empty when it can."""
    if not sent:
        return "Choose at least one file."
    if sum(file.size or 0 for file in sent) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        limit = settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 2**20
        return (
            f"The files are larger than {limit} MB together. Bring them in one by one, or leave out what is not needed."
        )
    return ""


@needs(Permission.RECORD, on=of_anything)
@defined
@require_http_methods(["GET", "POST"])
def held(request: HttpRequest, number: int) -> HttpResponse:
    """What a delivery asks. Nothing of it is recorded until every question has its answer."""
    found = waiting_or_404(request, number)
    if request.method == "GET":
        return ask(request, found, found.questions, {})
    answers, by = answers_in(request.POST), asking(request)
    if "withdraw" in request.POST or CORRECT in answers.values():
        deliveries.withdraw(held=number, by=by)
        messages.info(request, "The delivery was withdrawn: nothing of it was recorded.")
        return redirect("data")
    try:
        receipt = settle(held=number, answers=answers, by=by)
    except NotAssessed as problem:
        return ask(request, replace(found, problems=(str(problem),)), found.questions, answers)
    if receipt is None:
        messages.info(request, "Somebody settled this delivery meanwhile: what was recorded is among the releases.")
        return redirect("data")
    if receipt.problems or receipt.questions:
        asked = (*(each.question for each in receipt.answered), *receipt.questions)
        return ask(request, replace(found, problems=receipt.problems), asked, answers, receipt.questions)
    return recorded(request, receipt)


@needs(Permission.RECORD, on=of_anything)
@defined
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


def ask(
    request: HttpRequest,
    found: deliveries.Waiting,
    asked: tuple[Question, ...],
    answers: dict[str, str],
    open_: tuple[Question, ...] = (),
) -> HttpResponse:
    """The page of a delivery that waits. `open_`: the questions that wanted an answer and had none."""
    shown = groups(asked, answers, [each.code for each in open_])
    left = [(field.id, field.legend) for group in shown for field in group.fields if field.error]
    return page(
        request, "load/held.jinja", held=found, groups=shown, asked=len(asked), problems=found.problems, left=left
    )


def recorded(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    """Say what was made of it, and show the release."""
    if receipt.release is None:
        messages.info(request, " ".join((receipt.sentence, *receipt.notes[:MOST_NOTES])))
        return redirect("data")
    messages.success(request, receipt.sentence)
    return redirect("data-release", receipt.release)
