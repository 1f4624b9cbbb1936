"""Aligned text tables."""


def table(rows, /, *, header=(), separator="  "):
    """The lines of a table; numbers stand to the right, all else to the left."""
    rows = [tuple(row) for row in rows]
    texts = [[show(cell) for cell in row] for row in rows]
    if header:
        texts.insert(0, list(map(str, header)))
    widths = [max(map(len, column)) for column in zip(*texts)]
    right = [all(isinstance(cell, (int, float)) for cell in column) for column in zip(*rows)]
    for number, line in enumerate(texts):
        cells = [f"{cell:>{w}}" if r else f"{cell:<{w}}" for cell, w, r in zip(line, widths, right, strict=True)]
        yield separator.join(cells).rstrip()
        if number == 0 and header:
            yield separator.join("-" * width for width in widths)


def show(cell):
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
