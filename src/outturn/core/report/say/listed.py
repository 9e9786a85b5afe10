"""Which rows of a list are shown, out of how many, and in which order."""

from outturn.core.report.say.counts import none_of, plural
from outturn.core.report.wording import all_of, lower_first

FITS = ("fits", "does not fit")


def say_listed(first: int, last: int, fitting: int, total: int, noun: str, order: str, nouns: str = "") -> str:
    """`51 to 100 of 312 findings, newest first`. No full stop.

    Rows `first` to `last` are shown of the `fitting` that the filters let through, of `total` there are. `order` is
    left out where there is nothing to order.
    """
    nouns = nouns or plural(noun)
    if not total:
        return f"No {nouns}"
    if not fitting:
        return f"{none_of(total, noun, nouns, FITS)} the filters"
    words = (
        _whole(fitting, total, noun, nouns)
        if last - first + 1 == fitting
        else _part(first, last, fitting, total, nouns)
    )
    return f"{words}, {order}" if fitting > 1 else words


def _whole(fitting: int, total: int, noun: str, nouns: str) -> str:
    """`All 38 measures`, `12 of 38 measures`: everything that fits stands on this page."""
    return all_of(total, noun, nouns) if fitting == total else f"{fitting:,} of {total:,} {nouns}"


def _part(first: int, last: int, fitting: int, total: int, nouns: str) -> str:
    """`51 to 100 of the 120 findings that fit the filters (312 in all)`: one page of several."""
    span = f"{first:,} to {last:,}" if first < last else ("The last" if last == fitting else f"Number {first:,}")
    if fitting == total:
        return f"{span} of {total:,} {nouns}"
    return f"{span} of the {fitting:,} {nouns} that fit the filters ({total:,} in all)"


def say_way_back(total: int, noun: str, nouns: str = "") -> str:
    """`Show all 38 measures`: in place of the rows, when filters leave none. No full stop."""
    return f"Show {lower_first(all_of(total, noun, nouns or plural(noun)))}"


def say_download(fitting: int, total: int, noun: str, nouns: str = "") -> str:
    """`Download all 312 findings (CSV)`, `Download these 12 findings (CSV)`: every page of them."""
    nouns = nouns or plural(noun)
    if fitting == 1:
        return f"Download this {noun} (CSV)"
    which = (
        f"{'both' if fitting == 2 else f'all {fitting:,}'} {nouns}"
        if fitting == total
        else f"these {fitting:,} {nouns}"
    )
    return f"Download {which} (CSV)"
