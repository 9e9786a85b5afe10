"""What the chart says of a point, as people say it. Tables of the engine keep the labels of the published rules.

The label names the first rule that a point hits; `statistics.spc.reasons` says all of them, from the points.
"""

import re

COMMON = ("", "Common Cause")
WORDS = (
    (r"Above UCL", "above the upper limit"),
    (r"Below LCL", "below the lower limit"),
    (r"(\d+) Point Trend \(Increasing\)", r"\1 or more in a row that rise"),
    (r"(\d+) Point Trend \(Decreasing\)", r"\1 or more in a row that fall"),
    (r"(\d+) in (\d+) Above CL", r"\1 in \2 near or beyond the upper limit"),
    (r"(\d+) in (\d+) Below CL", r"\1 in \2 near or beyond the lower limit"),
    (r"(\d+) Points Above CL", r"\1 or more in a row above the mean"),
    (r"(\d+) Points Below CL", r"\1 or more in a row below the mean"),
)


def signal_words(label: str) -> str:
    """`6 or more in a row above the mean`; empty where there is only chance. An unknown label stays as it is."""
    if label in COMMON:
        return ""
    for pattern, words in WORDS:
        if found := re.fullmatch(pattern, label):
            return found.expand(words)
    return label
