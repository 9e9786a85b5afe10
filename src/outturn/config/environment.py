"""Reading the environment: what cannot be read is said with its name and how to write it."""

import os
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

Read = TypeVar("Read")


def read_variable(name: str, default: str, parse: Callable[[str], Read], like: str) -> Read:
    """The variable as `parse` reads it. Raises ImproperlyConfigured with an example."""
    written = os.environ.get(name, "").strip() or default
    try:
        return parse(written)
    except ValueError:
        shown = "what it says" if "://" in written else f"'{written}'"  # an address may hold a password
        raise ImproperlyConfigured(f"{name} cannot be read: {shown}. Write it like {like}.") from None


def split_commas(written: str) -> list[str]:
    """`a, b` as its parts."""
    return [each.strip() for each in written.split(",") if each.strip()]


def parse_seconds(written: str) -> int:
    if not 1 <= int(written) <= 3600:
        raise ValueError
    return int(written)
