"""What is hidden stands nowhere: on no page of any day, in no file of any format, in nothing that a command says."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, resolve
from typer.testing import CliRunner

from outturn.cli.main import app
from outturn.core.access import Grant
from outturn.records.accounts.actions import add_person
from outturn.records.observations.models import Hidden, Observation
from outturn.records.reports.models import EditionFile

from . import system
from .reading import numbers_in, words_of

POSTED = {"finding-accept", "sign-out"}
"""Addresses that only take what is sent."""
PASSWORD = "correct horse battery"
LINK = 'href="'


def found_in(data: bytes, secrets: dict[str, str]) -> dict[str, str]:
    return {value: secrets[value] for text in words_of(data) for value in numbers_in(text) & set(secrets)}


def links_in(data: bytes) -> Iterator[str]:
    for piece in data.decode("utf-8", "replace").split(LINK)[1:]:
        address = urldefrag(piece.split('"')[0].replace("&amp;", "&")).url
        if address.startswith("/") and not address.startswith(("/static", "//")):
            yield address


def walk(client: Client, starts: list[str]) -> dict[str, bytes]:
    """Every page and file that can be reached, with what it says."""
    seen: dict[str, bytes] = {}
    ahead = list(starts)
    while ahead:
        address = ahead.pop()
        if address in seen:
            continue
        answer = client.get(address)
        seen[address] = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.status_code in (301, 302):
            ahead.append(answer["Location"])
        elif "html" in answer.get("Content-Type", ""):
            ahead += [link for link in links_in(seen[address]) if link not in seen]
    return seen


def test_a_canary_is_found_however_it_is_written() -> None:
    for words in ("3,617", "3617", "3617.0", '"v":3617}', "3\u00a0617 people", 'data-value="3617"', "<v>3617</v>"):
        assert found_in(words.encode(), {"3617": "falls"}), words
    assert not found_in(b"13617 36170 a3617f 3617c 0.3617 3,617,000", {"3617": "falls"})


@pytest.mark.django_db
def test_what_is_hidden_is_nowhere(tmp_path: Path) -> None:
    days = system.build()
    secrets = system.secrets()
    assert len(secrets) > 60
    assert Hidden.objects.filter(observation__value__gt=8000).exists(), "some are hidden to protect others"
    said: dict[str, bytes] = {}
    signed_in = Client()
    add_person(name="ada", password=PASSWORD, grants=[Grant("administrator")], by=system.ANALYST)
    signed_in.post("/sign-in", {"username": "ada", "password": PASSWORD})
    starts = ["/", f"/?as-known={days[0]}", f"/?as-known={days[2]}", "/scorecard?q=3", "/ranks"]
    for who, client, first in (
        ("anyone", Client(), starts),
        ("signed-in", signed_in, ["/", "/data/bring-in", "/data/held"]),
    ):
        cache.clear()
        said |= {f"{who} {address}": page for address, page in walk(client, first).items()}
    missed = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)} - POSTED - visited(said)
    said |= {f"{row.edition_id} {row.name}": bytes(row.data) for row in EditionFile.objects.all()}
    said |= dict(commands(tmp_path))
    leaks = {where: found for where, data in said.items() if (found := found_in(data, secrets))}
    assert (leaks, missed) == ({}, set())


def visited(said: dict[str, bytes]) -> set[str]:
    """The names of the addresses that were read."""
    paths = {where[where.index("/") :].split("?")[0] for where in said}
    return {str(resolve(path).url_name) for path in paths}


def commands(folder: Path) -> Iterator[tuple[str, bytes]]:
    rutland = Observation.objects.filter(indicator__slug="men", area__slug="rutland").order_by("id").last()
    assert rutland
    delivery = folder / "delivery.csv"
    delivery.write_bytes(system.file_of([f"men,rutland,{system.MONTHS[-1]},3923,"])[1])
    for words in (
        "status",
        f"record {delivery}",
        "assess --all",
        f"publish report -o {folder / 'papers'}",
        "rebuild report 2024-12-16",
        "withdraw 1",
    ):
        yield words, CliRunner().invoke(app, words.split()).output.encode()
    for path in (folder / "papers").rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes()
