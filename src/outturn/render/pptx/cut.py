"""Texts longer than a slide, cut where a line ends."""

from dataclasses import replace

from outturn.core.report.document import Rich, Run
from outturn.render.lettering import lines


def cut(runs: Rich, size: float, room: float, most: int) -> tuple[Rich, Rich]:
    """What fits in so many lines `room` wide, and the rest. At least one word goes first."""
    words = "".join(run.text for run in runs).split(" ")
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines(" ".join(words[:middle]), size, room) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return part_runs(runs, len(" ".join(words[:low])))


def part_runs(runs: Rich, at: int) -> tuple[Rich, Rich]:
    """The runs before and after so many letters; the space between is left out."""
    first: list[Run] = []
    rest: list[Run] = []
    for run in runs:
        before, after = run.text[: max(at, 0)], run.text[max(at, 0) :]
        after = after if rest else after.removeprefix(" ")
        first += [replace(run, text=before)] if before else []
        rest += [replace(run, text=after, chip=None if before else run.chip)] if after else []
        at -= len(run.text)
    return tuple(first), tuple(rest)
