"""Classes with the same methods called at the same places: inheritance, super(), properties, operators, sorting."""

from math import hypot, pi


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def perimeter(self):
        raise NotImplementedError

    @property
    def compactness(self):
        return 4 * pi * self.area() / self.perimeter() ** 2

    def scaled(self, factor):
        raise NotImplementedError

    def __lt__(self, other):
        return self.area() < other.area()

    def __add__(self, other):
        return Group([self, other])

    def describe(self):
        return f"{self.name} of area {self.area():.1f}"


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)

    def scaled(self, factor):
        return type(self)(self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, side, _height=None):
        super().__init__(side, side, "square")

    def describe(self):
        return super().describe() + f" and side {self.width}"


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return pi * self.radius ** 2

    def perimeter(self):
        return 2 * pi * self.radius

    def scaled(self, factor):
        return Circle(self.radius * factor)


class Polygon(Shape):
    def __init__(self, *points):
        super().__init__(f"{len(points)}-gon")
        self.points = points

    def edges(self):
        return zip(self.points, self.points[1:] + self.points[:1])

    def area(self):
        return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in self.edges())) / 2

    def perimeter(self):
        return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in self.edges())

    def scaled(self, factor):
        return Polygon(*[(x * factor, y * factor) for x, y in self.points])


class Group(Shape):
    def __init__(self, members):
        super().__init__("group")
        self.members = members

    def area(self):
        return sum(member.area() for member in self.members)

    def perimeter(self):
        return sum(member.perimeter() for member in self.members)

    def scaled(self, factor):
        return Group([member.scaled(factor) for member in self.members])

    def __add__(self, other):
        return Group([*self.members, other])


def make(i):
    match i % 5:
        case 0:
            return Rectangle(i % 7 + 1, i % 11 + 2)
        case 1:
            return Circle(i % 9 / 2 + 1)
        case 2:
            return Square(i % 13 + 1)
        case 3:
            return Polygon((0, 0), (i % 5 + 1, 0), (i % 3, i % 7 + 1))
        case _:
            return Rectangle(1, i % 6 + 1) + Square(2) + Circle(1)


def main(n=30_000):
    shapes = [make(i) for i in range(n)]
    total = 0.0
    for shape in shapes:
        total += shape.area() + shape.perimeter() * 0.5 + shape.compactness
    scaled = sum(shape.scaled(2).area() / shape.area() for shape in shapes)
    smallest = sorted(shapes[:n // 10])[0]
    kinds = {}
    for shape in shapes:
        kinds[type(shape).__name__] = kinds.get(type(shape).__name__, 0) + 1
    words = sum(len(shape.describe()) for shape in shapes)
    result = f"{total:.6f}", f"{scaled:.3f}", smallest.describe(), kinds, words
    assert n != 30_000 or result == ('1194803.824773', '120000.000', 'square of area 1.0 and side 1', {'Rectangle': 6000, 'Circle': 6000, 'Square': 6000, 'Polygon': 6000, 'Group': 6000}, 636454), result
    return result


if __name__ == "__main__":
    print("polymorphic_shapes:", *main(), sep="\n  ")
