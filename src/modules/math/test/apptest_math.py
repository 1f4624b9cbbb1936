import math


def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


INF = math.inf
NAN = math.nan


def test_constants():
    assert (math.pi, math.e, math.tau) == (3.141592653589793, 2.718281828459045, 6.283185307179586)
    assert math.inf == INF and math.nan != math.nan


def test_values():
    for function, argument, value in (
        (math.exp, 1.0, 2.718281828459045), (math.exp, -700.5, 5.980196118639791e-305), (math.exp, 1e-10, 1.0000000001), (math.exp2, 0.5, 1.4142135623730951),
        (math.expm1, 1e-10, 1.00000000005e-10), (math.log, 10.0, 2.302585092994046), (math.log, 1.0000001, 9.999999505838704e-08), (math.log2, 10.0, 3.321928094887362),
        (math.log10, 1000.0, 3.0), (math.log1p, 1e-10, 9.999999999500001e-11), (math.sin, 1.0, 0.8414709848078965), (math.sin, 1e22, -0.8522008497671888),
        (math.sin, 3.141592653589793, 1.2246467991473532e-16), (math.cos, 1.0, 0.5403023058681398),
        (math.tan, 1.0, 1.5574077246549023), (math.tan, 1.5707963267948966, 1.633123935319537e16), (math.asin, 0.5, 0.5235987755982989), (math.acos, 0.5, 1.0471975511965979),
        (math.atan, 1.0, 0.7853981633974483), (math.sinh, 1.0, 1.1752011936438014), (math.cosh, 1.0, 1.5430806348152437), (math.tanh, 0.5, 0.46211715726000973),
        (math.asinh, 1.0, 0.881373587019543), (math.acosh, 2.0, 1.3169578969248168), (math.atanh, 0.5, 0.5493061443340549), (math.erf, 0.5, 0.5204998778130465),
        (math.erfc, 5.0, 1.537459794428035e-12), (math.gamma, 0.5, 1.7724538509055159),
        (math.gamma, 5.0, 24.0), (math.lgamma, 100.0, 359.1342053695754), (math.sqrt, 2.0, 1.4142135623730951), (math.degrees, 1.0, 57.29577951308232),
    ):
        assert function(argument) == value, (function, argument)
    assert abs(math.cbrt(27.0) - 3.0) < 1e-15
    assert math.atan2(1.0, -1.0) == 2.356194490192345 and math.atan2(0.0, -0.0) == math.pi and math.pow(2.0, 0.5) == 1.4142135623730951


def test_exact_values():
    for n in range(-1074, 1024):
        assert math.exp2(n) == math.ldexp(1.0, n)
        assert math.log2(math.ldexp(1.0, n)) == n
    for n in range(23):
        assert math.log10(10 ** n) == n
    assert math.pow(10.0, 22) == 1e22 and 10.0 ** -3 == 0.001 and math.pow(1.5, 3) == 3.375
    for n in range(1, 24):
        assert math.gamma(n) == math.factorial(n - 1)


def test_errors():
    assert raises(ValueError, math.sqrt, -1) == 'expected a nonnegative input, got -1.0'
    assert raises(ValueError, math.log, 0.0) == 'expected a positive input, got 0.0'
    assert raises(ValueError, math.log, -5) == 'expected a positive input'
    assert raises(ValueError, math.acos, 2) == 'expected a number in range from -1 up to 1, got 2.0'
    assert raises(ValueError, math.atanh, 1) == 'expected a number between -1 and 1, got 1.0'
    assert raises(ValueError, math.acosh, 0.5) == 'expected argument value not less than 1, got 0.5'
    assert raises(ValueError, math.log1p, -1) == 'expected argument value > -1, got -1.0'
    assert raises(ValueError, math.sin, INF) == 'expected a finite input, got inf'
    assert raises(ValueError, math.gamma, -1) == 'expected a noninteger or positive integer, got -1.0'
    assert raises(OverflowError, math.exp, 1000) == raises(OverflowError, math.gamma, 172) == raises(OverflowError, math.cosh, 1000) == 'math range error'
    assert raises(ValueError, math.pow, 0, -1) == raises(ValueError, math.fmod, 1, 0) == raises(ValueError, math.remainder, INF, 1) == 'math domain error'
    assert raises(TypeError, math.sin, 'a') == 'must be real number, not str'
    assert raises(TypeError, math.sin) == 'math.sin() takes exactly one argument (0 given)'
    assert raises(TypeError, math.atan2, 1) == 'atan2 expected 2 arguments, got 1'
    assert raises(OverflowError, math.sin, 10 ** 400) == 'int too large to convert to float'


def test_logarithms_of_large_integers():
    assert math.log(10 ** 400) == 921.0340371976182 and math.log2(2 ** 5000) == 5000.0 and math.log10(10 ** 400) == 400.0
    assert math.log(8, 2) == 3.0 and math.log(10 ** 400, 10) == 399.99999999999994 and raises(ZeroDivisionError, math.log, 10, 1) == 'division by zero'


def test_rounding():
    class Number:
        def __floor__(self):
            return 'floor'

        def __ceil__(self):
            return 'ceil'

        def __trunc__(self):
            return 'trunc'

    assert (math.floor(Number()), math.ceil(Number()), math.trunc(Number())) == ('floor', 'ceil', 'trunc')
    assert (math.floor(-0.5), math.ceil(-0.5), math.trunc(-1.5), math.floor(10 ** 30)) == (-1, 0, -1, 10 ** 30)
    assert raises(OverflowError, math.floor, INF) == 'cannot convert float infinity to integer'
    assert raises(TypeError, math.trunc, 'a') == "type str doesn't define __trunc__ method"


