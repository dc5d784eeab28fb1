package org.facies.serve.advice;

import java.util.List;
import org.facies.reading.Advice;

/**
 * What readers of the sequential arm see of a model.
 *
 * @param model name of the model; several are joined by a plus sign
 * @param origin the run or the bundle, as {@code readers.yaml} names it
 * @param sha256 of what the answers were read from: the run's {@code predictions.csv}, or the digest of the bundle
 * @param cases one answer for each case of the plan, in its order
 */
public record ShownAdvice(String model, String origin, String sha256, List<Advice> cases) {
    public ShownAdvice {
        cases = List.copyOf(cases);
    }
}
