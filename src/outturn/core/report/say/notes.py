"""A note of the engine as a sentence. Tables of figures keep it as it is; pages and papers are read aloud."""


def as_sentence(note: str) -> str:
    """`No forecast: 2 values, and 12 are needed.`; empty for none."""
    return f"{note[:1].upper()}{note[1:]}{'' if note.endswith('.') else '.'}" if note else ""
