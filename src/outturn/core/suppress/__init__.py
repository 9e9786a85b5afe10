"""Suppression: small counts are hidden, and so is every figure from which one could be worked out.

Runs on the frame of values, before anything is assessed or drawn, so that no output can say more than another.
"""

from outturn.core.catalogue import SuppressionPolicy as Suppression
from outturn.core.suppress.policy import Ratio, Ties, Total, find_hidden_range, possible_range
from outturn.core.suppress.recoverable import recoverable
from outturn.core.suppress.suppress import newly_hidden, suppress

__all__ = [
    "Ratio",
    "Suppression",
    "Ties",
    "Total",
    "find_hidden_range",
    "newly_hidden",
    "possible_range",
    "recoverable",
    "suppress",
]
