"""Special values and errors of `math`: zeros, infinities, NaN, subnormal numbers, ends of ranges."""

import math

from apptest_checks import table_check

check = table_check(vars(math))


def test_special_values():
    check("""
        acos(-0.0)  -->  1.5707963267948966
        acos(5e-324)  -->  1.5707963267948966
        acos(-5e-324)  -->  1.5707963267948966
        acos(1e-310)  -->  1.5707963267948966
        acos(1.0)  -->  0.0
        acos(-1.0)  -->  3.141592653589793
        acos(1.5)  -->  ValueError: expected a number in range from -1 up to 1, got 1.5
        acos(-2.0)  -->  ValueError: expected a number in range from -1 up to 1, got -2.0
        acos(1e300)  -->  ValueError: expected a number in range from -1 up to 1, got 1e+300
        acos(-1e300)  -->  ValueError: expected a number in range from -1 up to 1, got -1e+300
        acos(inf)  -->  ValueError: expected a number in range from -1 up to 1, got inf
        acos(-inf)  -->  ValueError: expected a number in range from -1 up to 1, got -inf
        acos(nan)  -->  nan
        acosh(-0.0)  -->  ValueError: expected argument value not less than 1, got -0.0
        acosh(5e-324)  -->  ValueError: expected argument value not less than 1, got 5e-324
        acosh(-5e-324)  -->  ValueError: expected argument value not less than 1, got -5e-324
        acosh(1e-310)  -->  ValueError: expected argument value not less than 1, got 1e-310
        acosh(1.0)  -->  0.0
        acosh(-1.0)  -->  ValueError: expected argument value not less than 1, got -1.0
        acosh(1.5)  -->  0.9624236501192069
        acosh(-2.0)  -->  ValueError: expected argument value not less than 1, got -2.0
        acosh(1e300)  -->  691.4686750787737
        acosh(-1e300)  -->  ValueError: expected argument value not less than 1, got -1e+300
        acosh(inf)  -->  inf
        acosh(-inf)  -->  ValueError: expected argument value not less than 1, got -inf
        acosh(nan)  -->  nan
        asin(-0.0)  -->  -0.0
        asin(5e-324)  -->  5e-324
        asin(-5e-324)  -->  -5e-324
        asin(1e-310)  -->  1e-310
        asin(1.0)  -->  1.5707963267948966
        asin(-1.0)  -->  -1.5707963267948966
        asin(1.5)  -->  ValueError: expected a number in range from -1 up to 1, got 1.5
        asin(-2.0)  -->  ValueError: expected a number in range from -1 up to 1, got -2.0
        asin(1e300)  -->  ValueError: expected a number in range from -1 up to 1, got 1e+300
        asin(-1e300)  -->  ValueError: expected a number in range from -1 up to 1, got -1e+300
        asin(inf)  -->  ValueError: expected a number in range from -1 up to 1, got inf
        asin(-inf)  -->  ValueError: expected a number in range from -1 up to 1, got -inf
        asin(nan)  -->  nan
        asinh(-0.0)  -->  -0.0
        asinh(5e-324)  -->  5e-324
        asinh(-5e-324)  -->  -5e-324
        asinh(1e-310)  -->  1e-310
        asinh(1.0)  -->  0.881373587019543
        asinh(-1.0)  -->  -0.881373587019543
        asinh(1.5)  -->  1.1947632172871092
        asinh(-2.0)  -->  -1.4436354751788103
        asinh(1e300)  -->  691.4686750787737
        asinh(-1e300)  -->  -691.4686750787737
        asinh(inf)  -->  inf
        asinh(-inf)  -->  -inf
        asinh(nan)  -->  nan
        atan(-0.0)  -->  -0.0
        atan(5e-324)  -->  5e-324
        atan(-5e-324)  -->  -5e-324
        atan(1e-310)  -->  1e-310
        atan(1.0)  -->  0.7853981633974483
        atan(-1.0)  -->  -0.7853981633974483
        atan(1.5)  -->  0.982793723247329
        atan(-2.0)  -->  -1.1071487177940904
        atan(1e300)  -->  1.5707963267948966
        atan(-1e300)  -->  -1.5707963267948966
        atan(inf)  -->  1.5707963267948966
        atan(-inf)  -->  -1.5707963267948966
        atan(nan)  -->  nan
        atanh(-0.0)  -->  -0.0
        atanh(5e-324)  -->  5e-324
        atanh(-5e-324)  -->  -5e-324
        atanh(1e-310)  -->  1e-310
        atanh(1.0)  -->  ValueError: expected a number between -1 and 1, got 1.0
        atanh(-1.0)  -->  ValueError: expected a number between -1 and 1, got -1.0
        atanh(1.5)  -->  ValueError: expected a number between -1 and 1, got 1.5
        atanh(-2.0)  -->  ValueError: expected a number between -1 and 1, got -2.0
        atanh(1e300)  -->  ValueError: expected a number between -1 and 1, got 1e+300
        atanh(-1e300)  -->  ValueError: expected a number between -1 and 1, got -1e+300
        atanh(inf)  -->  ValueError: expected a number between -1 and 1, got inf
        atanh(-inf)  -->  ValueError: expected a number between -1 and 1, got -inf
        atanh(nan)  -->  nan
        cbrt(-0.0)  -->  -0.0
        cbrt(1.0)  -->  1.0
        cbrt(-1.0)  -->  -1.0
        cbrt(inf)  -->  inf
        cbrt(-inf)  -->  -inf
        cbrt(nan)  -->  nan
        cos(-0.0)  -->  1.0
        cos(5e-324)  -->  1.0
        cos(-5e-324)  -->  1.0
        cos(1e-310)  -->  1.0
        cos(1.0)  -->  0.5403023058681398
        cos(-1.0)  -->  0.5403023058681398
        cos(1.5)  -->  0.0707372016677029
        cos(-2.0)  -->  -0.4161468365471424
        cos(1e300)  -->  -0.5753861119575491
        cos(-1e300)  -->  -0.5753861119575491
        cos(inf)  -->  ValueError: expected a finite input, got inf
        cos(-inf)  -->  ValueError: expected a finite input, got -inf
        cos(nan)  -->  nan
        cosh(-0.0)  -->  1.0
        cosh(5e-324)  -->  1.0
        cosh(-5e-324)  -->  1.0
        cosh(1e-310)  -->  1.0
        cosh(1.0)  -->  1.5430806348152437
        cosh(-1.0)  -->  1.5430806348152437
        cosh(1.5)  -->  2.352409615243247
        cosh(-2.0)  -->  3.7621956910836314
        cosh(1e300)  -->  OverflowError: math range error
        cosh(-1e300)  -->  OverflowError: math range error
        cosh(inf)  -->  inf
        cosh(-inf)  -->  inf
        cosh(nan)  -->  nan
        degrees(-0.0)  -->  -0.0
        degrees(5e-324)  -->  2.8e-322
        degrees(-5e-324)  -->  -2.8e-322
        degrees(1e-310)  -->  5.729577951308214e-309
        degrees(1.0)  -->  57.29577951308232
        degrees(-1.0)  -->  -57.29577951308232
        degrees(1.5)  -->  85.94366926962348
        degrees(-2.0)  -->  -114.59155902616465
        degrees(1e300)  -->  5.729577951308233e+301
        degrees(-1e300)  -->  -5.729577951308233e+301
        degrees(inf)  -->  inf
        degrees(-inf)  -->  -inf
        degrees(nan)  -->  nan
        erf(-0.0)  -->  -0.0
        erf(5e-324)  -->  5e-324
        erf(-5e-324)  -->  -5e-324
        erf(1e-310)  -->  1.1283791670955e-310
        erf(1.0)  -->  0.8427007929497149
        erf(-1.0)  -->  -0.8427007929497149
        erf(1.5)  -->  0.9661051464753108
        erf(-2.0)  -->  -0.9953222650189527
        erf(1e300)  -->  1.0
        erf(-1e300)  -->  -1.0
        erf(inf)  -->  1.0
        erf(-inf)  -->  -1.0
        erf(nan)  -->  nan
        erfc(-0.0)  -->  1.0
        erfc(5e-324)  -->  1.0
        erfc(-5e-324)  -->  1.0
        erfc(1e-310)  -->  1.0
        erfc(1.0)  -->  0.15729920705028513
        erfc(-1.0)  -->  1.8427007929497148
        erfc(1.5)  -->  0.033894853524689274
        erfc(-2.0)  -->  1.9953222650189528
        erfc(1e300)  -->  0.0
        erfc(-1e300)  -->  2.0
        erfc(inf)  -->  0.0
        erfc(-inf)  -->  2.0
        erfc(nan)  -->  nan
        exp(-0.0)  -->  1.0
        exp(5e-324)  -->  1.0
        exp(-5e-324)  -->  1.0
        exp(1e-310)  -->  1.0
        exp(1.0)  -->  2.718281828459045
        exp(-1.0)  -->  0.36787944117144233
        exp(1.5)  -->  4.4816890703380645
        exp(-2.0)  -->  0.1353352832366127
        exp(1e300)  -->  OverflowError: math range error
        exp(-1e300)  -->  0.0
        exp(inf)  -->  inf
        exp(-inf)  -->  0.0
        exp(nan)  -->  nan
        exp2(-0.0)  -->  1.0
        exp2(5e-324)  -->  1.0
        exp2(-5e-324)  -->  1.0
        exp2(1e-310)  -->  1.0
        exp2(1.0)  -->  2.0
        exp2(-1.0)  -->  0.5
        exp2(1.5)  -->  2.8284271247461903
        exp2(-2.0)  -->  0.25
        exp2(1e300)  -->  OverflowError: math range error
        exp2(-1e300)  -->  0.0
        exp2(inf)  -->  inf
        exp2(-inf)  -->  0.0
        exp2(nan)  -->  nan
        expm1(-0.0)  -->  -0.0
        expm1(5e-324)  -->  5e-324
        expm1(-5e-324)  -->  -5e-324
        expm1(1e-310)  -->  1e-310
        expm1(1.0)  -->  1.718281828459045
        expm1(-1.0)  -->  -0.6321205588285577
        expm1(1.5)  -->  3.481689070338065
        expm1(-2.0)  -->  -0.8646647167633873
        expm1(1e300)  -->  OverflowError: math range error
        expm1(-1e300)  -->  -1.0
        expm1(inf)  -->  inf
        expm1(-inf)  -->  -1.0
        expm1(nan)  -->  nan
        gamma(-0.0)  -->  ValueError: expected a noninteger or positive integer, got -0.0
        gamma(5e-324)  -->  OverflowError: math range error
        gamma(-5e-324)  -->  OverflowError: math range error
        gamma(1e-310)  -->  OverflowError: math range error
        gamma(1.0)  -->  1.0
        gamma(-1.0)  -->  ValueError: expected a noninteger or positive integer, got -1.0
        gamma(1.5)  -->  0.886226925452758
        gamma(-2.0)  -->  ValueError: expected a noninteger or positive integer, got -2.0
        gamma(1e300)  -->  OverflowError: math range error
        gamma(-1e300)  -->  ValueError: expected a noninteger or positive integer, got -1e+300
        gamma(inf)  -->  inf
        gamma(-inf)  -->  ValueError: expected a noninteger or positive integer, got -inf
        gamma(nan)  -->  nan
        lgamma(-0.0)  -->  ValueError: expected a noninteger or positive integer, got -0.0
        lgamma(5e-324)  -->  744.4400719213812
        lgamma(-5e-324)  -->  744.4400719213812
        lgamma(1e-310)  -->  713.8013788281542
        lgamma(1.0)  -->  0.0
        lgamma(-1.0)  -->  ValueError: expected a noninteger or positive integer, got -1.0
        lgamma(1.5)  -->  -0.12078223763524543
        lgamma(-2.0)  -->  ValueError: expected a noninteger or positive integer, got -2.0
        lgamma(1e300)  -->  6.897755278982137e+302
        lgamma(-1e300)  -->  ValueError: expected a noninteger or positive integer, got -1e+300
        lgamma(inf)  -->  inf
        lgamma(-inf)  -->  inf
        lgamma(nan)  -->  nan
        log(-0.0)  -->  ValueError: expected a positive input, got -0.0
        log(5e-324)  -->  -744.4400719213812
        log(-5e-324)  -->  ValueError: expected a positive input, got -5e-324
        log(1e-310)  -->  -713.8013788281542
        log(1.0)  -->  0.0
        log(-1.0)  -->  ValueError: expected a positive input, got -1.0
        log(1.5)  -->  0.4054651081081644
        log(-2.0)  -->  ValueError: expected a positive input, got -2.0
        log(1e300)  -->  690.7755278982137
        log(-1e300)  -->  ValueError: expected a positive input, got -1e+300
        log(inf)  -->  inf
        log(-inf)  -->  ValueError: expected a positive input, got -inf
        log(nan)  -->  nan
        log10(-0.0)  -->  ValueError: expected a positive input, got -0.0
        log10(5e-324)  -->  -323.3062153431158
        log10(-5e-324)  -->  ValueError: expected a positive input, got -5e-324
        log10(1e-310)  -->  -310.0
        log10(1.0)  -->  0.0
        log10(-1.0)  -->  ValueError: expected a positive input, got -1.0
        log10(1.5)  -->  0.17609125905568124
        log10(-2.0)  -->  ValueError: expected a positive input, got -2.0
        log10(1e300)  -->  300.0
        log10(-1e300)  -->  ValueError: expected a positive input, got -1e+300
        log10(inf)  -->  inf
        log10(-inf)  -->  ValueError: expected a positive input, got -inf
        log10(nan)  -->  nan
        log1p(-0.0)  -->  -0.0
        log1p(5e-324)  -->  5e-324
        log1p(-5e-324)  -->  -5e-324
        log1p(1e-310)  -->  1e-310
        log1p(1.0)  -->  0.6931471805599453
        log1p(-1.0)  -->  ValueError: expected argument value > -1, got -1.0
        log1p(1.5)  -->  0.9162907318741551
        log1p(-2.0)  -->  ValueError: expected argument value > -1, got -2.0
        log1p(1e300)  -->  690.7755278982137
        log1p(-1e300)  -->  ValueError: expected argument value > -1, got -1e+300
        log1p(inf)  -->  inf
        log1p(-inf)  -->  ValueError: expected argument value > -1, got -inf
        log1p(nan)  -->  nan
        log2(-0.0)  -->  ValueError: expected a positive input, got -0.0
        log2(5e-324)  -->  -1074.0
        log2(-5e-324)  -->  ValueError: expected a positive input, got -5e-324
        log2(1e-310)  -->  -1029.7977094150824
        log2(1.0)  -->  0.0
        log2(-1.0)  -->  ValueError: expected a positive input, got -1.0
        log2(1.5)  -->  0.5849625007211562
        log2(-2.0)  -->  ValueError: expected a positive input, got -2.0
        log2(1e300)  -->  996.5784284662087
        log2(-1e300)  -->  ValueError: expected a positive input, got -1e+300
        log2(inf)  -->  inf
        log2(-inf)  -->  ValueError: expected a positive input, got -inf
        log2(nan)  -->  nan
        radians(-0.0)  -->  -0.0
        radians(5e-324)  -->  0.0
        radians(-5e-324)  -->  -0.0
        radians(1e-310)  -->  1.745329251995e-312
        radians(1.0)  -->  0.017453292519943295
        radians(-1.0)  -->  -0.017453292519943295
        radians(1.5)  -->  0.026179938779914945
        radians(-2.0)  -->  -0.03490658503988659
        radians(1e300)  -->  1.7453292519943297e+298
        radians(-1e300)  -->  -1.7453292519943297e+298
        radians(inf)  -->  inf
        radians(-inf)  -->  -inf
        radians(nan)  -->  nan
        sin(-0.0)  -->  -0.0
        sin(5e-324)  -->  5e-324
        sin(-5e-324)  -->  -5e-324
        sin(1e-310)  -->  1e-310
        sin(1.0)  -->  0.8414709848078965
        sin(-1.0)  -->  -0.8414709848078965
        sin(1.5)  -->  0.9974949866040544
        sin(-2.0)  -->  -0.9092974268256817
        sin(1e300)  -->  -0.8178819121159085
        sin(-1e300)  -->  0.8178819121159085
        sin(inf)  -->  ValueError: expected a finite input, got inf
        sin(-inf)  -->  ValueError: expected a finite input, got -inf
        sin(nan)  -->  nan
        sinh(-0.0)  -->  -0.0
        sinh(5e-324)  -->  5e-324
        sinh(-5e-324)  -->  -5e-324
        sinh(1e-310)  -->  1e-310
        sinh(1.0)  -->  1.1752011936438014
        sinh(-1.0)  -->  -1.1752011936438014
        sinh(1.5)  -->  2.1292794550948173
        sinh(-2.0)  -->  -3.626860407847019
        sinh(1e300)  -->  OverflowError: math range error
        sinh(-1e300)  -->  OverflowError: math range error
        sinh(inf)  -->  inf
        sinh(-inf)  -->  -inf
        sinh(nan)  -->  nan
        sqrt(-0.0)  -->  -0.0
        sqrt(5e-324)  -->  2.2227587494850775e-162
        sqrt(-5e-324)  -->  ValueError: expected a nonnegative input, got -5e-324
        sqrt(1e-310)  -->  9.999999999999986e-156
        sqrt(1.0)  -->  1.0
        sqrt(-1.0)  -->  ValueError: expected a nonnegative input, got -1.0
        sqrt(1.5)  -->  1.224744871391589
        sqrt(-2.0)  -->  ValueError: expected a nonnegative input, got -2.0
        sqrt(1e300)  -->  1e+150
        sqrt(-1e300)  -->  ValueError: expected a nonnegative input, got -1e+300
        sqrt(inf)  -->  inf
        sqrt(-inf)  -->  ValueError: expected a nonnegative input, got -inf
        sqrt(nan)  -->  nan
        tan(-0.0)  -->  -0.0
        tan(5e-324)  -->  5e-324
        tan(-5e-324)  -->  -5e-324
        tan(1e-310)  -->  1e-310
        tan(1.0)  -->  1.5574077246549023
        tan(-1.0)  -->  -1.5574077246549023
        tan(1.5)  -->  14.101419947171719
        tan(-2.0)  -->  2.185039863261519
        tan(1e300)  -->  1.4214488238747245
        tan(-1e300)  -->  -1.4214488238747245
        tan(inf)  -->  ValueError: expected a finite input, got inf
        tan(-inf)  -->  ValueError: expected a finite input, got -inf
        tan(nan)  -->  nan
        tanh(-0.0)  -->  -0.0
        tanh(5e-324)  -->  5e-324
        tanh(-5e-324)  -->  -5e-324
        tanh(1e-310)  -->  1e-310
        tanh(1.0)  -->  0.7615941559557649
        tanh(-1.0)  -->  -0.7615941559557649
        tanh(1.5)  -->  0.9051482536448664
        tanh(-2.0)  -->  -0.9640275800758169
        tanh(1e300)  -->  1.0
        tanh(-1e300)  -->  -1.0
        tanh(inf)  -->  1.0
        tanh(-inf)  -->  -1.0
        tanh(nan)  -->  nan
        exp(709.782712893384)  -->  1.7976931348622732e+308
        exp(709.79)  -->  OverflowError: math range error
        exp(-745.13)  -->  5e-324
        exp(-745.14)  -->  0.0
        exp2(1023.9999)  -->  1.7975685325879886e+308
        exp2(1024)  -->  OverflowError: math range error
        exp2(-1074)  -->  5e-324
        exp2(-1074.5)  -->  5e-324
        exp2(-1075.1)  -->  0.0
        expm1(709.782712893384)  -->  1.7976931348622732e+308
        expm1(709.79)  -->  OverflowError: math range error
        sinh(710.475)  -->  1.7961476505485224e+308
        sinh(710.48)  -->  OverflowError: math range error
        cosh(-710.475)  -->  1.7961476505485224e+308
        cosh(710.48)  -->  OverflowError: math range error
        gamma(171.62)  -->  1.7576826789978123e+308
        gamma(171.63)  -->  OverflowError: math range error
        gamma(-171.5)  -->  1.9316265431712e-310
        gamma(-190.5)  -->  -0.0
        lgamma(2.5e305)  -->  1.7555118602376454e+308
        lgamma(1e306)  -->  OverflowError: math range error
        log1p(1.7976931348623157e308)  -->  709.782712893384
        log1p(-0.9999999999999999)  -->  -36.7368005696771
        asin(1.0000000000000002)  -->  ValueError: expected a number in range from -1 up to 1, got 1.0000000000000002
        acos(0.9999999999999999)  -->  1.4901161193847656e-08
        atanh(0.9999999999999999)  -->  18.714973875118524
        acosh(1.0000000000000002)  -->  2.1073424255447014e-08
        tan(1.5707963267948966)  -->  1.633123935319537e+16
        sin(1.7976931348623157e308)  -->  0.004961954789184062
        cos(1e22)  -->  0.523214785395139
        erfc(26.5)  -->  2.2109076642637343e-307
        erfc(27.3)  -->  0.0
        log(10**400)  -->  921.0340371976182
        log2(2**5000)  -->  5000.0
        log10(10**500)  -->  500.0
        log(-1)  -->  ValueError: expected a positive input
        log(0)  -->  ValueError: expected a positive input
        log(3, 0)  -->  ValueError: expected a positive input
        log(3, 1)  -->  ZeroDivisionError: division by zero
        log(8, 2)  -->  3.0
        log(125, 5)  -->  3.0000000000000004
        atan2(0.0, 0.0)  -->  0.0
        atan2(0.0, -0.0)  -->  3.141592653589793
        atan2(0.0, 1.0)  -->  0.0
        atan2(0.0, -1.0)  -->  3.141592653589793
        atan2(0.0, 2.5)  -->  0.0
        atan2(0.0, -3.0)  -->  3.141592653589793
        atan2(0.0, inf)  -->  0.0
        atan2(0.0, -inf)  -->  3.141592653589793
        atan2(0.0, nan)  -->  nan
        atan2(0.0, 5e-324)  -->  0.0
        atan2(0.0, 1e308)  -->  0.0
        atan2(-0.0, 0.0)  -->  -0.0
        atan2(-0.0, -0.0)  -->  -3.141592653589793
        atan2(-0.0, 1.0)  -->  -0.0
        atan2(-0.0, -1.0)  -->  -3.141592653589793
        atan2(-0.0, 2.5)  -->  -0.0
        atan2(-0.0, -3.0)  -->  -3.141592653589793
        atan2(-0.0, inf)  -->  -0.0
        atan2(-0.0, -inf)  -->  -3.141592653589793
        atan2(-0.0, nan)  -->  nan
        atan2(-0.0, 5e-324)  -->  -0.0
        atan2(-0.0, 1e308)  -->  -0.0
        atan2(1.0, 0.0)  -->  1.5707963267948966
        atan2(1.0, -0.0)  -->  1.5707963267948966
        atan2(1.0, 1.0)  -->  0.7853981633974483
        atan2(1.0, -1.0)  -->  2.356194490192345
        atan2(1.0, 2.5)  -->  0.3805063771123649
        atan2(1.0, -3.0)  -->  2.819842099193151
        atan2(1.0, inf)  -->  0.0
        atan2(1.0, -inf)  -->  3.141592653589793
        atan2(1.0, nan)  -->  nan
        atan2(1.0, 5e-324)  -->  1.5707963267948966
        atan2(1.0, 1e308)  -->  1e-308
        atan2(-1.0, 0.0)  -->  -1.5707963267948966
        atan2(-1.0, -0.0)  -->  -1.5707963267948966
        atan2(-1.0, 1.0)  -->  -0.7853981633974483
        atan2(-1.0, -1.0)  -->  -2.356194490192345
        atan2(-1.0, 2.5)  -->  -0.3805063771123649
        atan2(-1.0, -3.0)  -->  -2.819842099193151
        atan2(-1.0, inf)  -->  -0.0
        atan2(-1.0, -inf)  -->  -3.141592653589793
        atan2(-1.0, nan)  -->  nan
        atan2(-1.0, 5e-324)  -->  -1.5707963267948966
        atan2(-1.0, 1e308)  -->  -1e-308
        atan2(2.5, 0.0)  -->  1.5707963267948966
        atan2(2.5, -0.0)  -->  1.5707963267948966
        atan2(2.5, 1.0)  -->  1.1902899496825317
        atan2(2.5, -1.0)  -->  1.9513027039072615
        atan2(2.5, 2.5)  -->  0.7853981633974483
        atan2(2.5, -3.0)  -->  2.44685437739309
        atan2(2.5, inf)  -->  0.0
        atan2(2.5, -inf)  -->  3.141592653589793
        atan2(2.5, nan)  -->  nan
        atan2(2.5, 5e-324)  -->  1.5707963267948966
        atan2(2.5, 1e308)  -->  2.5e-308
        atan2(-3.0, 0.0)  -->  -1.5707963267948966
        atan2(-3.0, -0.0)  -->  -1.5707963267948966
        atan2(-3.0, 1.0)  -->  -1.2490457723982544
        atan2(-3.0, -1.0)  -->  -1.892546881191539
        atan2(-3.0, 2.5)  -->  -0.8760580505981934
        atan2(-3.0, -3.0)  -->  -2.356194490192345
        atan2(-3.0, inf)  -->  -0.0
        atan2(-3.0, -inf)  -->  -3.141592653589793
        atan2(-3.0, nan)  -->  nan
        atan2(-3.0, 5e-324)  -->  -1.5707963267948966
        atan2(-3.0, 1e308)  -->  -2.9999999999999997e-308
        atan2(inf, 0.0)  -->  1.5707963267948966
        atan2(inf, -0.0)  -->  1.5707963267948966
        atan2(inf, 1.0)  -->  1.5707963267948966
        atan2(inf, -1.0)  -->  1.5707963267948966
        atan2(inf, 2.5)  -->  1.5707963267948966
        atan2(inf, -3.0)  -->  1.5707963267948966
        atan2(inf, inf)  -->  0.7853981633974483
        atan2(inf, -inf)  -->  2.356194490192345
        atan2(inf, nan)  -->  nan
        atan2(inf, 5e-324)  -->  1.5707963267948966
        atan2(inf, 1e308)  -->  1.5707963267948966
        atan2(-inf, 0.0)  -->  -1.5707963267948966
        atan2(-inf, -0.0)  -->  -1.5707963267948966
        atan2(-inf, 1.0)  -->  -1.5707963267948966
        atan2(-inf, -1.0)  -->  -1.5707963267948966
        atan2(-inf, 2.5)  -->  -1.5707963267948966
        atan2(-inf, -3.0)  -->  -1.5707963267948966
        atan2(-inf, inf)  -->  -0.7853981633974483
        atan2(-inf, -inf)  -->  -2.356194490192345
        atan2(-inf, nan)  -->  nan
        atan2(-inf, 5e-324)  -->  -1.5707963267948966
        atan2(-inf, 1e308)  -->  -1.5707963267948966
        atan2(nan, 0.0)  -->  nan
        atan2(nan, -0.0)  -->  nan
        atan2(nan, 1.0)  -->  nan
        atan2(nan, -1.0)  -->  nan
        atan2(nan, 2.5)  -->  nan
        atan2(nan, -3.0)  -->  nan
        atan2(nan, inf)  -->  nan
        atan2(nan, -inf)  -->  nan
        atan2(nan, nan)  -->  nan
        atan2(nan, 5e-324)  -->  nan
        atan2(nan, 1e308)  -->  nan
        atan2(5e-324, 0.0)  -->  1.5707963267948966
        atan2(5e-324, -0.0)  -->  1.5707963267948966
        atan2(5e-324, 1.0)  -->  5e-324
        atan2(5e-324, -1.0)  -->  3.141592653589793
        atan2(5e-324, 2.5)  -->  0.0
        atan2(5e-324, -3.0)  -->  3.141592653589793
        atan2(5e-324, inf)  -->  0.0
        atan2(5e-324, -inf)  -->  3.141592653589793
        atan2(5e-324, nan)  -->  nan
        atan2(5e-324, 5e-324)  -->  0.7853981633974483
        atan2(5e-324, 1e308)  -->  0.0
        atan2(1e308, 0.0)  -->  1.5707963267948966
        atan2(1e308, -0.0)  -->  1.5707963267948966
        atan2(1e308, 1.0)  -->  1.5707963267948966
        atan2(1e308, -1.0)  -->  1.5707963267948966
        atan2(1e308, 2.5)  -->  1.5707963267948966
        atan2(1e308, -3.0)  -->  1.5707963267948966
        atan2(1e308, inf)  -->  0.0
        atan2(1e308, -inf)  -->  3.141592653589793
        atan2(1e308, nan)  -->  nan
        atan2(1e308, 5e-324)  -->  1.5707963267948966
        atan2(1e308, 1e308)  -->  0.7853981633974483
        pow(0.0, 0.0)  -->  1.0
        pow(0.0, -0.0)  -->  1.0
        pow(0.0, 1.0)  -->  0.0
        pow(0.0, -1.0)  -->  ValueError: math domain error
        pow(0.0, 2.5)  -->  0.0
        pow(0.0, -3.0)  -->  ValueError: math domain error
        pow(0.0, inf)  -->  0.0
        pow(0.0, -inf)  -->  inf
        pow(0.0, nan)  -->  nan
        pow(0.0, 5e-324)  -->  0.0
        pow(0.0, 1e308)  -->  0.0
        pow(-0.0, 0.0)  -->  1.0
        pow(-0.0, -0.0)  -->  1.0
        pow(-0.0, 1.0)  -->  -0.0
        pow(-0.0, -1.0)  -->  ValueError: math domain error
        pow(-0.0, 2.5)  -->  0.0
        pow(-0.0, -3.0)  -->  ValueError: math domain error
        pow(-0.0, inf)  -->  0.0
        pow(-0.0, -inf)  -->  inf
        pow(-0.0, nan)  -->  nan
        pow(-0.0, 5e-324)  -->  0.0
        pow(-0.0, 1e308)  -->  0.0
        pow(1.0, 0.0)  -->  1.0
        pow(1.0, -0.0)  -->  1.0
        pow(1.0, 1.0)  -->  1.0
        pow(1.0, -1.0)  -->  1.0
        pow(1.0, 2.5)  -->  1.0
        pow(1.0, -3.0)  -->  1.0
        pow(1.0, inf)  -->  1.0
        pow(1.0, -inf)  -->  1.0
        pow(1.0, nan)  -->  1.0
        pow(1.0, 5e-324)  -->  1.0
        pow(1.0, 1e308)  -->  1.0
        pow(-1.0, 0.0)  -->  1.0
        pow(-1.0, -0.0)  -->  1.0
        pow(-1.0, 1.0)  -->  -1.0
        pow(-1.0, -1.0)  -->  -1.0
        pow(-1.0, 2.5)  -->  ValueError: math domain error
        pow(-1.0, -3.0)  -->  -1.0
        pow(-1.0, inf)  -->  1.0
        pow(-1.0, -inf)  -->  1.0
        pow(-1.0, nan)  -->  nan
        pow(-1.0, 5e-324)  -->  ValueError: math domain error
        pow(-1.0, 1e308)  -->  1.0
        pow(2.5, 0.0)  -->  1.0
        pow(2.5, -0.0)  -->  1.0
        pow(2.5, 1.0)  -->  2.5
        pow(2.5, -1.0)  -->  0.4
        pow(2.5, 2.5)  -->  9.882117688026186
        pow(2.5, -3.0)  -->  0.064
        pow(2.5, inf)  -->  inf
        pow(2.5, -inf)  -->  0.0
        pow(2.5, nan)  -->  nan
        pow(2.5, 5e-324)  -->  1.0
        pow(2.5, 1e308)  -->  OverflowError: math range error
        pow(-3.0, 0.0)  -->  1.0
        pow(-3.0, -0.0)  -->  1.0
        pow(-3.0, 1.0)  -->  -3.0
        pow(-3.0, -1.0)  -->  -0.3333333333333333
        pow(-3.0, 2.5)  -->  ValueError: math domain error
        pow(-3.0, -3.0)  -->  -0.037037037037037035
        pow(-3.0, inf)  -->  inf
        pow(-3.0, -inf)  -->  0.0
        pow(-3.0, nan)  -->  nan
        pow(-3.0, 5e-324)  -->  ValueError: math domain error
        pow(-3.0, 1e308)  -->  OverflowError: math range error
        pow(inf, 0.0)  -->  1.0
        pow(inf, -0.0)  -->  1.0
        pow(inf, 1.0)  -->  inf
        pow(inf, -1.0)  -->  0.0
        pow(inf, 2.5)  -->  inf
        pow(inf, -3.0)  -->  0.0
        pow(inf, inf)  -->  inf
        pow(inf, -inf)  -->  0.0
        pow(inf, nan)  -->  nan
        pow(inf, 5e-324)  -->  inf
        pow(inf, 1e308)  -->  inf
        pow(-inf, 0.0)  -->  1.0
        pow(-inf, -0.0)  -->  1.0
        pow(-inf, 1.0)  -->  -inf
        pow(-inf, -1.0)  -->  -0.0
        pow(-inf, 2.5)  -->  inf
        pow(-inf, -3.0)  -->  -0.0
        pow(-inf, inf)  -->  inf
        pow(-inf, -inf)  -->  0.0
        pow(-inf, nan)  -->  nan
        pow(-inf, 5e-324)  -->  inf
        pow(-inf, 1e308)  -->  inf
        pow(nan, 0.0)  -->  1.0
        pow(nan, -0.0)  -->  1.0
        pow(nan, 1.0)  -->  nan
        pow(nan, -1.0)  -->  nan
        pow(nan, 2.5)  -->  nan
        pow(nan, -3.0)  -->  nan
        pow(nan, inf)  -->  nan
        pow(nan, -inf)  -->  nan
        pow(nan, nan)  -->  nan
        pow(nan, 5e-324)  -->  nan
        pow(nan, 1e308)  -->  nan
        pow(5e-324, 0.0)  -->  1.0
        pow(5e-324, -0.0)  -->  1.0
        pow(5e-324, 1.0)  -->  5e-324
        pow(5e-324, -1.0)  -->  OverflowError: math range error
        pow(5e-324, 2.5)  -->  0.0
        pow(5e-324, -3.0)  -->  OverflowError: math range error
        pow(5e-324, inf)  -->  0.0
        pow(5e-324, -inf)  -->  inf
        pow(5e-324, nan)  -->  nan
        pow(5e-324, 5e-324)  -->  1.0
        pow(5e-324, 1e308)  -->  0.0
        pow(1e308, 0.0)  -->  1.0
        pow(1e308, -0.0)  -->  1.0
        pow(1e308, 1.0)  -->  1e+308
        pow(1e308, -1.0)  -->  1e-308
        pow(1e308, 2.5)  -->  OverflowError: math range error
        pow(1e308, -3.0)  -->  0.0
        pow(1e308, inf)  -->  inf
        pow(1e308, -inf)  -->  0.0
        pow(1e308, nan)  -->  nan
        pow(1e308, 5e-324)  -->  1.0
        pow(1e308, 1e308)  -->  OverflowError: math range error
        fmod(0.0, 0.0)  -->  ValueError: math domain error
        fmod(0.0, -0.0)  -->  ValueError: math domain error
        fmod(0.0, 1.0)  -->  0.0
        fmod(0.0, -1.0)  -->  0.0
        fmod(0.0, 2.5)  -->  0.0
        fmod(0.0, -3.0)  -->  0.0
        fmod(0.0, inf)  -->  0.0
        fmod(0.0, -inf)  -->  0.0
        fmod(0.0, nan)  -->  nan
        fmod(0.0, 5e-324)  -->  0.0
        fmod(0.0, 1e308)  -->  0.0
        fmod(-0.0, 0.0)  -->  ValueError: math domain error
        fmod(-0.0, -0.0)  -->  ValueError: math domain error
        fmod(-0.0, 1.0)  -->  -0.0
        fmod(-0.0, -1.0)  -->  -0.0
        fmod(-0.0, 2.5)  -->  -0.0
        fmod(-0.0, -3.0)  -->  -0.0
        fmod(-0.0, inf)  -->  -0.0
        fmod(-0.0, -inf)  -->  -0.0
        fmod(-0.0, nan)  -->  nan
        fmod(-0.0, 5e-324)  -->  -0.0
        fmod(-0.0, 1e308)  -->  -0.0
        fmod(1.0, 0.0)  -->  ValueError: math domain error
        fmod(1.0, -0.0)  -->  ValueError: math domain error
        fmod(1.0, 1.0)  -->  0.0
        fmod(1.0, -1.0)  -->  0.0
        fmod(1.0, 2.5)  -->  1.0
        fmod(1.0, -3.0)  -->  1.0
        fmod(1.0, inf)  -->  1.0
        fmod(1.0, -inf)  -->  1.0
        fmod(1.0, nan)  -->  nan
        fmod(1.0, 5e-324)  -->  0.0
        fmod(1.0, 1e308)  -->  1.0
        fmod(-1.0, 0.0)  -->  ValueError: math domain error
        fmod(-1.0, -0.0)  -->  ValueError: math domain error
        fmod(-1.0, 1.0)  -->  -0.0
        fmod(-1.0, -1.0)  -->  -0.0
        fmod(-1.0, 2.5)  -->  -1.0
        fmod(-1.0, -3.0)  -->  -1.0
        fmod(-1.0, inf)  -->  -1.0
        fmod(-1.0, -inf)  -->  -1.0
        fmod(-1.0, nan)  -->  nan
        fmod(-1.0, 5e-324)  -->  -0.0
        fmod(-1.0, 1e308)  -->  -1.0
        fmod(2.5, 0.0)  -->  ValueError: math domain error
        fmod(2.5, -0.0)  -->  ValueError: math domain error
        fmod(2.5, 1.0)  -->  0.5
        fmod(2.5, -1.0)  -->  0.5
        fmod(2.5, 2.5)  -->  0.0
        fmod(2.5, -3.0)  -->  2.5
        fmod(2.5, inf)  -->  2.5
        fmod(2.5, -inf)  -->  2.5
        fmod(2.5, nan)  -->  nan
        fmod(2.5, 5e-324)  -->  0.0
        fmod(2.5, 1e308)  -->  2.5
        fmod(-3.0, 0.0)  -->  ValueError: math domain error
        fmod(-3.0, -0.0)  -->  ValueError: math domain error
        fmod(-3.0, 1.0)  -->  -0.0
        fmod(-3.0, -1.0)  -->  -0.0
        fmod(-3.0, 2.5)  -->  -0.5
        fmod(-3.0, -3.0)  -->  -0.0
        fmod(-3.0, inf)  -->  -3.0
        fmod(-3.0, -inf)  -->  -3.0
        fmod(-3.0, nan)  -->  nan
        fmod(-3.0, 5e-324)  -->  -0.0
        fmod(-3.0, 1e308)  -->  -3.0
        fmod(inf, 0.0)  -->  ValueError: math domain error
        fmod(inf, -0.0)  -->  ValueError: math domain error
        fmod(inf, 1.0)  -->  ValueError: math domain error
        fmod(inf, -1.0)  -->  ValueError: math domain error
        fmod(inf, 2.5)  -->  ValueError: math domain error
        fmod(inf, -3.0)  -->  ValueError: math domain error
        fmod(inf, inf)  -->  ValueError: math domain error
        fmod(inf, -inf)  -->  ValueError: math domain error
        fmod(inf, nan)  -->  nan
        fmod(inf, 5e-324)  -->  ValueError: math domain error
        fmod(inf, 1e308)  -->  ValueError: math domain error
        fmod(-inf, 0.0)  -->  ValueError: math domain error
        fmod(-inf, -0.0)  -->  ValueError: math domain error
        fmod(-inf, 1.0)  -->  ValueError: math domain error
        fmod(-inf, -1.0)  -->  ValueError: math domain error
        fmod(-inf, 2.5)  -->  ValueError: math domain error
        fmod(-inf, -3.0)  -->  ValueError: math domain error
        fmod(-inf, inf)  -->  ValueError: math domain error
        fmod(-inf, -inf)  -->  ValueError: math domain error
        fmod(-inf, nan)  -->  nan
        fmod(-inf, 5e-324)  -->  ValueError: math domain error
        fmod(-inf, 1e308)  -->  ValueError: math domain error
        fmod(nan, 0.0)  -->  nan
        fmod(nan, -0.0)  -->  nan
        fmod(nan, 1.0)  -->  nan
        fmod(nan, -1.0)  -->  nan
        fmod(nan, 2.5)  -->  nan
        fmod(nan, -3.0)  -->  nan
        fmod(nan, inf)  -->  nan
        fmod(nan, -inf)  -->  nan
        fmod(nan, nan)  -->  nan
        fmod(nan, 5e-324)  -->  nan
        fmod(nan, 1e308)  -->  nan
        fmod(5e-324, 0.0)  -->  ValueError: math domain error
        fmod(5e-324, -0.0)  -->  ValueError: math domain error
        fmod(5e-324, 1.0)  -->  5e-324
        fmod(5e-324, -1.0)  -->  5e-324
        fmod(5e-324, 2.5)  -->  5e-324
        fmod(5e-324, -3.0)  -->  5e-324
        fmod(5e-324, inf)  -->  5e-324
        fmod(5e-324, -inf)  -->  5e-324
        fmod(5e-324, nan)  -->  nan
        fmod(5e-324, 5e-324)  -->  0.0
        fmod(5e-324, 1e308)  -->  5e-324
        fmod(1e308, 0.0)  -->  ValueError: math domain error
        fmod(1e308, -0.0)  -->  ValueError: math domain error
        fmod(1e308, 1.0)  -->  0.0
        fmod(1e308, -1.0)  -->  0.0
        fmod(1e308, 2.5)  -->  1.0
        fmod(1e308, -3.0)  -->  2.0
        fmod(1e308, inf)  -->  1e+308
        fmod(1e308, -inf)  -->  1e+308
        fmod(1e308, nan)  -->  nan
        fmod(1e308, 5e-324)  -->  0.0
        fmod(1e308, 1e308)  -->  0.0
        remainder(0.0, 0.0)  -->  ValueError: math domain error
        remainder(0.0, -0.0)  -->  ValueError: math domain error
        remainder(0.0, 1.0)  -->  0.0
        remainder(0.0, -1.0)  -->  0.0
        remainder(0.0, 2.5)  -->  0.0
        remainder(0.0, -3.0)  -->  0.0
        remainder(0.0, inf)  -->  0.0
        remainder(0.0, -inf)  -->  0.0
        remainder(0.0, nan)  -->  nan
        remainder(0.0, 5e-324)  -->  0.0
        remainder(0.0, 1e308)  -->  0.0
        remainder(-0.0, 0.0)  -->  ValueError: math domain error
        remainder(-0.0, -0.0)  -->  ValueError: math domain error
        remainder(-0.0, 1.0)  -->  -0.0
        remainder(-0.0, -1.0)  -->  -0.0
        remainder(-0.0, 2.5)  -->  -0.0
        remainder(-0.0, -3.0)  -->  -0.0
        remainder(-0.0, inf)  -->  -0.0
        remainder(-0.0, -inf)  -->  -0.0
        remainder(-0.0, nan)  -->  nan
        remainder(-0.0, 5e-324)  -->  -0.0
        remainder(-0.0, 1e308)  -->  -0.0
        remainder(1.0, 0.0)  -->  ValueError: math domain error
        remainder(1.0, -0.0)  -->  ValueError: math domain error
        remainder(1.0, 1.0)  -->  0.0
        remainder(1.0, -1.0)  -->  0.0
        remainder(1.0, 2.5)  -->  1.0
        remainder(1.0, -3.0)  -->  1.0
        remainder(1.0, inf)  -->  1.0
        remainder(1.0, -inf)  -->  1.0
        remainder(1.0, nan)  -->  nan
        remainder(1.0, 5e-324)  -->  0.0
        remainder(1.0, 1e308)  -->  1.0
        remainder(-1.0, 0.0)  -->  ValueError: math domain error
        remainder(-1.0, -0.0)  -->  ValueError: math domain error
        remainder(-1.0, 1.0)  -->  -0.0
        remainder(-1.0, -1.0)  -->  -0.0
        remainder(-1.0, 2.5)  -->  -1.0
        remainder(-1.0, -3.0)  -->  -1.0
        remainder(-1.0, inf)  -->  -1.0
        remainder(-1.0, -inf)  -->  -1.0
        remainder(-1.0, nan)  -->  nan
        remainder(-1.0, 5e-324)  -->  -0.0
        remainder(-1.0, 1e308)  -->  -1.0
        remainder(2.5, 0.0)  -->  ValueError: math domain error
        remainder(2.5, -0.0)  -->  ValueError: math domain error
        remainder(2.5, 1.0)  -->  0.5
        remainder(2.5, -1.0)  -->  0.5
        remainder(2.5, 2.5)  -->  0.0
        remainder(2.5, -3.0)  -->  -0.5
        remainder(2.5, inf)  -->  2.5
        remainder(2.5, -inf)  -->  2.5
        remainder(2.5, nan)  -->  nan
        remainder(2.5, 5e-324)  -->  0.0
        remainder(2.5, 1e308)  -->  2.5
        remainder(-3.0, 0.0)  -->  ValueError: math domain error
        remainder(-3.0, -0.0)  -->  ValueError: math domain error
        remainder(-3.0, 1.0)  -->  -0.0
        remainder(-3.0, -1.0)  -->  -0.0
        remainder(-3.0, 2.5)  -->  -0.5
        remainder(-3.0, -3.0)  -->  -0.0
        remainder(-3.0, inf)  -->  -3.0
        remainder(-3.0, -inf)  -->  -3.0
        remainder(-3.0, nan)  -->  nan
        remainder(-3.0, 5e-324)  -->  -0.0
        remainder(-3.0, 1e308)  -->  -3.0
        remainder(inf, 0.0)  -->  ValueError: math domain error
        remainder(inf, -0.0)  -->  ValueError: math domain error
        remainder(inf, 1.0)  -->  ValueError: math domain error
        remainder(inf, -1.0)  -->  ValueError: math domain error
        remainder(inf, 2.5)  -->  ValueError: math domain error
        remainder(inf, -3.0)  -->  ValueError: math domain error
        remainder(inf, inf)  -->  ValueError: math domain error
        remainder(inf, -inf)  -->  ValueError: math domain error
        remainder(inf, nan)  -->  nan
        remainder(inf, 5e-324)  -->  ValueError: math domain error
        remainder(inf, 1e308)  -->  ValueError: math domain error
        remainder(-inf, 0.0)  -->  ValueError: math domain error
        remainder(-inf, -0.0)  -->  ValueError: math domain error
        remainder(-inf, 1.0)  -->  ValueError: math domain error
        remainder(-inf, -1.0)  -->  ValueError: math domain error
        remainder(-inf, 2.5)  -->  ValueError: math domain error
        remainder(-inf, -3.0)  -->  ValueError: math domain error
        remainder(-inf, inf)  -->  ValueError: math domain error
        remainder(-inf, -inf)  -->  ValueError: math domain error
        remainder(-inf, nan)  -->  nan
        remainder(-inf, 5e-324)  -->  ValueError: math domain error
        remainder(-inf, 1e308)  -->  ValueError: math domain error
        remainder(nan, 0.0)  -->  nan
        remainder(nan, -0.0)  -->  nan
        remainder(nan, 1.0)  -->  nan
        remainder(nan, -1.0)  -->  nan
        remainder(nan, 2.5)  -->  nan
        remainder(nan, -3.0)  -->  nan
        remainder(nan, inf)  -->  nan
        remainder(nan, -inf)  -->  nan
        remainder(nan, nan)  -->  nan
        remainder(nan, 5e-324)  -->  nan
        remainder(nan, 1e308)  -->  nan
        remainder(5e-324, 0.0)  -->  ValueError: math domain error
        remainder(5e-324, -0.0)  -->  ValueError: math domain error
        remainder(5e-324, 1.0)  -->  5e-324
        remainder(5e-324, -1.0)  -->  5e-324
        remainder(5e-324, 2.5)  -->  5e-324
        remainder(5e-324, -3.0)  -->  5e-324
        remainder(5e-324, inf)  -->  5e-324
        remainder(5e-324, -inf)  -->  5e-324
        remainder(5e-324, nan)  -->  nan
        remainder(5e-324, 5e-324)  -->  0.0
        remainder(5e-324, 1e308)  -->  5e-324
        remainder(1e308, 0.0)  -->  ValueError: math domain error
        remainder(1e308, -0.0)  -->  ValueError: math domain error
        remainder(1e308, 1.0)  -->  0.0
        remainder(1e308, -1.0)  -->  0.0
        remainder(1e308, 2.5)  -->  1.0
        remainder(1e308, -3.0)  -->  -1.0
        remainder(1e308, inf)  -->  1e+308
        remainder(1e308, -inf)  -->  1e+308
        remainder(1e308, nan)  -->  nan
        remainder(1e308, 5e-324)  -->  0.0
        remainder(1e308, 1e308)  -->  0.0
        hypot(0.0, 0.0)  -->  0.0
        hypot(0.0, 1.0)  -->  1.0
        hypot(0.0, 2.5)  -->  2.5
        hypot(0.0, inf)  -->  inf
        hypot(0.0, nan)  -->  nan
        hypot(0.0, 5e-324)  -->  5e-324
        hypot(0.0, 1e308)  -->  1e+308
        hypot(-0.0, 0.0)  -->  0.0
        hypot(-0.0, -0.0)  -->  0.0
        hypot(-0.0, 1.0)  -->  1.0
        hypot(-0.0, -1.0)  -->  1.0
        hypot(-0.0, 2.5)  -->  2.5
        hypot(-0.0, -3.0)  -->  3.0
        hypot(-0.0, inf)  -->  inf
        hypot(-0.0, -inf)  -->  inf
        hypot(-0.0, nan)  -->  nan
        hypot(-0.0, 5e-324)  -->  5e-324
        hypot(-0.0, 1e308)  -->  1e+308
        hypot(1.0, 1.0)  -->  1.4142135623730951
        hypot(1.0, 2.5)  -->  2.692582403567252
        hypot(1.0, inf)  -->  inf
        hypot(1.0, nan)  -->  nan
        hypot(1.0, 5e-324)  -->  1.0
        hypot(1.0, 1e308)  -->  1e+308
        hypot(-1.0, 0.0)  -->  1.0
        hypot(-1.0, 1.0)  -->  1.4142135623730951
        hypot(-1.0, -1.0)  -->  1.4142135623730951
        hypot(-1.0, 2.5)  -->  2.692582403567252
        hypot(-1.0, -3.0)  -->  3.1622776601683795
        hypot(-1.0, inf)  -->  inf
        hypot(-1.0, -inf)  -->  inf
        hypot(-1.0, nan)  -->  nan
        hypot(-1.0, 5e-324)  -->  1.0
        hypot(-1.0, 1e308)  -->  1e+308
        hypot(2.5, 2.5)  -->  3.5355339059327378
        hypot(2.5, inf)  -->  inf
        hypot(2.5, nan)  -->  nan
        hypot(2.5, 5e-324)  -->  2.5
        hypot(-3.0, 0.0)  -->  3.0
        hypot(-3.0, 1.0)  -->  3.1622776601683795
        hypot(-3.0, 2.5)  -->  3.905124837953327
        hypot(-3.0, -3.0)  -->  4.242640687119285
        hypot(-3.0, inf)  -->  inf
        hypot(-3.0, -inf)  -->  inf
        hypot(-3.0, nan)  -->  nan
        hypot(-3.0, 5e-324)  -->  3.0
        hypot(-3.0, 1e308)  -->  1e+308
        hypot(inf, inf)  -->  inf
        hypot(inf, nan)  -->  inf
        hypot(-inf, 0.0)  -->  inf
        hypot(-inf, 1.0)  -->  inf
        hypot(-inf, 2.5)  -->  inf
        hypot(-inf, inf)  -->  inf
        hypot(-inf, -inf)  -->  inf
        hypot(-inf, nan)  -->  inf
        hypot(-inf, 5e-324)  -->  inf
        hypot(-inf, 1e308)  -->  inf
        hypot(nan, nan)  -->  nan
        hypot(5e-324, inf)  -->  inf
        hypot(5e-324, nan)  -->  nan
        hypot(5e-324, 5e-324)  -->  5e-324
        hypot(1e308, 2.5)  -->  1e+308
        hypot(1e308, inf)  -->  inf
        hypot(1e308, nan)  -->  nan
        hypot(1e308, 5e-324)  -->  1e+308
        hypot(1e308, 1e308)  -->  1.4142135623730951e+308
        (0.0) ** -1.0  -->  ZeroDivisionError: zero to a negative power
        (0.0) ** 0.5  -->  0.0
        (0.0) ** 2.0  -->  0.0
        (0.0) ** -3.0  -->  ZeroDivisionError: zero to a negative power
        (0.0) ** inf  -->  0.0
        (0.0) ** nan  -->  nan
        (0.0) ** 1e308  -->  0.0
        (0.0) ** -0.0  -->  1.0
        (-0.0) ** -1.0  -->  ZeroDivisionError: zero to a negative power
        (-0.0) ** 0.5  -->  0.0
        (-0.0) ** 2.0  -->  0.0
        (-0.0) ** -3.0  -->  ZeroDivisionError: zero to a negative power
        (-0.0) ** inf  -->  0.0
        (-0.0) ** nan  -->  nan
        (-0.0) ** 1e308  -->  0.0
        (-0.0) ** -0.0  -->  1.0
        (-2.0) ** -1.0  -->  -0.5
        (-2.0) ** 0.5  -->  (8.659560562354934e-17+1.4142135623730951j)
        (-2.0) ** 2.0  -->  4.0
        (-2.0) ** -3.0  -->  -0.125
        (-2.0) ** inf  -->  inf
        (-2.0) ** nan  -->  nan
        (-2.0) ** 1e308  -->  OverflowError: (34, 'Numerical result out of range')
        (-2.0) ** -0.0  -->  1.0
        (2.0) ** -1.0  -->  0.5
        (2.0) ** 0.5  -->  1.4142135623730951
        (2.0) ** 2.0  -->  4.0
        (2.0) ** -3.0  -->  0.125
        (2.0) ** inf  -->  inf
        (2.0) ** nan  -->  nan
        (2.0) ** 1e308  -->  OverflowError: (34, 'Numerical result out of range')
        (2.0) ** -0.0  -->  1.0
        (inf) ** -1.0  -->  0.0
        (inf) ** 0.5  -->  inf
        (inf) ** 2.0  -->  inf
        (inf) ** -3.0  -->  0.0
        (inf) ** inf  -->  inf
        (inf) ** nan  -->  nan
        (inf) ** 1e308  -->  inf
        (inf) ** -0.0  -->  1.0
        (-8.0) ** -1.0  -->  -0.125
        (-8.0) ** 0.5  -->  (1.7319121124709868e-16+2.8284271247461903j)
        (-8.0) ** 2.0  -->  64.0
        (-8.0) ** -3.0  -->  -0.001953125
        (-8.0) ** inf  -->  inf
        (-8.0) ** nan  -->  nan
        (-8.0) ** 1e308  -->  OverflowError: (34, 'Numerical result out of range')
        (-8.0) ** -0.0  -->  1.0
        (1e200) ** -1.0  -->  1e-200
        (1e200) ** 0.5  -->  1e+100
        (1e200) ** 2.0  -->  OverflowError: (34, 'Numerical result out of range')
        (1e200) ** -3.0  -->  0.0
        (1e200) ** inf  -->  inf
        (1e200) ** nan  -->  nan
        (1e200) ** 1e308  -->  OverflowError: (34, 'Numerical result out of range')
        (1e200) ** -0.0  -->  1.0
        (1e-200) ** -1.0  -->  1e+200
        (1e-200) ** 0.5  -->  1e-100
        (1e-200) ** 2.0  -->  0.0
        (1e-200) ** -3.0  -->  OverflowError: (34, 'Numerical result out of range')
        (1e-200) ** inf  -->  0.0
        (1e-200) ** nan  -->  nan
        (1e-200) ** 1e308  -->  0.0
        (1e-200) ** -0.0  -->  1.0
        fma(inf, 0.0, 1.0)  -->  ValueError: invalid operation in fma
        fma(inf, 1.0, -inf)  -->  ValueError: invalid operation in fma
        fma(1e308, 10.0, 0.0)  -->  OverflowError: overflow in fma
        fma(1e308, 10.0, -inf)  -->  -inf
        fma(nan, 0.0, 1.0)  -->  nan
        fma(0.1, 10.0, -1.0)  -->  5.551115123125783e-17
        fma(-0.0, 1.0, -0.0)  -->  -0.0
        fma(5e-324, 0.5, 0.0)  -->  0.0
        fma(1e-200, -1e-200, 5e-324)  -->  5e-324
    """)
