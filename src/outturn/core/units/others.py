"""Cells that hold no plain number: yes or no, a date, a length of time."""

from datetime import date, datetime

from outturn.core.units.durations import HALF_CLOCK, HALVES, PLAIN, half_clock, not_a_time, parse_duration
from outturn.core.units.numbers import NotANumber, parse_number, shorten
from outturn.core.units.reading import Asked, Reading

YES_NO = {"yes": 1.0, "y": 1.0, "true": 1.0, "✓": 1.0, "✔": 1.0, "no": 0.0, "n": 0.0, "false": 0.0, "✗": 0.0, "✘": 0.0}
DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%Y-%m-%d %H:%M:%S")


def read_yes_no(cell: str) -> Reading:
    value = YES_NO.get(cell.casefold())
    if value is None:
        raise NotANumber(f"'{shorten(cell)}' is neither yes nor no.", "Write Yes or No.")
    return Reading(value)


def read_date(cell: str) -> Reading:
    """A date, held as its ordinal day; day before month, as in Britain."""
    for form in DATE_FORMS:
        try:
            date_read: date = datetime.strptime(cell, form).date()
        except ValueError:
            continue
        return Reading(float(date_read.toordinal()))
    raise NotANumber(f"'{shorten(cell)}' is not a date.", "Write it as 2024-10-31 or 31/10/2024.")


def duration(cell: str, asked: Asked) -> Reading:
    """Seconds; a form that can be read in two ways is a question."""
    known = parse_duration(cell)
    if known is not None:
        return Reading(float(known))
    if HALF_CLOCK.fullmatch(cell):
        if asked.duration_as in HALVES:
            return Reading(float(half_clock(cell, asked.duration_as)))
        half_clock(cell, "mm:ss")
        return Reading(code="clock-form", question=f"'{cell}' may be mm:ss or hh:mm. Which is it?")
    written = parse_number(cell)
    if written.tail or written.pound:
        raise not_a_time(cell)
    if asked.duration_as in PLAIN:
        return Reading(float(written.value * PLAIN[asked.duration_as]))
    if written.value == 0:
        return Reading(0.0)
    return Reading(code="plain-duration", question=f"'{cell}' may be seconds, minutes, hours or days. Which is it?")