def test_integers():
    assert math.gcd() == 0 and math.gcd(-12, 18) == 6 and math.gcd(2 ** 200 * 3 ** 5, 6 ** 50) == 2 ** 50 * 3 ** 5 and math.gcd(10, 4, 6) == 2
    a, b = 3 ** 500 * 7 ** 100, 3 ** 300 * 11 ** 200
    assert math.gcd(a, b) == 3 ** 300 and math.lcm(a, b) == a * b // 3 ** 300
    assert math.lcm() == 1 and math.lcm(4, 6) == 12 and math.lcm(0, 3) == 0 and math.lcm(-4) == 4
    assert math.factorial(0) == 1 and math.factorial(20) == 2432902008176640000 and math.factorial(25) == 15511210043330985984000000
    assert math.comb(52, 5) == 2598960 and math.comb(5, 7) == 0 and math.comb(100, 50) == 100891344545564193334812497256 and math.comb(10 ** 20, 2) == 10 ** 20 * (10 ** 20 - 1) // 2
    assert math.perm(5) == 120 and math.perm(10, 3) == 720 and math.perm(2, 5) == 0
    for n in (0, 1, 2, 3, 4, 15, 16, 17, 2 ** 52 - 1, 2 ** 53 - 1, 2 ** 60, 10 ** 40 - 1, 10 ** 40, 2 ** 1001 + 12345):
        root = math.isqrt(n)
        assert root * root <= n < (root + 1) ** 2
    assert raises(ValueError, math.factorial, -1) == 'factorial() not defined for negative values'
    assert raises(TypeError, math.factorial, 2.0) == "'float' object cannot be interpreted as an integer"
    assert raises(ValueError, math.comb, -1, 2) == 'n must be a non-negative integer'
    assert raises(ValueError, math.isqrt, -1) == 'isqrt() argument must be nonnegative'


def test_parts():
    assert math.frexp(8.5) == (0.53125, 4) and math.frexp(5e-324) == (0.5, -1073) and math.frexp(INF) == (INF, 0)
    assert math.ldexp(0.53125, 4) == 8.5 and math.ldexp(1.5, -1075) == 5e-324 and math.ldexp(1.0, -1080) == 0.0 and math.ldexp(INF, 10 ** 400) == INF
    assert raises(OverflowError, math.ldexp, 1.0, 2000) == 'math range error'
    assert raises(TypeError, math.ldexp, 1.0, 1.5) == 'Expected an int as second argument to ldexp.'
    assert math.modf(-1.5) == (-0.5, -1.0) and repr(math.modf(-0.0)) == '(-0.0, -0.0)' and math.modf(INF) == (0.0, INF)
    assert math.ulp(1.0) == 2.220446049250313e-16 and math.ulp(0.0) == 5e-324 and math.ulp(INF) == INF
    assert math.nextafter(1.0, 2.0) == 1.0000000000000002 and math.nextafter(0.0, -1.0) == -5e-324 and math.nextafter(INF, 0) == 1.7976931348623157e308
    assert math.nextafter(1.0, 2.0, steps=3) == 1.0000000000000007 and math.nextafter(-1.0, 1.0, steps=10 ** 400) == 1.0
    assert raises(ValueError, math.nextafter, 1, 2, steps=-1) == 'steps must be a non-negative integer'
    assert math.copysign(1.0, -0.0) == -1.0 and math.remainder(5, 2) == 1.0 and math.remainder(3, 2) == -1.0 and math.fmod(-7, 3) == -1.0
    assert math.fma(0.1, 10, -1) == 5.551115123125783e-17 and raises(ValueError, math.fma, INF, 0, 1) == 'invalid operation in fma'
    assert raises(OverflowError, math.fma, 1e308, 10, 0) == 'overflow in fma'
    assert math.isnan(NAN) and math.isinf(-INF) and math.isfinite(1e308) and not math.isfinite(INF)
    assert math.isclose(1, 1 + 1e-10) and not math.isclose(1, 1.1) and math.isclose(INF, INF) and math.isclose(0, 1e-9, abs_tol=1e-8)
    assert raises(ValueError, math.isclose, 1, 2, rel_tol=-1) == 'tolerances must be non-negative'


def test_sums():
    assert math.fsum([0.1] * 10) == 1.0 and math.fsum([1e16, 1, 1e-16]) == 1.0000000000000002e16 and math.fsum([1e100, 1.0, -1e100]) == 1.0
    assert math.fsum([]) == 0.0 and math.fsum([INF, 1]) == INF and raises(ValueError, math.fsum, [INF, -INF]) == '-inf + inf in fsum'
    assert raises(OverflowError, math.fsum, [1e308, 1e308]) == 'intermediate overflow in fsum'
    assert math.prod([]) == 1 and math.prod([2, 3.5]) == 7.0 and math.prod([2 ** 40, 2 ** 40]) == 2 ** 80 and math.prod([2, 3], start='a') == 'aaaaaa'
    assert math.sumprod([1, 2], [3, 4]) == 11 and math.sumprod([0.1] * 10, [0.1] * 10) == 0.1 and math.sumprod([], []) == 0
    assert raises(ValueError, math.sumprod, [1, 2], [3]) == 'Inputs are not the same length'
    assert math.hypot() == 0.0 and math.hypot(-3, 4, 12) == 13.0 and math.hypot(INF, NAN) == INF and math.hypot(1e308, 1e308) == 1.4142135623730951e308
    assert math.dist([1, 2], [4, 6]) == 5.0 and raises(ValueError, math.dist, [1], [1, 2]) == 'both points must have the same number of dimensions'
