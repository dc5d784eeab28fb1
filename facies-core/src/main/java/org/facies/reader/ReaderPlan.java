package org.facies.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facies.statistic.ReaderVariance;

/**
 * The number of cases that a reader study needs, for several numbers of readers.
 *
 * @param figure the metric
 * @param halfWidth wanted half width of the 95 % interval of the readers' mean
 * @param difference that has to be detected
 * @param power of the two-sided test at 5 %
 * @param curves sorted by question
 */
public record ReaderPlan(String figure, double halfWidth, double difference, double power, List<Curve> curves) {

    public ReaderPlan {
        curves = List.copyOf(curves);
    }

    /**
     * The answer to one question under one assumption.
     *
     * @param source {@code low}, {@code middle} or {@code high} of the published ranges, or {@code pilot}
     * @param model that readers are compared with; empty for other questions, and for an unspecified model
     * @param variance components with one case, or with the number of cases in the pilot
     */
    public record Curve(
            PlanQuestion question, String source, Optional<String> model, ReaderVariance variance, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * One number of readers.
     *
     * @param cases that each of them has to read; empty if no number of cases is enough
     */
    public record Point(int readers, Optional<Integer> cases) {}

    /** The goals of the study. */
    public record Goal(double halfWidth, double difference, double power, List<Integer> readers) {
        public Goal {
            readers = List.copyOf(readers);
        }

        Curve curve(PlanQuestion question, String source, Optional<String> model, ReaderVariance variance) {
            return new Curve(
                    question,
                    source,
                    model,
                    variance,
                    readers.stream()
                            .map(count -> new Point(count, optional(cases(question, variance, count))))
                            .toList());
        }

        private OptionalInt cases(PlanQuestion question, ReaderVariance variance, int count) {
            return question == PlanQuestion.MEAN
                    ? variance.casesForHalfWidth(count, halfWidth)
                    : variance.casesForPower(count, difference, power);
        }

        private static Optional<Integer> optional(OptionalInt cases) {
            return cases.isPresent() ? Optional.of(cases.getAsInt()) : Optional.empty();
        }
    }

    /**
     * Plans with published variability. The metric is accuracy.
     *
     * @param accuracy expected accuracy of the readers
     * @param range difference between the best and the worst reader, instead of the published ones
     */
    public static ReaderPlan published(Goal goal, double accuracy, Optional<Double> range) {
        List<Curve> curves = new ArrayList<>();
        for (PlanQuestion question : PlanQuestion.values()) {
            curves.addAll(published(goal, question, accuracy, range));
        }
        return new ReaderPlan(GroupFigure.ACCURACY.key(), goal.halfWidth, goal.difference, goal.power, curves);
    }

    private static List<Curve> published(Goal goal, PlanQuestion question, double accuracy, Optional<Double> range) {
        List<Curve> curves = new ArrayList<>();
        for (PublishedReaders level : PublishedReaders.values()) {
            curves.add(goal.curve(
                    question,
                    level.key(),
                    Optional.empty(),
                    level.variance(question, accuracy, range.orElse(level.range()))));
        }
        return curves;
    }

    /**
     * Plans with a pilot. If the pilot has no answers with a model, the question about aided readers uses published
     * variability.
     *
     * @param model of the pilot's predictions with which the readers are compared
     */
    public static ReaderPlan of(Goal goal, ReaderPilot pilot, String figure, String model) {
        List<Curve> curves = new ArrayList<>();
        curves.add(goal.curve(PlanQuestion.MEAN, "pilot", Optional.empty(), pilot.ofMean()));
        curves.add(goal.curve(PlanQuestion.MODEL, "pilot", Optional.of(model), pilot.againstModel(model)));
        Optional<ReaderVariance> aided = pilot.aided();
        if (aided.isPresent()) {
            curves.add(goal.curve(PlanQuestion.AIDED, "pilot", Optional.empty(), aided.get()));
        } else if (figure.equals(GroupFigure.ACCURACY.key())) {
            double accuracy = Math.min(0.99, Math.max(0.01, pilot.mean()));
            curves.addAll(published(goal, PlanQuestion.AIDED, accuracy, Optional.empty()));
        }
        return new ReaderPlan(figure, goal.halfWidth, goal.difference, goal.power, curves);
    }
}
