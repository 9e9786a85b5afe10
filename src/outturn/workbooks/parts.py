"""The parts of a zipped workbook, each no larger than its size can justify."""

import io
import zipfile
import zlib

MOST_PARTS, MOST_UNPACKED, MOST_RATIO = 2_000, 300 << 20, 200
CHUNK = 1 << 16


class Refused(Exception):
    """(message, cure) for the person who sent the file."""


def unpack_parts(data: bytes) -> dict[str, bytes]:
    """Name to content of every part. Raises Refused."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for entry in entries_of(data):
        part = inflate(data, entry, min(left, max(CHUNK, entry.compress_size * MOST_RATIO)))
        left -= len(part)
        parts[entry.filename] = part if entry.filename.endswith((".xml", ".rels")) else b""
    return parts


def entries_of(data: bytes) -> list[zipfile.ZipInfo]:
    """The parts as the archive lists them, if it is a workbook that can be read safely."""
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    names = [entry.filename.casefold() for entry in entries]
    if len(entries) > MOST_PARTS or len(set(names)) < len(names):
        raise Refused("The workbook has too many parts, or one part twice.", "Save it again as XLSX.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("The workbook is protected by a password.", "Take the password off and save it again.")
    if any(name.endswith("workbook.bin") for name in names):
        raise Refused("This is a binary workbook.", "Save it as XLSX.")
    return entries


def inflate(data: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """One part, whatever size its entry declares: what is really in it counts."""
    start = entry.header_offset + 30
    header = data[entry.header_offset : start]
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise Refused("The workbook is packed in an unusual way.", "Save it again as XLSX.")
    stream = zlib.decompressobj(-15)
    part = stream.decompress(packed, most + 1)
    if len(part) > most:
        raise Refused("The workbook unpacks to far more than its size.", "Save a copy with only the sheets needed.")
    if zlib.crc32(part) != entry.CRC:
        raise ValueError(f"{entry.filename} does not match its checksum")
    return part
