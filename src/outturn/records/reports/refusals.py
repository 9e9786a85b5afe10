"""What stands in the way of an edition, looked for on the very state that it would print."""

from datetime import date

from django.utils import timezone

from outturn.core.access import Actor
from outturn.core.catalogue import Catalogue
from outturn.core.checks import Finding, Severity
from outturn.records.assessments.stale import stale
from outturn.records.catalogue import queries as catalogue
from outturn.records.findings import actions as checks
from outturn.records.findings import queries as findings
from outturn.records.observations import queries as observations
from outturn.records.observations.queries import Moment
from outturn.records.sequence import queries as sequence


class CannotPublish(Exception):
    """What stands in the way, in sentences."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class UnknownPack(CannotPublish):
    """The definitions have no pack of that name."""


def refuse(pack: str, moment: Moment, day: date, by: Actor) -> None:
    """Raises CannotPublish when there is anything to refuse. Runs the checks on what would be printed."""
    if day > timezone.localdate():
        raise CannotPublish(f"{_words(day)} has not come yet. Publish as known on a day up to today.")
    known = _definitions(moment, day)
    if pack not in known.packs:
        raise UnknownPack(f"There is no pack '{pack}'. Packs: {', '.join(known.packs) or 'none'}.")
    if moment.release == 0:
        raise CannotPublish(f"No figures were known{_by(moment)}. Record them first: outturn record FILES")
    _refuse_unassessed(moment, known)
    _refuse_blocking(moment, by)


def _definitions(moment: Moment, day: date) -> Catalogue:
    if moment.definitions == 0 and sequence.last() > moment.number:
        raise CannotPublish(f"Nothing was known by {_words(day)}: the first definitions were loaded later.")
    try:
        return catalogue.at(moment.definitions)
    except catalogue.NothingDefined as problem:
        raise CannotPublish(str(problem)) from problem


def _refuse_unassessed(moment: Moment, known: Catalogue) -> None:
    left = stale(moment)
    if not left:
        return
    are = "is" if len(left) == 1 else "are"
    what = f"{len(left)} of {len(known.entries())} entries {are} not assessed at release {moment.release}"
    others = f", and {len(left) - 1} more" if len(left) > 1 else ""
    first = f"{left[0].short or left[0].indicator} for {known.areas[left[0].area].short}{others}"
    if moment.number == sequence.last():
        raise CannotPublish(f"{what}: {first}. Run: outturn assess")
    raise CannotPublish(f"{what}{_by(moment)}: {first}. Publish as known on a later day.")


def _refuse_blocking(moment: Moment, by: Actor) -> None:
    """What somebody has accepted by now no longer stands in the way; what is found now is kept, to be accepted."""
    accepted = findings.find_accepted()
    found = [
        one for one in checks.find(moment) if one.severity == Severity.BLOCKING and one.fingerprint not in accepted
    ]
    if not found:
        return
    now = observations.moment()
    if moment.number == now.number:
        checks.check(by=Actor.with_roles(by.name, "analyst"))
        raise CannotPublish(*map(_sentence, found))
    raise CannotPublish(
        *map(_sentence, found),
        f"So it stood{_by(moment)}. Correct it, or accept the finding if it still stands; or publish as known today.",
    )


def _sentence(found: Finding) -> str:
    return f"{found.place}: {found.sentence}"


def _by(moment: Moment) -> str:
    return f" on {_words(moment.on)}" if moment.on else ""


def _words(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "now"
