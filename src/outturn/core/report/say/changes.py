"""What is another than in the edition before, counted: the sentence over a page of changes."""

from outturn.core.report.wording import lower_first, spell_count


def say_changes(*counts: tuple[int, str, str], since: str = "") -> str:
    """`No ratings changed, three measures have a new figure, and one figure was restated.`

    `counts`: how many, what one of them did, and what several did.
    """
    first, *others = (spell_count(*count) for count in counts)
    *middle, last = (lower_first(words) for words in others)
    return f"{', '.join((first, *middle))}, and {last}{since}."
