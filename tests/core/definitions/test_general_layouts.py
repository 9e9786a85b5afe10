"""The layouts that any office can use, with a small file for each."""

import pytest

from outturn.core.catalogue import Catalogue
from outturn.core.intake import UnitInfo, choose_layout, read_file
from outturn.workbooks.opening import open_file

LONG = "indicator,area,period,value,plan\nae-4h-type1,llr-icb,Nov-24,55.1%,56.9%\ncyp-52w,llr-icb,Nov 2024,*,\n"
WIDE = (
    "indicator,name,area,row,Oct-24,Nov-24\n"
    "ae-4h-type1,A&E four-hour waits,llr-icb,Actual,56.7%,55.1%\n"
    ",,,Plan,56.3%,56.9%\n"
    "cyp-52w,Children waiting,llr-icb,Actual,,*\n"
)


@pytest.mark.parametrize(("slug", "text", "figures"), [("plain", LONG, 3), ("dates-across", WIDE, 5)])
def test_a_file_in_a_general_layout_is_known_and_read(catalogue: Catalogue, slug: str, text: str, figures: int) -> None:
    file = open_file("ours.csv", text.encode())
    layout = choose_layout(file, catalogue.layouts.values()).layout
    assert layout is not None and layout.slug == slug
    units = {name: UnitInfo.of(indicator) for name, indicator in catalogue.indicators.items()}
    intake = read_file(file, layout, units=units, areas=set(catalogue.areas))
    assert intake.clean, [problem.sentence for problem in intake.problems]
    assert intake.values.height == figures
    november = intake.values.filter(indicator="ae-4h-type1", role="plan", period_kind="month").sort("end")["value"]
    assert november.to_list()[-1] == 56.9
    assert intake.values.filter(indicator="cyp-52w")["state"].to_list() == ["suppressed"]
