package org.facies.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facies.statistic.ReaderVariance;

/**
 * How many cases a reader study takes, for several numbers of readers.
 *
 * @param figure of merit
 * @param halfWidth of the 95 % interval that is wanted around the readers' mean
 * @param difference that is to be found
 * @param power with which it is to be found, at a two-sided level of 5 %
 * @param curves of one question after the other
 */
public record ReaderPlan(String figure, double halfWidth, double difference, double power, List<Curve> curves) {

    public ReaderPlan {
        curves = List.copyOf(curves);
    }

    /**
     * The answer to one question under one assumption.
     *
     * @param source {@code low}, {@code middle} or {@code high} of the published ranges, or {@code pilot}
     * @param model that readers are compared with; empty for other questions, and where it is any
     * @param variance with one case, or with as many as the pilot had
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
     * @param cases that they all have to judge; empty where no number of cases is enough
     */
    public record Point(int readers, Optional<Integer> cases) {}

    /** What is wanted. */
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
     * Plans by published ranges; accuracy is the figure.
     *
     * @param accuracy expected of the readers
     * @param range difference between the best and the worst reader, in place of the published ones
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
     * Plans by a pilot; what a model adds by published ranges if the pilot has no answers with a model.
     *
     * @param model of the pilot's predictions that readers are to be compared with
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
