import cmath


def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


INF = float('inf')
NAN = float('nan')


def close(a, b):
    return abs(a - b) <= 1e-15 * abs(b)


def test_values():
    z = 1 + 2j
    for function, value in (
        (cmath.sqrt, 1.272019649514069 + 0.7861513777574233j), (cmath.exp, -1.1312043837568135 + 2.4717266720048188j), (cmath.log, 0.8047189562170503 + 1.1071487177940904j),
        (cmath.sin, 3.165778513216168 + 1.9596010414216063j), (cmath.cos, 2.0327230070196656 - 3.0518977991518j), (cmath.tan, 0.03381282607989669 + 1.0147936161466335j),
        (cmath.sinh, -0.4890562590412937 + 1.4031192506220405j), (cmath.cosh, -0.64214812471552 + 1.0686074213827783j), (cmath.tanh, 1.16673625724092 - 0.24345820118572525j),
        (cmath.asin, 0.42707858639247614 + 1.528570919480998j), (cmath.acos, 1.1437177404024204 - 1.528570919480998j), (cmath.atan, 1.3389725222944935 + 0.40235947810852507j),
        (cmath.asinh, 1.4693517443681852 + 1.0634400235777521j), (cmath.acosh, 1.528570919480998 + 1.1437177404024204j), (cmath.atanh, 0.17328679513998632 + 1.1780972450961724j),
        (cmath.log10, 0.3494850021680094 + 0.480828578784234j),
    ):
        assert close(function(z), value), function
        assert close(function(z.conjugate()), value.conjugate()), function


def test_branch_cuts():
    assert cmath.sqrt(complex(-1, 0.0)) == 1j and cmath.sqrt(complex(-1, -0.0)) == -1j
    assert cmath.log(complex(-1, -0.0)).imag == -cmath.pi and cmath.phase(complex(-1, 0.0)) == cmath.pi
    assert repr(cmath.asin(complex(2, -0.0))) == '(1.5707963267948966-1.3169578969248166j)'
    assert repr(cmath.atan(complex(-0.0, 2))) == '(-1.5707963267948966+0.5493061443340549j)'


def test_special_values():
    for function, argument, text in (
        (cmath.sqrt, complex(-INF, NAN), '(nan+infj)'), (cmath.log, complex(-INF, INF), '(inf+2.356194490192345j)'), (cmath.exp, complex(-INF, NAN), '0j'),
        (cmath.exp, complex(INF, NAN), '(inf+nanj)'), (cmath.acos, complex(INF, NAN), '(nan+infj)'), (cmath.acosh, complex(0.0, NAN), '(nan+1.5707963267948966j)'),
        (cmath.atanh, complex(NAN, INF), '1.5707963267948966j'), (cmath.tanh, complex(INF, 2.0), '(1-0j)'), (cmath.cosh, complex(-INF, 2.0), '(-inf-infj)'),
        (cmath.sinh, complex(NAN, 0.0), '(nan+0j)'), (cmath.asinh, complex(NAN, -0.0), '(nan-0j)'), (cmath.tan, complex(INF, INF), '1j'),
    ):
        assert repr(function(argument)) == text, function


def test_large_values():
    assert repr(cmath.log(1.7e308 + 1.7e308j)) == '(710.0734104835082+0.7853981633974483j)'
    assert repr(cmath.asinh(1e308 + 1e308j)) == '(710.235929413006+0.7853981633974483j)'
    assert cmath.tanh(1000) == 1 and close(cmath.sqrt(1.7e308 + 1.7e308j), 1.4325088230154573e154 + 5.933645827121221e153j)


def test_errors():
    assert raises(ValueError, cmath.log, 0) == raises(ValueError, cmath.atanh, 1) == raises(ValueError, cmath.exp, complex(0, INF)) == 'math domain error'
    assert raises(OverflowError, cmath.exp, 1000) == raises(OverflowError, cmath.polar, complex(1.7e308, 1.7e308)) == 'math range error'
    assert raises(TypeError, cmath.sin, 'a') == 'must be real number, not str'
    assert raises(ValueError, cmath.log, 2, 1) == raises(ValueError, cmath.log, 2, 0) == 'math domain error' and repr(cmath.log(0, 2)) == '(-inf+nanj)'


def test_polar():
    assert cmath.polar(1j) == (1.0, 1.5707963267948966) and cmath.phase(-1) == cmath.pi and close(cmath.rect(1, 2), -0.4161468365471424 + 0.9092974268256817j)
    assert repr(cmath.rect(INF, 0)) == '(inf+0j)' and repr(cmath.rect(0, INF)) == '0j' and raises(ValueError, cmath.rect, 1, INF) == 'math domain error'
    assert cmath.isclose(1, 1 + 1e-12j) and not cmath.isclose(1, 2) and cmath.isnan(complex(1, NAN)) and cmath.isinf(complex(1, INF)) and cmath.isfinite(1j)
    assert repr(cmath.infj) == 'infj' and repr(cmath.nanj) == 'nanj'
