"""One small table for each question of the batch commands, and the columns that the contract promises."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import polars as pl

LIMITS = "lower95,upper95,lower998,upper998"
AREA = "Béziers – A"
"""A name that a machine without a language must keep, too."""


def rows(header: str, *lines: str) -> str:
    return "\n".join([header, *lines]) + "\n"


BANDS = [f"{AREA},{band},{band + 5},{1000 + band}" for band in range(19)]
TABLES = {
    "waits": rows(
        "series,date,value", *(f"{AREA},2024-{month:02}-01,{50 + month % 3}" for month in range(1, 13)), "B,2024-01-01,"
    ),
    "counts": rows("group,numerator,denominator", f"{AREA},12,100", "B,5,80"),
    "values": rows("group,value", f"{AREA},1", f"{AREA},2.5", "B,3"),
    "bands": rows("group,band,numerator,denominator", *BANDS),
    "weighted": rows("group,band,numerator,denominator,standard_population", *(f"{row},5000" for row in BANDS)),
    "england": rows("band,numerator,denominator", *(f"{band},{band + 50},{10000 + band}" for band in range(19))),
    "areas": rows("group,area,value", *(f"{AREA},a{place},{place * 3}" for place in range(12))),
    "years": rows(
        "series,period,kind,numerator,denominator,value,lower95,upper95,direction",
        *(f"{AREA},{2018 + year},proportion,{100 + 20 * year},1000,,,,higher" for year in range(5)),
    ),
    "compared": rows(f"group,value,{LIMITS},benchmark,direction", f"{AREA},10,8,12,7,13,9,higher"),
    "aimed": rows("group,value,direction,target_lower,target_upper", f"{AREA},10,higher,8,12"),
    "fifths": rows(
        "group,quantile,population,value,lower95,upper95",
        *(f"{AREA},{n},100,{20 - n},{19 - n},{21 - n}" for n in range(1, 6)),
    ),
    "ages": rows("group,age,deaths,population", *(f"{AREA},{age},200,10000" for age in (0, 1, *range(5, 95, 5)))),
    "peers": rows("indicator,period,area,value", *(f"{AREA},2024,a{place},{place}" for place in range(8))),
    "plans": rows("value,plan,operator", "10,9,>=", "8,9,>="),
}


@dataclass(frozen=True)
class Question:
    """What is typed between `outturn` and the files, what is read, and the columns of the answer."""

    words: str
    table: str
    columns: str
    more: tuple[str, ...] = ()


COUNTED = f"group,numerator,denominator,value,{LIMITS},note"
QUESTIONS = [
    Question(
        "spc",
        "waits",
        "series,date,value,group,mean,lower,upper,near_lower,near_upper,side,outside,close,run,trend,two_of_three,label,"
        "point_type",
    ),
    Question("stats proportion", "counts", COUNTED),
    Question("stats rate", "counts", COUNTED, ("--multiplier", "1000")),
    Question("stats mean", "values", f"group,n,value,{LIMITS},note"),
    Question("stats dsr", "weighted", COUNTED),
    Question("stats isr", "bands", f"group,observed,expected,value,{LIMITS},note", ("--reference", "england.csv")),
    Question("stats quantile", "areas", "group,area,value,quantile,note"),
    Question(
        "stats inequality",
        "fifths",
        "group,sii,sii_lower95,sii_upper95,sii_lower998,sii_upper998,rii,rii_lower95,rii_upper95,rii_lower998,rii_upper998,note",
    ),
    Question("stats life-expectancy", "ages", f"group,age,value,{LIMITS},note", ("--age", "65")),
    Question("stats funnel", "counts", f"group,numerator,denominator,value,average,{LIMITS},significance,note"),
    Question("stats trend", "years", "series,chi2,trend,welcome,note"),
    Question("stats compare", "compared", "group,outcome,note"),
    Question("stats target", "aimed", "group,outcome,note"),
    Question("rank", "peers", "indicator,period,area,value,rank,of,quartile,rank_best,rank_worst"),
    Question("rate", "plans", "value,plan,operator,met,gap,adverse_percent,rating", ("--schemes", "plan-5.yaml")),
]


def write_tables(folder: Path) -> None:
    """Every table twice, as CSV and as Parquet."""
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        pl.read_csv(StringIO(text)).write_parquet(folder / f"{name}.parquet")
