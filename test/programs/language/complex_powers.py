"""Powers of complex numbers with integral exponents: the signs of their zeros."""

for a in (complex('1_0.5'), 10.5 + 0j, complex(10.5, -0.0), complex(-10.5, 0.0), complex(0.0, 2.0), complex(-0.0, -2.0), 3 - 4j):
    for b in (-1, -2, -3, 1, 2, 3, 0, True, -1.0, -1 + 0j):
        power = a**b
        print(a, b, power, power / True, power / 1.0, power / (1 + 0j))
