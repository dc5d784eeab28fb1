package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.CochranQ;

/** Cochran's Q over all models on the same cases. */
public record JointComparison(List<String> models, Level level, CochranQ test) {

    public JointComparison {
        models = List.copyOf(models);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("models", models);
        json.put("level", level);
        json.put("statistic", JsonNumber.orNull(test.statistic()));
        json.put("degrees_of_freedom", test.degreesOfFreedom());
        json.put("p", JsonNumber.orNull(test.p()));
        if (Double.isNaN(test.statistic())) {
            json.put("reason", "the models are correct on the same cases");
        }
        return json;
    }
}
