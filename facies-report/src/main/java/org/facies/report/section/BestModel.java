package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.metric.Baseline;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/** The model of the headline, chosen by the metric that the study declares, and what may be said of it. */
record BestModel(Run run, String name, LevelText scores, Baseline baseline) {
    /** What is told of the model apart from the metric that it was chosen by. */
    private static final List<Metric> TOLD = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY);

    static Optional<BestModel> of(Run run) {
        return run.headlineModel()
                .map(name -> new BestModel(run, name, run.scores(name, Level.SUBJECT), run.baseline()));
    }

    private static EstimateText value(Run run, String model, Metric measure) {
        return run.scores(model, Level.SUBJECT).measure(measure);
    }

    /** By what the model was chosen, its accuracy, and what that must be read against. */
    String answer() {
        String chosen = run.models().size() > 1 ? chosen() + " It" : name;
        return chosen + accuracy() + " " + baselineAccuracy();
    }

    /** Balanced accuracy, and how the others compare: a paragraph each. */
    List<String> more() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(Stream.concat(Stream.of(balanced()), ahead().stream()).collect(Collectors.joining(" ")));
        repeats().ifPresent(paragraphs::add);
        tests().ifPresent(paragraphs::add);
        readers().ifPresent(paragraphs::add);
        return paragraphs;
    }

    /** The mean of a metric over the repeats of the cross-validation, where it was repeated. */
    Optional<EstimateText> overRepeats(Metric metric) {
        return run.planned()
                .repeats()
                .flatMap(repeats -> Optional.ofNullable(repeats.models().get(name)))
                .flatMap(model -> Optional.ofNullable(model.metrics().get(metric)))
                .map(figure -> EstimateText.of(figure.theseModels()));
    }

    private Optional<String> repeats() {
        return run.planned().repeats().map(repeats -> {
            int times = repeats.divisions() * repeats.seeds();
            return "The numbers above are means over " + times + " repeats of the cross-validation ("
                    + Phrases.counted(repeats.divisions(), "division") + ", "
                    + Phrases.counted(repeats.seeds(), "seed") + "); the sentences are about the first.";
        });
    }

    private Metric declared() {
        return run.choice().metric().metric();
    }

    private String chosen() {
        return name + " has the " + superlative(declared()) + ", "
                + (run.choice().isDeclared()
                        ? "the metric by which this study chooses among its models: "
                        : "the metric that models are chosen by where no study declares one: ")
                + told(scores.measure(declared()), declared()) + ".";
    }

    private static String superlative(Metric metric) {
        return (MetricText.lowerIsBetter(metric) ? "lowest " : "highest ") + metric.label();
    }

    /** A share in per cent, all else as a number. */
    private static String told(EstimateText estimate, Metric metric) {
        if (TOLD.contains(metric)) {
            return estimate.percentText();
        }
        return estimate.hasInterval()
                ? estimate.text() + " (95\u00a0% interval " + estimate.intervalText() + ")"
                : estimate.text();
    }

    private String accuracy() {
        EstimateText accuracy = scores.measure(Metric.ACCURACY);
        return accuracy.isDefined()
                ? " named the right class for " + accuracy.percentText() + " of "
                        + Phrases.counted(scores.n(), "subject") + "."
                : " has no accuracy: " + accuracy.reason() + ".";
    }

    private String baselineAccuracy() {
        String always = "Always answering “" + baseline.majorityClass() + "”, "
                + (hasRival() ? "as frequent a class as any," : "the most frequent class,") + " would be right for "
                + Numbers.percent(baseline.accuracy());
        EstimateText accuracy = scores.measure(Metric.ACCURACY);
        if (!accuracy.hasInterval()) {
            return always + ".";
        }
        if (accuracy.low() > baseline.accuracy()) {
            EstimateText retrained = scores.spread(Metric.ACCURACY).retrained();
            return always + ", which is below the whole interval"
                    + (retrained.hasInterval() && retrained.low() <= baseline.accuracy()
                            ? ", but not below all that models trained anew on as many other subjects may reach ("
                                    + retrained.percentIntervalText()
                                    + "): by accuracy the training is not shown to be better than that."
                            : ".");
        }
        return always + ", which is "
                + (accuracy.high() < baseline.accuracy() ? "above the whole interval" : "inside the interval")
                + ": by accuracy the model is not shown to be better than that.";
    }

    /** Whether another class is as frequent as the one that the baseline answers. */
    private boolean hasRival() {
        return run.classes().stream()
                .anyMatch(other -> !other.equals(baseline.majorityClass())
                        && scores.support(other) == scores.support(baseline.majorityClass()));
    }

    private String balanced() {
        String baselineReaches =
                Numbers.percent(baseline.value(Metric.BALANCED_ACCURACY).orElse(Double.NaN));
        return declared() == Metric.BALANCED_ACCURACY && run.models().size() > 1
                ? "By balanced accuracy, which counts every class the same, that baseline reaches " + baselineReaches
                        + "."
                : "With every class counted the same, the balanced accuracy of " + name + " is "
                        + scores.measure(Metric.BALANCED_ACCURACY).percentText() + ", where that baseline reaches "
                        + baselineReaches + ".";
    }

    /** Says which other model is better by another metric. */
    private List<String> ahead() {
        List<String> sentences = new ArrayList<>();
        for (Metric metric : TOLD) {
            double own = value(run, name, metric).value();
            run.models().stream()
                    .filter(other -> value(run, other, metric).value() > own)
                    .max(Comparator.comparingDouble(
                            other -> value(run, other, metric).value()))
                    .ifPresent(other -> sentences.add("The " + superlative(metric) + " belongs to " + other + ": "
                            + value(run, other, metric).percentText() + "."));
        }
        return sentences;
    }

    /** The model among the people who judged the same cases. */
    private Optional<String> readers() {
        return ReadersText.of(run.metrics()).map(readers -> {
            DoubleSummaryStatistics accuracies = readers.names().stream()
                    .mapToDouble(
                            reader -> readers.measure(reader, Metric.ACCURACY).value())
                    .filter(Double::isFinite)
                    .summaryStatistics();
            return "On the " + readers.level() + "s that people judged, " + name + " is right for "
                    + readers.model(name, Metric.ACCURACY).percentText() + ", and "
                    + (readers.names().size() == 1
                            ? readers.names().get(0) + " for " + Numbers.percent(accuracies.getMax())
                            : "the " + readers.counted(readers.names().size()) + " for "
                                    + Numbers.percent(accuracies.getMin()) + " to "
                                    + Numbers.percent(accuracies.getMax()))
                    + ".";
        });
    }

    private Optional<String> tests() {
        List<PairTest> all = TestSection.ofModels(run);
        List<String> better = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        for (String other : run.models()) {
            all.stream()
                    .filter(test -> test.isOf(name, other))
                    .findFirst()
                    .ifPresent(test -> (test.differs() ? better : alike)
                            .add(other + " (p\u00a0" + Numbers.relation(test.holm()) + ")"));
        }
        List<String> findings = new ArrayList<>();
        if (!better.isEmpty()) {
            findings.add(name + " is right more often than " + Phrases.list(better));
        }
        if (!alike.isEmpty()) {
            findings.add(name + " cannot be told apart from " + Phrases.list(alike));
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of("By McNemar’s test on the same subjects, corrected for "
                        + Phrases.counted(all.size(), "comparison") + ", " + String.join("; ", findings) + ".");
    }
}
