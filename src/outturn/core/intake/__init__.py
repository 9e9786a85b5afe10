"""Intake: an opened file to a tidy frame of values, with every problem and every question said at once."""

from outturn.core.intake.choose import choose_layout
from outturn.core.intake.opened import Opened
from outturn.core.intake.questions import Answered, Answers, Choice, Place, Question
from outturn.core.intake.read_file import read_file
from outturn.core.intake.result import Intake, Problem
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.layouts import Flag, Layout, PeriodColumns, ValueColumn

__all__ = [
    "Answered",
    "Answers",
    "Choice",
    "Flag",
    "Intake",
    "Layout",
    "Opened",
    "PeriodColumns",
    "Place",
    "Problem",
    "Question",
    "UnitInfo",
    "ValueColumn",
    "choose_layout",
    "read_file",
]
