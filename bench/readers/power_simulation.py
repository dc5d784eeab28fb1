"""Whether a reader study of the size that `facies readers plan` names reaches the power that it promises. NumPy and SciPy, no code of Facies.

    python power_simulation.py [STUDIES] [SEED]

Answers come from a probit model: reader, reader by modality, case, case by modality, reader by case and a rest. Its Obuchowski-Rockette
components are computed exactly, or on a large draw (300 readers, 20,000 cases). From them the formulas of Hillis, Obuchowski and Berbaum 2011 give the
number of cases for a power of 0.8. Studies of this size are drawn and analysed by Obuchowski and Rockette with Hillis' degrees of freedom,
readers and cases random; accuracy is the figure.
"""
import sys

import numpy as np
from scipy import stats

from oracle import power

READERS = (4, 6, 10, 15)


def draw(rng, effects, readers, cases):
    """Correct answers [2][readers][cases]."""
    mean, r, tr, c, tc, rc, rest = effects
    latent = (np.asarray(mean)[:, None, None] + r * rng.normal(size=(1, readers, 1)) + tr * rng.normal(size=(2, readers, 1))
              + c * rng.normal(size=(1, 1, cases)) + tc * rng.normal(size=(2, 1, cases))
              + rc * rng.normal(size=(1, readers, cases)) + rest * rng.normal(size=(2, readers, cases)))
    return (latent > 0).astype(np.float32)


def covariances(x):
    """Mean variance and covariances of accuracies over cases."""
    t, r, n = x.shape
    flat = (x - x.mean(axis=2, keepdims=True)).reshape(t * r, n)
    cov = (flat @ flat.T).astype(float) / (n * (n - 1.0))
    modality, reader = np.repeat(np.arange(t), r), np.tile(np.arange(r), t)
    same_m, same_r = modality[:, None] == modality, reader[:, None] == reader
    kinds = (same_m & same_r, ~same_m & same_r, same_m & ~same_r, ~same_m & ~same_r)
    return [cov[kind].mean() if kind.any() else np.nan for kind in kinds]


def components(rng, effects):
    """Between, own and shared variance of one case, for the difference and for the mean of modality 1; the true values.

    Means are exact, variances between readers come from two million readers, errors over cases from 300 readers."""
    mean, r, tr, c, tc, rc, rest = effects
    of_cases = np.sqrt(c ** 2 + tc ** 2 + rc ** 2 + rest ** 2)
    true = [float(stats.norm.cdf(m / np.sqrt(of_cases ** 2 + r ** 2 + tr ** 2))) for m in mean]
    reader = r * rng.normal(size=2_000_000)
    p = [stats.norm.cdf((m + reader + tr * rng.normal(size=reader.size)) / of_cases) for m in mean]
    cases = 20_000
    var, cov1, cov2, cov3 = (cases * value for value in covariances(draw(rng, effects, 300, cases)))
    shared, own = cov2 - cov3, var - cov1 - (cov2 - cov3)
    difference = (float(np.var(p[0] - p[1])) / 2, own, shared, 1, 2)
    return difference, (float(np.var(p[0])), var - cov2, cov2, 1, 1), true[0] - true[1], true[0]


def cases_for(reached):
    n = 10
    while not reached(n):
        n += 1
        if n > 5000:
            return None
    return n


def analyse(x):
    """p of the difference, and the interval of the mean of modality 1."""
    t, r, n = x.shape
    p = x.mean(axis=2).astype(float)
    var, cov1, cov2, cov3 = covariances(x)
    difference = p[0].mean() - p[1].mean()
    mstr = np.var(p[0] - p[1], ddof=1) / 2
    denominator = mstr + r * max(0, cov2 - cov3)
    f = r * difference ** 2 / 2 / denominator
    df = denominator ** 2 / (mstr ** 2 / (r - 1))
    msr = np.var(p[0], ddof=1)
    one = covariances(x[:1])[2]
    total = msr + r * max(0, one)
    freedom = total ** 2 / (msr ** 2 / (r - 1))
    half = stats.t.ppf(0.975, freedom) * np.sqrt(total / r)
    return stats.f.sf(f, 1, df), p[0].mean(), half


def main():
    studies = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    rng = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    worlds = {
        "readers alike": ((0.75, 0.45), 0.15, 0.08, 0.8, 0.25, 0.4, 0.6),
        "readers differ": ((0.75, 0.4), 0.35, 0.18, 0.8, 0.25, 0.4, 0.6),
    }
    for name, effects in worlds.items():
        difference, mean, delta, accuracy = components(rng, effects)
        print(f"{name}: accuracies {accuracy:.3f} and {accuracy - delta:.3f}, between {difference[0]:.5f}, own"
              f" {difference[1]:.4f}, shared {difference[2]:.4f}")
        for readers in READERS:
            n = cases_for(lambda k: power(*difference, readers, k, delta)["power"] >= 0.8)
            if n is None:
                print(f"  {readers} readers: no number of cases up to 5,000")
                continue
            results = [analyse(draw(rng, effects, readers, n)) for _ in range(studies)]
            reached = np.mean([p < 0.05 for p, _, _ in results])
            expected = power(*mean, readers, n, 0)["half_width"]
            covered = np.mean([abs(m - accuracy) <= half for _, m, half in results])
            null = (effects[0][0],) * 2
            level = np.mean([analyse(draw(rng, (null, *effects[1:]), readers, n))[0] < 0.05 for _ in range(studies)])
            print(f"  {readers} readers, {n} cases: power {reached:.3f}; without a difference {level:.3f}; half-width of the"
                  f" mean {expected:.3f} planned, {np.median([h for _, _, h in results]):.3f} median, coverage {covered:.3f}")


if __name__ == "__main__":
    main()
