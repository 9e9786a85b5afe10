"""Reasons: why a finding is left as it is, why a release is withdrawn."""

from outturn.core import limits
from outturn.web.forms.fields import Line
from outturn.web.forms.form import Form


class AcceptForm(Form):
    refused = "Not accepted"

    because = Line(limits.ACCEPTANCE, "Reason, in a sentence", "{limit}. It is kept and shown with the finding.")


class WithdrawForm(Form):
    refused = "Nothing was withdrawn"

    because = Line(
        limits.WITHDRAWAL,
        "Why is it withdrawn?",
        "In a sentence, shown with the release: The trust sent last year's file again. {limit}",
    )
