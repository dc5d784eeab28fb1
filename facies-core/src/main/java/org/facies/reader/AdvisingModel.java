package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;

/**
 * The model whose answers the readers saw before their second answer.
 *
 * @param answers the shown class by case
 */
public record AdvisingModel(String name, Map<String, String> answers) {

    public AdvisingModel {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** A model of the table, which answers with the most probable class of each case. */
    public static AdvisingModel of(PredictionTable table, String model, Level level) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JudgedCase one : JudgedCase.of(table, model, level)) {
            answers.put(one.id(), table.classes().get(one.predicted()));
        }
        return new AdvisingModel(model, answers);
    }
}
