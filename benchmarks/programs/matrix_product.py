"""Matrix products of ints and of floats, by index, by zip, and by Strassen's rule over a Matrix class."""


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    @classmethod
    def generate(cls, size, function):
        return cls([[function(i, j) for j in range(size)] for i in range(size)])

    def __len__(self):
        return len(self.rows)

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __sub__(self, other):
        return Matrix([[a - b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def quarters(self):
        half = len(self) // 2
        for rows in self.rows[:half], self.rows[half:]:
            yield Matrix([row[:half] for row in rows])
            yield Matrix([row[half:] for row in rows])

    def trace(self):
        return sum(self.rows[i][i] for i in range(len(self)))


def by_index(a, b):
    n = len(a)
    result = [[0] * n for _ in range(n)]
    for i in range(n):
        row, target = a[i], result[i]
        for k in range(n):
            factor, other = row[k], b[k]
            for j in range(n):
                target[j] += factor * other[j]
    return result


def strassen(a, b):
    if len(a) <= 16:
        return a @ b
    a11, a12, a21, a22 = a.quarters()
    b11, b12, b21, b22 = b.quarters()
    p1 = strassen(a11 + a22, b11 + b22)
    p2 = strassen(a21 + a22, b11)
    p3 = strassen(a11, b12 - b22)
    p4 = strassen(a22, b21 - b11)
    p5 = strassen(a11 + a12, b22)
    p6 = strassen(a21 - a11, b11 + b12)
    p7 = strassen(a12 - a22, b21 + b22)
    top = zip((p1 + p4 - p5 + p7).rows, (p3 + p5).rows)
    bottom = zip((p2 + p4).rows, (p1 - p2 + p3 + p6).rows)
    return Matrix([left + right for left, right in (*top, *bottom)])


def main(size=128):
    a = Matrix.generate(size, lambda i, j: (i * 7 + j * 3) % 11 - 5)
    b = Matrix.generate(size, lambda i, j: (i * 5 + j * 2) % 13 - 6)
    floats = by_index([[x / 8 for x in row] for row in a.rows], [[x / 4 for x in row] for row in b.rows])
    ints = by_index(a.rows, b.rows)
    assert strassen(a, b).rows == ints == [[int(x * 32) for x in row] for row in floats]
    trace = Matrix(ints).trace()
    assert size != 128 or trace == 182, trace
    return trace


if __name__ == "__main__":
    print("matrix_product:", main())
