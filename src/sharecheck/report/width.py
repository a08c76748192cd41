"""How many columns of a terminal a text takes: most signs one, many of Asia and pictures two, accents none."""


def columns(text: str) -> int:
    """The columns that a text takes; a text that is safe to print."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # 40 ms, and most texts have one column a sign

    return cell_len(text)


def fitting(text: str, most: int) -> str:
    """The beginning of a text, in so many columns at most."""
    end = min(len(text), 2 * most)  # signs of no column may stand behind others
    while columns(text[:end]) > most:
        end -= 1
    return text[:end]
