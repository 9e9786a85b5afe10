"""One schema a folder: what a file in that folder may say."""

from pydantic import BaseModel

from outturn.core.definitions.schema.area import AreasFile
from outturn.core.definitions.schema.framework import FrameworkFile
from outturn.core.definitions.schema.indicator import IndicatorsFile
from outturn.core.definitions.schema.layout import LayoutFile
from outturn.core.definitions.schema.pack import PackFile
from outturn.core.definitions.schema.scheme import SchemeFile

KINDS: dict[str, type[BaseModel]] = {
    "areas": AreasFile,
    "indicators": IndicatorsFile,
    "frameworks": FrameworkFile,
    "schemes": SchemeFile,
    "packs": PackFile,
    "layouts": LayoutFile,
}
"""Folder -> schema of the files in it."""

__all__ = ["KINDS"]
