"""Complex numbers: literals, arithmetic, signed zeros, conversions, formatting."""
import cmath

values = [1j, -1j, 1 + 2j, complex(-0.0, 0.0), complex(0.0, -0.0), -(1 + 0j), complex("1-2.5j"), complex("(3+4j)"),
          complex("infj"), complex("-nan-infj"), complex(1e16, 1e-7), 3j.conjugate()]
for z in values:
    print(repr(z), str(z), z.real, z.imag, z.conjugate(), bool(z), z == z, -z, +z)
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a**2, a**b, abs(a), a**-1, a**0, 0j**0, a + 1, 1.5 - a, 2 * a, a / 2, 1 / a)
print(a == 3 + 4j, 1 == 1 + 0j, 1.5 == 1.5 + 0j, hash(2 + 0j) == hash(2), hash(1j), {1: "one"}[1 + 0j], a != b)
print(complex(1.5), complex(1, 2), complex(real=1, imag=-0.0), complex(imag=2), complex(True), complex("1e5"), complex("j"))
print(f"{a}", f"{a:.2f}", f"{a:>15}", f"{a:+.1e}", f"{a:g}", f"{1e10 + 1j:,}", f"{a:#.3g}", f"{0.5j:.0f}", "%s %r" % (a, b))
print(cmath.sqrt(-1), cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0), cmath.exp(0), cmath.isclose(a, a + 1e-12))
print(1j**2, 1j**3, 1j**4, (1 + 1j) ** 10, 1j**0.5, (-1) ** 0.5, pow(2j, 3))
print(a.__class__.__name__, isinstance(a, complex), a.__complex__(), complex.from_number(5), sum([1j, 2j], 0), sum([1, 1j, 0.5]))


class Polar:
    def __init__(self, radius, angle):
        self.radius, self.angle = radius, angle

    def __complex__(self):
        return cmath.rect(self.radius, self.angle)


class Sub(complex):
    def __mul__(self, other):
        return "mine"


print(complex(Polar(2, 0)), cmath.sqrt(Polar(4, 0)), Sub(1, 2), Sub(1) * 2, 2 * Sub(1), type(Sub(1) + 1).__name__, Sub("2j").imag)
for action in (lambda: a < b, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"),
               lambda: int(1j), lambda: float(1j), lambda: 1j / 0, lambda: 0j**-1, lambda: 1j // 2, lambda: 1j % 2, lambda: divmod(1j, 1),
               lambda: round(1j), lambda: f"{a:d}", lambda: f"{a:=10}", lambda: f"{a:010}", lambda: "%d" % a, lambda: pow(1j, 2, 3),
               lambda: complex([]), lambda: a @ b, lambda: max(1j, 2j), lambda: (1e200 + 1e200j) ** 3, lambda: abs(complex(1e308, 1e308)),
               lambda: complex(1, 2, 3), lambda: complex(real=1, x=2), lambda: setattr(a, "real", 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
