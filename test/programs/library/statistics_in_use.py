"""Statistics over kinds of numbers: averages, spread, quantiles, regression, normal distributions, kernel densities, exactness, errors."""
import random
import statistics as st
from decimal import Decimal
from fractions import Fraction as F

DATA = {
    "ints": [3, 1, 4, 1, 5, 9, 2, 6], "floats": [2.5, 3.25, 5.5, 11.75], "fractions": [F(1, 2), F(3, 4), F(5, 2)], "decimals": [Decimal("0.5"), Decimal("0.75"), Decimal("0.625")], "mixed": [1, 2.5, F(1, 4)], "one": [7],
    "words": ["b", "a", "b"], "big": [10**20, 10**20 + 2, -(10**20)], "huge floats": [1e308, 1e308], "bools": [True, False, True], "empty": [], "text": ["1", 2], "nan": [1.0, float("nan")], "decimal+float": [Decimal(1), 1.5],
}  # fmt: skip
FUNCTIONS = [st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode, st.variance, st.pvariance, st.stdev, st.pstdev, st.quantiles]


def short(value):
    if isinstance(value, list):
        return "[" + " ".join(map(short, value)) + "]"
    return f"{value:.10g}" if isinstance(value, float) else str(value)


for label, data in DATA.items():
    print(f"--- {label}")
    row = []
    for function in FUNCTIONS:
        try:
            result = short(function(data))
        except (st.StatisticsError, TypeError, AttributeError, OverflowError, ValueError) as error:
            result = f"{type(error).__name__}({error})"
        row.append(f"{function.__name__}={result}")
    print("\n".join(" ".join(row[i : i + 4]) for i in range(0, len(row), 4)))
print(st.mean(iter([1, 2])), st.fmean([90, 80, 70], weights=[1, 2, 1]), st.harmonic_mean([40, 60], [5, 30]), st.variance([1, 2, 3], xbar=F(2)), st.pvariance([1, 3], mu=0), st.mean([Decimal("0.1")] * 3), st.median_grouped([1, 3, 3, 5, 7], interval=2))
for n in 1, 2, 4, 10:
    print(n, [round(q, 4) for q in st.quantiles([5, 1, 9, 3, 7, 7], n=n)], [round(q, 4) for q in st.quantiles([5, 1, 9, 3, 7, 7], n=n, method="inclusive")])
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
slope, intercept = st.linear_regression(x, y)
print(f"{slope:.4f} {intercept:.4f} {st.linear_regression(x, y, proportional=True).slope:.4f} {st.correlation(x, y):.6f} {st.covariance(x, y):.4f} {st.correlation([1, 2, 3], [1, 4, 9], method='ranked')}")
for action in [
    lambda: st.linear_regression([1], [1]), lambda: st.linear_regression([1, 1], [1, 2]), lambda: st.correlation([1, 2], [1]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.quantiles([1, 2], n=0), lambda: st.quantiles([], n=4), lambda: st.quantiles([1, 2], method="odd"), lambda: st.fmean([1, 2], [1]), lambda: st.fmean([1], [0]),
    lambda: st.harmonic_mean([1, -1]), lambda: st.geometric_mean([0, 1]), lambda: st.geometric_mean([-1]), lambda: st.harmonic_mean([0, 1]), lambda: st.covariance([1], [2]), lambda: st.NormalDist(0, -1), lambda: st.NormalDist(0, 0).pdf(1), lambda: st.NormalDist().inv_cdf(1), lambda: st.correlation([1, 2], [1, 2], method="x"), lambda: st.kde([], 1), lambda: st.kde([1], 0), lambda: st.kde([1], 1, "nope"),
]:  # fmt: skip
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
height, noise = st.NormalDist(170, 8), st.NormalDist(0, 6)
both = height + noise
print(both, height * 2 - 3, -noise, height / 4, height == st.NormalDist(170.0, 8), hash(height) == hash(st.NormalDist(170, 8)), height.mean, height.variance, height.mode)
print([round(v, 6) for v in (height.cdf(178), height.pdf(170), height.inv_cdf(0.9), height.zscore(182), height.overlap(st.NormalDist(175, 8)))], [round(q, 3) for q in height.quantiles(4)])
samples = height.samples(5, seed="fixed")
print([round(s, 4) for s in samples], st.NormalDist.from_samples([1, 2, 3, 4]), repr(st.NormalDist.from_samples(samples)) == repr(st.NormalDist(st.fmean(samples), st.stdev(samples))))
points = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for kernel in "normal", "logistic", "triangular", "parabolic", "quartic", "cosine", "rectangular":
    density, cumulative = st.kde(points, h=1.5, kernel=kernel), st.kde(points, h=1.5, kernel=kernel, cumulative=True)
    print(f"{kernel:11}", *(f"{density(v):.5f}" for v in (-3, 0, 2, 5)), *(f"{cumulative(v):.4f}" for v in (-3, 0, 5)))
draw = st.kde_random(points, h=0.5, kernel="triangular", seed=8)
print([round(draw(), 5) for _ in range(3)], type(st.StatisticsError.__mro__[1]).__name__, issubclass(st.StatisticsError, ValueError))
rng = random.Random(11)
throws = [rng.randint(1, 6) + rng.randint(1, 6) for _ in range(300)]
print(st.mode(throws), round(st.fmean(throws), 4), round(st.stdev(throws), 4), st.multimode("aabbc"), max(set(throws), key=throws.count))
