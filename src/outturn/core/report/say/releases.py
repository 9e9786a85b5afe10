"""What a release did, in a sentence: figures, restatements, what was taken back, and what of it cannot be listed."""

from outturn.core.report.wording import count_of


def say_release(figures: int, restated: int) -> str:
    """`369 figures, 1 restatement`."""
    return f"{count_of(figures, 'figure')}, {count_of(restated, 'restatement')}"


def say_withdrawal(figures: int, known: int) -> str:
    """Of a release that withdraws another. `known`: of how many of its figures something is known since."""
    gone = figures - known
    returned = f"{count_of(known, 'figure')} {'returns' if known == 1 else 'return'} to what was known before"
    lost = f"{count_of(gone, 'figure')} {'is' if gone == 1 else 'are'} no longer known"
    return "; ".join(words for number, words in ((known, returned), (gone, lost)) if number)


def say_taken_back(figures: int) -> str:
    """Of a release that withdraws another, to those who do not see the whole of it."""
    return f"{count_of(figures, 'figure')} taken back"


def say_unlisted(number: int, of: int, whole: bool = True) -> str:
    """Restatements that the table leaves out, and why. `whole`: the reader sees all that there is."""
    if not number:
        return ""
    why = "hidden, or given in words or by a mark, now or before" + ("" if whole else ", or not yours to see")
    if of == 1:
        return f"The figure that was restated is not listed: it is {why}."
    if number == of:
        return f"{'Neither' if of == 2 else 'None'} of the {of:,} figures restated is listed: {why}."
    return f"{number:,} of the {of:,} figures restated {'is' if number == 1 else 'are'} not listed: {why}."


def say_first(shown: int, total: int, noun: str) -> str:
    """`The first 50 of 1,312 figures are shown.`; empty where all are."""
    return f"The first {shown:,} of {total:,} {noun}s are shown." if shown < total else ""
