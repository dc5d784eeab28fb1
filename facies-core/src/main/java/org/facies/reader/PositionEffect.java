package org.facies.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.metric.Estimate;

/**
 * Whether readers become more or less accurate, faster or slower from the first case to the last: learning and
 * fatigue. The order must be random and each reader's own, so that it does not depend on how hard cases are. Answers
 * without the model to cases that were shown for the first time count.
 *
 * @param division into what the order is divided
 * @param parts from the first to the last
 * @param readers whose answers have a position: at least five each
 * @param accuracyPerTen change in the share of correct answers over ten cases; the mean of the readers' slopes
 * @param secondsPerTen relative change in time over ten cases, for example -0.05 for 5 % less; from the mean of the
 *     readers' slopes of its logarithm
 */
public record PositionEffect(
        Division division, List<Part> parts, int readers, Estimate accuracyPerTen, Estimate secondsPerTen) {
    private static final int FEWEST = 5;
    private static final int FIFTHS = 5;

    /** Into what the order of cases is divided. */
    public enum Division {
        /** What lies between two breaks. */
        BLOCK,
        /** Equal parts of the cases of each reader. */
        FIFTH
    }

    /**
     * A part of the order.
     *
     * @param part from 1
     * @param from the first position in it
     * @param to the last
     * @param n answers
     * @param accuracy the share of correct answers
     * @param medianSeconds of the answers with a time; NaN for none
     * @param accuracyByReader by name; only readers with an answer in this part
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

    /** An answer in its place. */
    private record Placed(String reader, Answer answer, boolean isCorrect, int part) {
        private int position() {
            return answer.place().orElseThrow().position();
        }
    }

    public PositionEffect {
        parts = List.copyOf(parts);
    }

    /** Empty where no reader has five answers with a position. */
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
                byPart.values().stream().map(PositionEffect::part).toList(),
                placed.size(),
                ReaderSlopes.ofAccuracy(placed.values(), cases),
                ReaderSlopes.ofSeconds(placed.values()));
    }

    /** Blocks where all answers have one and there are several. */
    private static Division division(Map<String, List<Answer>> placed) {
        int[] blocks = placed.values().stream()
                .flatMap(List::stream)
                .mapToInt(answer -> answer.place().orElseThrow().block())
                .sorted()
                .distinct()
                .toArray();
        return blocks.length > 1 && blocks[0] > 0 ? Division.BLOCK : Division.FIFTH;
    }

    private static Part part(List<Placed> answers) {
        Map<String, List<Placed>> byReader = new LinkedHashMap<>();
        answers.forEach(one -> byReader.computeIfAbsent(one.reader(), none -> new ArrayList<>())
                .add(one));
        Map<String, Double> accuracyByReader = new LinkedHashMap<>();
        byReader.forEach((reader, own) -> accuracyByReader.put(reader, accuracy(own)));
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
        return (double) answers.stream().filter(Placed::isCorrect).count() / answers.size();
    }

    private static double medianSeconds(List<Placed> answers) {
        return ReaderSlopes.median(answers.stream()
                .flatMapToDouble(one -> one.answer().seconds().stream())
                .toArray());
    }
}
