package org.facies.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facies.metric.Estimate;

/**
 * Learning and fatigue: the change in accuracy and time from the first case to the last. Each reader must have a
 * different random order, so that the position does not depend on the difficulty of the cases. Only answers without the
 * model to cases that were shown for the first time are used.
 *
 * @param division how the order of cases is divided
 * @param parts in order
 * @param readers number of readers with at least five answers that have a position
 * @param accuracyPerTen change in accuracy over ten cases; the mean of the readers' slopes
 * @param secondsPerTen relative change in time over ten cases, for example -0.05 for 5 % less; from the mean of the
 *     readers' slopes of the logarithm of time
 */
public record PositionEffect(
        Division division, List<Part> parts, List<String> readers, Estimate accuracyPerTen, Estimate secondsPerTen) {
    private static final int FEWEST = 5;
    private static final int FIFTHS = 5;

    /** The division of the order of cases. */
    public enum Division {
        /** The cases between two breaks. */
        BLOCK,
        /** Five equal parts of the cases of each reader. */
        FIFTH
    }

    /**
     * A part of the order.
     *
     * @param part from 1
     * @param from the first position in it
     * @param to the last
     * @param n number of answers
     * @param accuracy proportion of correct answers
     * @param medianSeconds of the answers with a time; NaN if there are none
     * @param accuracyByReader by name; NaN for a reader without an answer in this part
     */
    public record Part(
            int part,
            int from,
            int to,
            long n,
            double accuracy,
            double medianSeconds,
            Map<String, Double> accuracyByReader) {
        public Part {
            accuracyByReader = Collections.unmodifiableMap(new LinkedHashMap<>(accuracyByReader));
        }
    }

    /** An answer with its position. */
    private record Placed(String reader, Answer answer, boolean isCorrect, int part) {
        private int position() {
            return answer.place().orElseThrow().position();
        }
    }

    public PositionEffect {
        parts = List.copyOf(parts);
        readers = List.copyOf(readers);
    }

    /** The effect; empty if no reader has five answers with a position. */
    static Optional<PositionEffect> of(ReaderAnswers answers, ReaderCases cases) {
        Map<String, List<Answer>> placed = new LinkedHashMap<>();
        for (Reader reader : answers.readers()) {
            List<Answer> own = reader.answers().stream()
                    .filter(answer -> answer.place().isPresent())
                    .sorted(Comparator.comparingInt(
                            answer -> answer.place().orElseThrow().position()))
                    .toList();
            if (own.size() >= FEWEST) {
                placed.put(reader.name(), own);
            }
        }
        return placed.isEmpty() ? Optional.empty() : Optional.of(of(placed, cases));
    }

    private static PositionEffect of(Map<String, List<Answer>> placed, ReaderCases cases) {
        Division division = division(placed);
        Map<Integer, List<Placed>> byPart = new TreeMap<>();
        placed.forEach((reader, own) -> {
            for (int i = 0; i < own.size(); i++) {
                int part = division == Division.BLOCK
                        ? own.get(i).place().orElseThrow().block()
                        : i * FIFTHS / own.size() + 1;
                byPart.computeIfAbsent(part, none -> new ArrayList<>())
                        .add(new Placed(reader, own.get(i), cases.isCorrect(own.get(i)), part));
            }
        });
        return new PositionEffect(
                division,
                byPart.values().stream()
                        .map(part -> part(part, placed.keySet()))
                        .toList(),
                List.copyOf(placed.keySet()),
                ReaderSlopes.ofAccuracy(placed.values(), cases),
                ReaderSlopes.ofSeconds(placed.values()));
    }

    /** {@link Division#BLOCK} if every answer has a block and there are several. */
    private static Division division(Map<String, List<Answer>> placed) {
        int[] blocks = placed.values().stream()
                .flatMap(List::stream)
                .mapToInt(answer -> answer.place().orElseThrow().block())
                .sorted()
                .distinct()
                .toArray();
        return blocks.length > 1 && blocks[0] > 0 ? Division.BLOCK : Division.FIFTH;
    }

    private static Part part(List<Placed> answers, Set<String> readers) {
        Map<String, Double> accuracyByReader = new LinkedHashMap<>();
        readers.forEach(reader -> accuracyByReader.put(
                reader,
                accuracy(answers.stream()
                        .filter(one -> one.reader().equals(reader))
                        .toList())));
        return new Part(
                answers.get(0).part(),
                answers.stream().mapToInt(Placed::position).min().orElseThrow(),
                answers.stream().mapToInt(Placed::position).max().orElseThrow(),
                answers.size(),
                accuracy(answers),
                medianSeconds(answers),
                accuracyByReader);
    }

    private static double accuracy(List<Placed> answers) {
        return answers.stream()
                .mapToDouble(one -> one.isCorrect() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double medianSeconds(List<Placed> answers) {
        return ReaderSlopes.median(answers.stream()
                .flatMapToDouble(one -> one.answer().seconds().stream())
                .toArray());
    }
}
