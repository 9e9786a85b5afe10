"""How the words of files are compared."""


def squared(text: str) -> str:
    """One case, single spaces."""
    return " ".join(text.split()).casefold()
