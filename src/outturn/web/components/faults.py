"""What a page says of measures that could not be assessed, or whose assessment cannot be read."""

from collections.abc import Iterable

from outturn.core.report.say.faults import unassessed
from outturn.web.components.line import Line


def faults(lines: Iterable[Line]) -> str:
    return unassessed([line.name for line in lines if line.result.fault])
