package org.facies.serve.advice;

import java.util.List;
import org.facies.reading.Advice;
import org.facies.reading.ShownModel;

/**
 * The model's answers that readers of the sequential arm see.
 *
 * @param model several are joined by a plus sign; its hash is that of the run's {@code predictions.csv}, or the digest
 *     of the bundle
 * @param cases one answer for each case of the plan, in its order
 */
public record ShownAdvice(ShownModel model, List<Advice> cases) {
    public ShownAdvice {
        cases = List.copyOf(cases);
    }
}
