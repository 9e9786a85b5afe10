"""The one table of kinds: every format asks it, and none knows what a kind looks like."""

from typing import Any, TypeGuard

from outturn.core.report.pictures import Chart, Funnel, Picture, RankStrip, Waterfall
from outturn.render.pictures import funnel, ranks, series, waterfall
from outturn.render.pictures.kind import PictureKind

KINDS: dict[type, PictureKind[Any]] = {
    Chart: series.KIND,
    RankStrip: ranks.KIND,
    Funnel: funnel.KIND,
    Waterfall: waterfall.KIND,
}


def kind_of(picture: Picture) -> PictureKind[Any]:
    return KINDS[type(picture)]


def is_picture(block: object) -> TypeGuard[Picture]:
    return type(block) in KINDS


def keeps_columns(block: object) -> bool:
    """Is it a picture whose numbers stand on the sheet of chart data?"""
    return type(block) in KINDS and KINDS[type(block)].keeps_columns


def stands_beside(block: object) -> TypeGuard[Picture]:
    """Is it a picture that can share its row with facts?"""
    return type(block) in KINDS and KINDS[type(block)].rows is None
