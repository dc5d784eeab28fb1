package org.facies.report.section;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.facies.report.run.Run;

/**
 * The part of a section about each model: the headline's model stays open, the others are folded. If the headline's
 * model has no such part, the first model that has one takes its place.
 *
 * @param <T> type of the part
 * @param headline one model's part; empty if no model has any
 * @param others in the order of the run
 */
public record ByModel<T>(List<T> headline, List<T> others) {
    public ByModel {
        headline = List.copyOf(headline);
        others = List.copyOf(others);
    }

    /** @param model name of the model that a part is of */
    static <T> ByModel<T> of(Run run, List<T> all, Function<T, String> model) {
        String first = run.headlineModel()
                .filter(name -> all.stream().anyMatch(part -> model.apply(part).equals(name)))
                .or(() -> all.stream().findFirst().map(model))
                .orElse("");
        return new ByModel<>(
                all.stream().filter(part -> model.apply(part).equals(first)).toList(),
                all.stream().filter(part -> !model.apply(part).equals(first)).toList());
    }

    /** Whether no model has a part. */
    public boolean isEmpty() {
        return headline.isEmpty();
    }

    /** The headline's first. */
    public List<T> all() {
        return Stream.concat(headline.stream(), others.stream()).toList();
    }
}
