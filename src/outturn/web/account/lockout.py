"""When signing in is paused, and for whom: counted by name and by address, where the address may be behind a proxy."""

from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest

ANYWHERE = 5
"""An office shares an address, and a name is guessed at from many: what is counted by one of the two alone may reach so
many times the limit of a name at an address."""


class Lockout(AxesDatabaseHandler):  # type: ignore[misc]  # axes tells no types
    """django-axes knows one limit for all it counts by; an address that an office shares needs its own."""

    def get_failures(self, request: HttpRequest, credentials: dict | None = None) -> int:
        """Wrong passwords in the last hour, as a number to hold against AXES_FAILURE_LIMIT."""
        together, name, address = (_failures(attempts) for attempts in self.get_user_attempts(request, credentials))
        return max(together, name // ANYWHERE, address // ANYWHERE)


def _failures(attempts: QuerySet[Any]) -> int:
    return int(attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0)


def client_address(request: HttpRequest) -> str | None:
    """The address that asks; None where the server knows none.

    `X-Forwarded-For` is believed only from a proxy in OUTTURN_PROXIES, and only back to the first address that is no
    such proxy: what stands before that, anybody may have written.
    """
    address: str = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    while _is_proxy(address) and forwarded:
        before = forwarded.pop().strip()
        if not _is_address(before):
            return address
        address = before
    return address if _is_address(address) else None


def _is_proxy(address: str) -> bool:
    proxies: list[IPv4Network | IPv6Network] = settings.OUTTURN_PROXIES
    return _is_address(address) and any(ip_address(address) in proxy for proxy in proxies)


def _is_address(printed: str) -> bool:
    try:
        ip_address(printed)
    except ValueError:
        return False
    return True
