"""The words and digits that labels are made of."""

import re
from datetime import date

from outturn.core.periods.months import NAMES
from outturn.core.periods.period import PeriodProblem

LONG = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:"
    + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in LONG if name not in ("may", "september"))
    + (r"|may|sep(?:t(?:ember)?)?)\.?")
)
YEAR = r"(?:(?:19|20|21)[0-9]{2}|'?[0-9]{2})"
YEAR4 = r"(?:19|20|21)[0-9]{2}"
SPLIT = rf"(?:fy\s?)?(?:{YEAR4}|[0-9]{{2}})\s?[/-]\s?(?:{YEAR4}|[0-9]{{2}})"
"""A split year, `2024/25`, `24-25`, `2024/2025`."""
GAP = r"[\s/.-]*"
TO = r"(?:\s?-\s?|\s(?:to|until|and)\s)"


def square_label(label: str) -> str:
    """One case, one kind of dash and quote, single spaces."""
    text = re.sub("[\u2010-\u2015\u2212]", "-", label.casefold())
    text = re.sub("[\u2018\u2019`]", "'", text)
    return " ".join(text.split())


def month_of(word: str) -> int:
    return [name.casefold() for name in NAMES].index(word[:3]) + 1


def read_year_word(word: str) -> int:
    """Two digits are 1970 to 2069."""
    digits = int(word.lstrip("'"))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 70 else 1900)


def read_first_year(word: str, label: str) -> int:
    """The first year of `2024/25`; the second must follow the first."""
    first, second = re.findall("[0-9]+", word)
    start, end = read_year_word(first), int(second)
    if end % 100 != (start + 1) % 100 or (end >= 100 and end != start + 1):
        cure = f"Use {start}/{(start + 1) % 100:02d}, or write the month, such as Oct 2024."
        raise PeriodProblem(f"'{label}' is not a year: the second part does not follow the first.", cure)
    return start


def real_day(year: int, month: int, day: int, label: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if month > 12 and day <= 12:
            cure = f"Write the day first: {month}/{day:02d}/{year}."
        else:
            cure = "Use a day that exists, such as 31/10/2024."
        raise PeriodProblem(f"'{label}' is not a date.", cure) from None


def month_start(year: int, month: int, label: str) -> date:
    if not 1 <= month <= 12:
        cure = f"Use {year}-{'12' if month > 12 else '01'}."
        raise PeriodProblem(f"'{label}' is not a month.", cure)
    return date(year, month, 1)
