"""How the words of files are compared."""


def square_text(text: str) -> str:
    """One case, single spaces."""
    return " ".join(text.split()).casefold()
