"""The Mandelbrot set twice: with floats of its own and with complex numbers."""


def escape_time(cx, cy, limit):
    x = y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def complex_escape_time(c, limit):
    z = 0j
    for i in range(limit):
        if abs(z) > 2.0:
            return i
        z = z * z + c
    return limit


def render(width, height, limit):
    rows = []
    for row in range(height):
        cy = (row + 0.5) / height * 2.4 - 1.2
        line = []
        for column in range(width):
            cx = (column + 0.5) / width * 3.2 - 2.2
            line.append(escape_time(cx, cy, limit))
        rows.append(line)
    return rows


def picture(rows, limit):
    shades = " .:-=+*%@#"
    return ["".join(shades[time * (len(shades) - 1) // limit] for time in line) for line in rows]


def main(width=400, height=200, limit=200):
    rows = render(width, height, limit)
    total = sum(map(sum, rows))
    exact = sum(complex_escape_time(complex(x / 10, y / 10), limit) for x in range(-20, 10) for y in range(-10, 10))
    assert (width, height, limit) != (400, 200, 200) or (total, exact) == (3532592, 34679), (total, exact)
    return total, exact


if __name__ == "__main__":
    print("mandelbrot:", *main())
    print("\n".join(picture(render(64, 24, 40), 40)))
