"""Makes discriminant.json: linear discriminant analysis by scikit-learn, and a learning curve by scipy.

    python discriminant.py > discriminant.json

scikit-learn shrinks to (1 - s) * S + s * mean variance; Facies adds 0.3 of the mean variance to S. With s = 0.3 / 1.3 the two
covariances differ by the factor 1.3, and so do the scores. Equal priors: the logarithms of the sample's priors are taken off.
"""

import json

import numpy as np
from scipy.optimize import curve_fit
from scipy.special import softmax
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

rng = np.random.default_rng(7)
counts = [40, 9, 17]
d = 12
mix = rng.normal(size=(d, d)) / 3
x = np.vstack([rng.normal(size=(n, d)) @ mix + rng.normal(size=d) * 0.4 for n in counts])
x /= np.linalg.norm(x, axis=1, keepdims=True)
y = np.repeat(np.arange(3), counts)
test = rng.normal(size=(10, d))
test /= np.linalg.norm(test, axis=1, keepdims=True)
lda = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.3 / 1.3).fit(x, y)
scores = (lda.decision_function(test) - np.log(lda.priors_)) / 1.3

sizes = np.array([5.0, 7, 10, 14, 20, 28, 40, 56])
curve = 0.9 - 1.3 * sizes**-0.62 + rng.normal(size=8) * 0.01
law, _ = curve_fit(lambda n, a, b, c: a - b * n**-c, sizes, curve, p0=(0.8, 1, 0.5), sigma=sizes**-0.5, maxfev=10000)

print(json.dumps({
    "x": x.tolist(), "y": y.tolist(), "test": test.tolist(), "probabilities": softmax(scores, axis=1).tolist(),
    "sizes": sizes.tolist(), "curve": curve.tolist(), "at": [8.0, 30.0, 112.0],
    "law": [law[0] - law[1] * n ** -law[2] for n in (8, 30, 112)],
}))
