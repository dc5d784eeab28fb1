package org.facies.metric;

import java.util.List;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.CochranQ;

/**
 * Cochran's Q over all models on the same cases.
 *
 * @param statistic NaN with p where the models are correct on the same cases
 * @param reason why the test is undefined; empty when it is defined
 */
public record JointComparison(
        List<String> models,
        Level level,
        double statistic,
        int degreesOfFreedom,
        double p,
        @OmitEmpty String reason) {

    public JointComparison {
        models = List.copyOf(models);
    }

    /** Tests models, or readers, that were correct on these cases. */
    public static JointComparison of(List<String> models, Level level, boolean[][] correct) {
        CochranQ test = CochranQ.of(correct);
        return new JointComparison(
                models,
                level,
                test.statistic(),
                test.degreesOfFreedom(),
                test.p(),
                Double.isNaN(test.statistic()) ? "the models are correct on the same cases" : "");
    }
}
