"""How much has been recorded of a series, in a sentence."""

from outturn.core.report.wording import count_of


def say_recorded(figures: int, without: int, restated: int, withdrawn: int) -> str:
    """`40 figures recorded, of which 7 restatements; 1 withdrawn since`. No full stop.

    `without`: how often a source said that there is no figure, or none yet. What was withdrawn is no figure.
    """
    words = f"{count_of(figures, 'figure')} recorded" if figures else "No figure recorded"
    words += f", of which {count_of(restated, 'restatement')}" if figures and restated else ""
    words += f"; {count_of(without, 'entry', 'entries')} without a figure" if without else ""
    return words + (f"; {withdrawn:,} withdrawn since" if withdrawn else "")
