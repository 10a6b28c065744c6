"""The F distribution, as far as confidence limits of a reliability need it.

The incomplete beta function is computed by its continued fraction (Numerical Recipes, 3rd ed.,
section 6.4, modified Lentz method); quantiles by bisection, which cannot run away.
"""

from math import exp, lgamma, log, log1p

_TINY = 1e-300


def f_quantile(probability: float, df1: float, df2: float) -> float:
    """The value below which an F-distributed number stays with `probability`, 0 < p < 1."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        if _beta_share(df1 / 2, df2 / 2, middle) < probability:
            low = middle
        else:
            high = middle
        if high - low < 1e-15:
            break
    share = (low + high) / 2
    return df2 * share / (df1 * (1 - share))


def _beta_share(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
