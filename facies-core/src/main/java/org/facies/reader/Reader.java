package org.facies.reader;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One person.
 *
 * @param experience in the file's words, or empty
 * @param answers at least one, at most one a case
 */
public record Reader(String name, String experience, List<Answer> answers) {

    public Reader {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("reader " + name + " has no answer");
        }
        Set<String> seen = new HashSet<>();
        for (Answer answer : answers) {
            if (!seen.add(answer.caseId())) {
                throw new IllegalArgumentException("reader " + name + " answered " + answer.caseId() + " twice");
            }
        }
    }

    /** The number of answers that come with a confidence. */
    public int confident() {
        return Math.toIntExact(answers.stream()
                .filter(answer -> answer.confidence().isPresent())
                .count());
    }

    /** The median time of those answers that come with one. */
    public OptionalDouble medianSeconds() {
        double[] seconds = answers.stream()
                .flatMapToDouble(answer -> answer.seconds().stream())
                .sorted()
                .toArray();
        int middle = seconds.length / 2;
        if (seconds.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                seconds.length % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2);
    }
}
