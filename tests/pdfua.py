"""Is a PDF accessible by PDF/UA-1? Asks `page`, an independent validator (package page-validation)."""

from pathlib import Path

import page


def failures(pdf: Path | bytes) -> list[str]:
    """Every rule that the document breaks, as `RULE-ID: message`; empty when it conforms to PDF/UA-1."""
    validate = page.validate_pdf_bytes if isinstance(pdf, bytes) else page.validate_pdf
    report = validate(pdf, profile="ua1")
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant == (not found)
    return found
