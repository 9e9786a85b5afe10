"""Writing about a measure: risks, what is being done, good news. Somebody else's words are never lost."""

from dataclasses import replace
from secrets import token_hex
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from outturn.core.access import ANYTHING, Permission, Sight
from outturn.core.commentary import Note, NoteKind
from outturn.core.live import Figures, find_indicators
from outturn.records.assessments.queries import of_indicators
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary import queries as commentary
from outturn.records.commentary.actions import Overtaken
from outturn.records.cycle.actions import NotAssessed, write
from outturn.records.observations.queries import moment
from outturn.web.commentary.form import Choice, CommentaryForm, TokenForm, areas
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import needs_definitions, page


@needs(Permission.COMMENT, on=of_anything)
@needs_definitions
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, framework: str, indicator: str) -> HttpResponse:
    """A text that is new. The token of the form is part of its name, so a resend makes it once."""
    entry = next((each for each in catalogue.current().find_uses(indicator) if each.framework == framework), None)
    if entry is None:
        raise Http404(f"There is no measure called '{indicator}' in '{framework}'.")
    token = token_in(request) if request.method == "POST" else token_hex(6)
    ident = f"{indicator}-{token}"
    empty = Note(ident, NoteKind.RISK, framework, entry.section, (indicator,), "", position=1000, version=0)
    return change(request, replace(empty, area=from_page(request, empty)), token)


def token_in(request: HttpRequest) -> str:
    """The token that the form was given: it becomes part of an address, so nothing else will do."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        raise BadRequest("token")
    return str(form.cleaned_data["token"])


def from_page(request: HttpRequest, note: Note) -> str:
    """The area of the page that the writer came from, where the measure is held for several."""
    offered = dict(offer_areas(request, note))
    came_from = request.GET.get("area", "")
    if len(offered) > 2 and came_from in offered:
        return came_from
    return "" if "" in offered else next(iter(offered))


def offer_areas(request: HttpRequest, note: Note) -> list[Choice]:
    """The areas of the text for which they may write. Raises NotAllowed where there is none."""
    by, choices = asking(request), areas(catalogue.current(), note)
    by.check(Permission.COMMENT, on=ANYTHING)
    offered = [choice for choice in choices if by.may(Permission.COMMENT, on=replace(note, area=choice[0]).subjects)]
    if not offered:
        by.check(Permission.COMMENT, on=note.subjects)
    return offered


@needs(Permission.COMMENT, on=of_anything)
@needs_definitions
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, ident: str) -> HttpResponse:
    note = commentary.last(ident) if request.method == "POST" else commentary.note(ident)
    if note is None:
        raise Http404("This text was withdrawn, or was never written.")
    asking(request).check(Permission.COMMENT, on=note.subjects)
    return change(request, note, "")


def change(request: HttpRequest, note: Note, token: str) -> HttpResponse:
    """Show the form, or save what it says. When somebody saved first, both versions are shown."""
    offered = offer_areas(request, note)
    if request.method == "GET":
        return show_form(request, CommentaryForm(note, offered, token=token))
    form = CommentaryForm(note, offered, request.POST)
    if not form.withdrawing:
        form.full_clean()
        form.check_figures(load_spoken_of(form, asking(request).visible()))
        if not form.is_valid():
            return show_form(request, form)
    return save(request, form)


def save(request: HttpRequest, form: CommentaryForm) -> HttpResponse:
    form.full_clean()
    seen, withdrawn = form.cleaned_data["version"], form.withdrawing
    try:
        write(note=form.as_note(), by=asking(request), expected=seen, withdrawn=withdrawn)
    except Overtaken as problem:
        newer = form.follow(commentary.last(form.note.ident) or form.note)
        newer.refuse(str(problem))
        return show_form(request, newer, overtaken=True)
    except NotAssessed as problem:
        form.refuse(str(problem))
        return show_form(request, form)
    messages.success(request, "Withdrawn." if withdrawn else "Saved.")
    return redirect(place_of(form.as_note()))


def show_form(request: HttpRequest, form: CommentaryForm, overtaken: bool = False) -> HttpResponse:
    """`overtaken`: what somebody else saved stands over the words of the writer."""
    back = place_of(form.note)
    return page(request, "commentary/edit.jinja", form=form, note=form.note, overtaken=overtaken, back=back)


def place_of(note: Note) -> str:
    """The page on which the text stands: of its measure, else the scorecard of its framework."""
    if not note.indicators:
        return reverse("scorecard-framework", args=[note.framework])
    where = [note.indicators[0], note.area] if note.area else [note.indicators[0]]
    return f"{reverse('indicator-area' if note.area else 'indicator', args=where)}?{urlencode({'in': note.framework})}"


def load_spoken_of(form: CommentaryForm, sight: Sight) -> Figures:
    """The results that the words of a form speak of, and what of them the writer may see: an edition is read by others,
    and would tell the rest."""
    words = [str(form.cleaned_data.get(name, "")) for name in ("title", "text")]
    return Figures.of(catalogue.current(), of_indicators(moment(), find_indicators(words)), sight)
