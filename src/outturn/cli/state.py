"""The lines of `outturn status`."""

from collections.abc import Iterator


def list_state() -> Iterator[str]:
    from django.db import connection

    from outturn.records.catalogue import queries as catalogue
    from outturn.records.findings import queries as findings
    from outturn.records.observations import queries as observations
    from outturn.records.reports import queries as reports

    yield f"Database     {connection.vendor}, {connection.settings_dict['NAME']}"
    moment = observations.moment()
    if not moment.definitions:
        yield "Definitions  none. Run: outturn load DEFINITIONS_DIR"
        return
    known = catalogue.current()
    entries, frameworks = len(known.entries()), len(known.frameworks)
    yield (
        f"Definitions  version {moment.definitions}: {len(known.indicators)} indicators, "
        f"{entries} entries in {frameworks} frameworks"
    )
    for row in observations.releases()[:5]:
        figures = f"{row.n_values:,} figures, {row.n_restated} restated"
        taken = f" Withdrawn by release {row.withdrawn_by}." if row.withdrawn_by else ""
        back = f" Withdraws release {row.withdraws}." if row.withdraws else ""
        yield f"Release {row.number:<4} {row.at:%d %b %Y}, {figures}.{taken}{back} {row.note}".rstrip()
    open_ = findings.open_findings(moment)
    blocking = sum(row.severity == "blocking" for row in open_)
    yield f"Findings     {len(open_)} open, {blocking} blocking"
    for edition in reports.editions()[:5]:
        yield f"Edition      {edition.pack} {edition.name}, as known at release {edition.release}"
