"""Every form of label, as a table: a pattern and the function that builds what it means. The first full fit wins."""

import re
from collections.abc import Callable

from outturn.core.periods import day_forms as days
from outturn.core.periods import month_forms as months
from outturn.core.periods import year_forms as years
from outturn.core.periods.period import Period
from outturn.core.periods.said import Found, Said
from outturn.core.periods.words import GAP, MONTH, SPLIT, TO, YEAR, YEAR4

BEFORE, AFTER = rf"(?:(?P<before>{SPLIT}){GAP})?", rf"(?:{GAP}(?P<after>{SPLIT}))?"
QUARTER = r"(?:q|qtr|quarter)\s?(?P<n>[1-4])"
ON = r"(?P<census>(?:as )?at |on |census )?"
WEEK = r"(?:(?P<week_end>w/e|week ending|week to) |(?P<week_start>w/c|week commencing|week from) )?"
CLOCK = r"(?:[ t][0-9:.]+)?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
PUBLISHED = "rtt|msitae|dm01"
"""What NHS England writes before the month in the files of its monthly publications: `RTT-March-2025`."""
LENGTH = r"(?P<n>[0-9]{1,2}) ?(?:m|months?|mths?)(?: rolling)?"

TABLE: tuple[tuple[str, Callable[[Found, Said], Period]], ...] = (
    (rf"(?P<month>{MONTH}){GAP}(?P<year>{YEAR})", months.read_month),
    (rf"(?P<year>{YEAR4}){GAP}(?P<month>{MONTH})", months.read_month),
    (rf"(?:{PUBLISHED})-(?P<month>{MONTH})-(?P<year>{YEAR4})", months.read_month),
    (rf"(?P<month>{MONTH}){GAP}(?P<split>{SPLIT})", months.read_month_of_financial_year),
    (rf"(?P<split>{SPLIT}){GAP}(?P<month>{MONTH})", months.read_month_of_financial_year),
    (rf"(?P<month>{MONTH})", months.read_bare_month),
    (rf"(?P<year>{YEAR4})(?P<gap>[ /.-]?)(?P<number>[0-9]{{2}})", months.read_numbered_month),
    (rf"(?P<number>[0-9]{{1,2}})(?P<gap>[ /.-])(?P<year>{YEAR4})", months.read_numbered_month),
    (rf"{BEFORE}{QUARTER}{AFTER}", years.read_quarter),
    (rf"{QUARTER}{GAP}(?:fy\s?)?(?P<year>{YEAR})", years.read_quarter_of_plain_year),
    (rf"(?:fy\s?)?(?P<year>{YEAR}){GAP}{QUARTER}", years.read_quarter_of_plain_year),
    (rf"{BEFORE}(?:h|half)\s?(?P<n>[12]){AFTER}", years.read_half),
    (rf"{BEFORE}(?:m|mth|month)\s?(?P<n>[0-9]{{1,2}}){AFTER}", months.read_finance_month),
    (rf"(?:calendar year |cy ?)?(?P<year>{YEAR4})", years.read_plain_year),
    (rf"(?:ay|academic year) ?(?P<split>{SPLIT})|(?P<late_split>{SPLIT}) academic(?: year)?", years.read_academic_year),
    (rf"(?P<first>{YEAR4})(?:(?P<dash>\s?-\s?)|{TO})(?P<last>{YEAR4})", years.read_years_to),
    (rf"(?P<first>{YEAR4})(?P<dash>\s-\s)(?P<last>[0-9]{{2}})", years.read_years_to),
    (rf"(?:financial year |year )?(?P<split>{SPLIT})", years.read_split_year),
    (rf"(?:fy\s?)?(?P<year>{YEAR4})[/-](?:[0-9]|[0-9]{{3}})", years.read_half_written),
    (rf"(?P<first>{YEAR4}){TO}(?P<last>[0-9]{{2}})(?P<dash>(?!))?", years.read_years_to),
    (rf"(?P<first>{SPLIT}){TO}(?P<last>{SPLIT})", years.read_split_years_to),
    (
        rf"(?P<first>{MONTH})(?:{GAP}(?P<first_year>{YEAR}))?{TO}(?P<last>{MONTH}){GAP}(?P<year>{YEAR})"
        rf"(?P<finance> ?\(m[0-9]{{1,2}}\))?",
        months.read_months_to,
    ),
    (rf"apr(?:il)? (?P<year>{YEAR}) ?\(m1\)", months.read_first_finance_month),
    (
        rf"(?:rolling )?(?:{LENGTH}|year) (?:to|ending|ended) (?P<month>{MONTH}){GAP}(?P<year>{YEAR})",
        months.read_window,
    ),
    (rf"{ON}{WEEK}(?P<year>{YEAR4})-(?P<number>[0-9]{{2}})-(?P<day>[0-9]{{2}}){CLOCK}", days.read_plain_day),
    (rf"{ON}{WEEK}(?P<day>[0-9]{{1,2}})[/.-](?P<number>[0-9]{{1,2}})[/.-](?P<year>{YEAR}){CLOCK}", days.read_plain_day),
    (rf"{ON}{WEEK}{DAY}{GAP}(?P<number>{MONTH}){GAP}(?P<year>{YEAR}){CLOCK}", days.read_plain_day),
    (
        rf"(?P<d1>[0-9]{{1,2}}) (?P<m1>{MONTH}) (?P<y1>{YEAR}){TO}"
        rf"(?P<d2>[0-9]{{1,2}}) (?P<m2>{MONTH}) (?P<y2>{YEAR})",
        days.two_days,
    ),
    (rf"(?P<year>{YEAR4})-?w(?P<week>[0-9]{{1,2}})", days.iso_week),
    (r"[0-9]{1,2}[ .-][0-9]{1,2}|fy ?[0-9]{2}(?:[0-9]{2})?", years.unclear),
)

FORMS = tuple((re.compile(pattern), build) for pattern, build in TABLE)
