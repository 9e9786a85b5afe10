"""Letters that the paper's fonts can draw; what they cannot is named, since PDF/UA forbids empty boxes."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONT = Path(__file__).parent.parent / "fonts" / "SourceSans3-Regular.ttf"
FALLBACK = ((0x05D0, 0x05EA), (0x0621, 0x063A), (0x0641, 0x064A), (0x0660, 0x0669))
"""Hebrew and Arabic letters, which the typesetter's own fonts have."""
SOFT_BREAK = 0x200B
ESCAPED_CONTROL = re.compile(r"(\\\\)|\\u00(?:0[0-8be-f]|1[0-9a-f])|\\[bf]")


def drawable(json_text: str) -> str:
    """JSON text in which every letter can be drawn: `🚑` becomes `[ambulance]`, control characters become spaces."""
    text = ESCAPED_CONTROL.sub(lambda found: found[1] or " ", json_text)
    return unknown_letters().sub(lambda found: name_letter(found[0]), text)


def name_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Mn", "Cc", "Cs"):
        return ""
    name = unicodedata.name(letter, "").lower()
    return f"[{name}]" if kind == "So" and name else f"[U+{ord(letter):04X}]"


@cache
def unknown_letters() -> re.Pattern[str]:
    """Matches each letter that no font has."""
    known = read_letters(FONT.read_bytes())
    for first, last in FALLBACK:
        known.update(range(first, last + 1))
    known.update((0x0A, 0x0D, 0x09, SOFT_BREAK))
    return re.compile(f"[^{''.join(re.escape(chr(code)) for code in sorted(known))}]")


def read_letters(font: bytes) -> set[int]:
    """Code points of a font, from the 32-bit or 16-bit segments of its `cmap` table."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[12 + 16 * n : 16 + 16 * n]: struct.unpack_from(">I", font, 20 + 16 * n)[0] for n in range(count)}
    cmap = tables[b"cmap"]
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * number)[0]
        if read := SEGMENTS.get(struct.unpack_from(">H", font, start)[0]):
            found |= read(font, start)
    return found


def short_segments(font: bytes, start: int) -> set[int]:
    """Format 4: ends, then starts, of segments of 16-bit codes."""
    double = struct.unpack_from(">H", font, start + 6)[0]
    ends = struct.unpack_from(f">{double // 2}H", font, start + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, start + 16 + double)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1) if code != 0xFFFF}


def long_segments(font: bytes, start: int) -> set[int]:
    """Format 12: groups of first code, last code, first glyph."""
    groups = struct.unpack_from(">I", font, start + 12)[0]
    spans = (struct.unpack_from(">II", font, start + 16 + 12 * number) for number in range(groups))
    return {code for first, last in spans for code in range(first, last + 1)}


SEGMENTS = {4: short_segments, 12: long_segments}
