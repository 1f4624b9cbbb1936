"""statistics: averages, spread, regression, normal distributions."""
import statistics as st
from decimal import Decimal
from fractions import Fraction

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
ints = [1, 2, 3, 3, 4, 4, 4, 5]
for name in "mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev pvariance stdev variance".split():
    print(f"{name:<16}", getattr(st, name)(data), getattr(st, name)(ints))
print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("1.1"), Decimal("2.3")]), st.variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]), st.stdev([Decimal("1"), Decimal("2"), Decimal("4")]))
print(st.quantiles(range(1, 21), n=4), st.quantiles(data, n=10, method="inclusive"), st.quantiles([1, 2], n=2), st.fmean([1, 2, 3], weights=[5, 1, 1]))
print(st.harmonic_mean([40, 60], weights=[5, 30]), st.multimode("aabbcc"), st.mode(["red", "blue", "red"]), st.median_grouped([52, 52, 53, 54], interval=2))
x, y = [18, 23, 26, 20, 24, 21], [10, 15, 20, 11, 18, 13]
print(st.covariance(x, y), st.correlation(x, y), st.correlation(x, y, method="ranked"), st.linear_regression(x, y), st.linear_regression(x, y, proportional=True).slope)
normal = st.NormalDist(mu=100, sigma=15)
print(normal, normal.mean, normal.stdev, normal.variance, normal.pdf(100), normal.cdf(115), normal.inv_cdf(0.975), normal.zscore(130), normal.overlap(st.NormalDist(110, 15)))
print(normal + 5, normal * 2, -normal, normal + st.NormalDist(1, 20), normal / 3, 3 - normal, normal.quantiles(4), st.NormalDist.from_samples(data), normal == st.NormalDist(100, 15))
print([round(v, 6) for v in normal.samples(3, seed=1)], hash(normal) == hash(st.NormalDist(100.0, 15.0)))
f = st.kde([-2.1, -1.3, -0.4, 1.9, 5.1, 6.2], h=1.5)
print([round(f(v), 8) for v in (-3, 0, 3)], round(st.kde(data, 1, kernel="triangular", cumulative=True)(2), 8), [round(st.kde_random(data, 0.5, seed=8)(), 8) for _ in range(2)])
for attempt in [lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.geometric_mean([0.0, -1]), lambda: st.harmonic_mean([1, -1]), lambda: st.quantiles([1, 2], n=0), lambda: st.linear_regression([1, 1], [2, 3]), lambda: st.correlation([1], [2]), lambda: st.NormalDist(0, -1), lambda: normal.inv_cdf(1), lambda: st.fmean([1, 2], [1]), lambda: st.covariance([1, 2], [1]), lambda: st.kde(data, 0), lambda: st.quantiles([1, 2], method="odd"), lambda: st.mean("ab")]:
    try:
        print("fine", attempt())
    except (st.StatisticsError, TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)
print(st.pstdev([1e15 + 4, 1e15 + 7, 1e15 + 13, 1e15 + 16]), st.mean([1e308, 1e308]), st.mean([10**300, 3 * 10**300]))
