package org.facies.serve.advice;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.reading.Advice;
import org.facies.reading.ReadingDesign;
import org.facies.statistic.Order;

/** The classes of a model as the choices of a reader study. */
final class Choices {
    private final List<String> classes;
    private final int[] positions;

    /** @param positions of the choices among the classes */
    private Choices(List<String> classes, int[] positions) {
        this.classes = classes;
        this.positions = positions;
    }

    /**
     * Matches labels.
     *
     * @param file path of the design, for messages
     * @param shown the choices, in order
     * @param classes of the model, in the order of its probabilities
     * @param whose the source of the model, for messages: {@code the run runs/first}
     * @throws BadInput if the study and the model do not have the same classes
     */
    static Choices of(Path file, List<ReadingDesign.ShownClass> shown, List<String> classes, String whose) {
        List<String> labels =
                shown.stream().map(ReadingDesign.ShownClass::label).toList();
        if (!Set.copyOf(labels).equals(new HashSet<>(classes))) {
            throw new BadInput(
                    file + ", key classes",
                    String.join(", ", labels),
                    "are not the classes of " + whose + " (" + String.join(", ", classes) + ")",
                    "Show a model with the same classes, or make all readers unaided.");
        }
        return new Choices(classes, labels.stream().mapToInt(classes::indexOf).toArray());
    }

    /** The class of a choice. */
    String label(int choice) {
        return classes.get(positions[choice]);
    }

    /**
     * An answer in choices.
     *
     * @param probabilities double[classes], calibrated
     * @param set for each class whether it is in the set
     */
    Advice advice(double[] probabilities, boolean[] set, int levelPercent) {
        int predicted = Order.largest(probabilities);
        List<Integer> choices = IntStream.range(0, positions.length).boxed().toList();
        return new Advice(
                choices.stream()
                        .filter(k -> positions[k] == predicted)
                        .findFirst()
                        .orElseThrow(),
                choices.stream()
                        .filter(k -> set[positions[k]])
                        .sorted(Comparator.comparingDouble(k -> -probabilities[positions[k]]))
                        .toList(),
                levelPercent,
                choices.stream().map(k -> probabilities[positions[k]]).toList());
    }
}
