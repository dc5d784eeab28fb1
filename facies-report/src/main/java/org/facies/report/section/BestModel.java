package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.facies.metric.Baseline;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/** The model of the headline, chosen by the metric that the study declares, with sentences about it. */
record BestModel(Run run, String name, LevelText scores, Baseline baseline) {
    /** Metrics that are stated besides the one that the model was chosen by. */
    private static final List<Metric> STATED = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY);

    static Optional<BestModel> of(Run run) {
        return run.headlineModel()
                .map(name -> new BestModel(run, name, run.scores(name, Level.SUBJECT), run.baseline()));
    }

    private static EstimateText value(Run run, String model, Metric measure) {
        return run.scores(model, Level.SUBJECT).measure(measure);
    }

    /** The accuracy, the accuracy of guessing, and the metric that the model was chosen by. */
    String answer() {
        return name + accuracy() + " " + guessing() + (run.models().size() > 1 ? " " + chosen() : "");
    }

    /** How the others compare: a paragraph each. */
    List<String> more() {
        List<String> paragraphs = new ArrayList<>();
        String ahead = String.join(" ", ahead());
        Optional.of(ahead).filter(text -> !text.isEmpty()).ifPresent(paragraphs::add);
        repeats().ifPresent(paragraphs::add);
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

    /** The value follows where it differs from the accuracy that was just stated. */
    private String chosen() {
        String value = Share.orNumber(scores.measure(declared()), STATED.contains(declared()));
        return "It is shown first because its " + declared().label() + " is the " + best(declared())
                + (value.equals(Share.of(scores.measure(Metric.ACCURACY))) ? "" : ": " + value) + "."
                + (run.choice().isDeclared() ? "" : " No study declares another metric.");
    }

    private static String best(Metric metric) {
        return MetricText.lowerIsBetter(metric) ? "lowest" : "highest";
    }

    private static String superlative(Metric metric) {
        return best(metric) + " " + metric.label();
    }

    private String accuracy() {
        EstimateText accuracy = scores.measure(Metric.ACCURACY);
        if (!accuracy.isDefined()) {
            return " has no accuracy: " + accuracy.reason() + ".";
        }
        return " named the correct class for " + Numbers.count(Math.round(accuracy.value() * scores.n())) + " of "
                + Numbers.count(scores.n()) + "\u00a0children: " + Share.of(accuracy) + ".";
    }

    private String guessing() {
        String always = hasRival()
                ? "Guessing one class would be right in " + Numbers.roundPercent(baseline.accuracy())
                : "Always answering “" + run.names().of(baseline.majorityClass())
                        + "”, the majority class, would be right in " + Numbers.roundPercent(baseline.accuracy());
        EstimateText accuracy = scores.measure(Metric.ACCURACY);
        if (!accuracy.hasInterval()) {
            return always + ".";
        }
        if (accuracy.low() > baseline.accuracy()) {
            EstimateText retrained = scores.spread(Metric.ACCURACY).retrained();
            boolean isOpen = retrained.hasInterval() && retrained.low() <= baseline.accuracy();
            return always + "; the model’s interval starts at " + Numbers.roundPercent(accuracy.low()) + ". "
                    + (isOpen
                            ? "A model retrained on as many other children may reach only "
                                    + Numbers.roundPercent(retrained.low())
                                    + ", so the training is not shown to be better than guessing."
                            : "The model is clearly better than guessing.");
        }
        return always
                + (accuracy.high() < baseline.accuracy()
                        ? ", more than the model’s whole interval."
                        : ", within the model’s interval.")
                + " By accuracy the model is not shown to be better than guessing.";
    }

    /** Whether another class is as frequent as the one that the baseline answers. */
    private boolean hasRival() {
        return run.classes().stream()
                .anyMatch(other -> !other.equals(baseline.majorityClass())
                        && scores.support(other) == scores.support(baseline.majorityClass()));
    }

    /** Says which other model is better by another metric. */
    private List<String> ahead() {
        List<String> sentences = new ArrayList<>();
        for (Metric metric : STATED) {
            double own = value(run, name, metric).value();
            run.models().stream()
                    .filter(other -> value(run, other, metric).value() > own)
                    .max(Comparator.comparingDouble(
                            other -> value(run, other, metric).value()))
                    .ifPresent(other -> sentences.add("The " + superlative(metric) + " belongs to " + other + ": "
                            + Share.of(value(run, other, metric)) + "."));
        }
        return sentences;
    }

    /** The model next to the readers of the same cases. */
    private Optional<String> readers() {
        return ReadersText.of(run.metrics()).map(readers -> {
            DoubleSummaryStatistics accuracies = readers.names().stream()
                    .mapToDouble(
                            reader -> readers.measure(reader, Metric.ACCURACY).value())
                    .filter(Double::isFinite)
                    .summaryStatistics();
            boolean isOne = readers.names().size() == 1;
            String who = isOne
                    ? readers.names().get(0)
                    : Phrases.capitalised(readers.counted(readers.names().size()));
            String reached = (isOne ? "" : Numbers.roundPercent(accuracies.getMin()) + " to ")
                    + Numbers.roundPercent(accuracies.getMax());
            return who + " named the correct class for " + reached + " of the " + readers.cases()
                    + " that they judged; on the same " + readers.cases() + " " + name + " reaches "
                    + Numbers.roundPercent(readers.model(name, Metric.ACCURACY).value()) + ".";
        });
    }

    /** The model next to guessing, for a run with no other model. */
    String alone() {
        return "The accuracy of " + name + " is " + Share.of(scores.measure(Metric.ACCURACY))
                + ", its balanced accuracy " + Share.of(scores.measure(Metric.BALANCED_ACCURACY))
                + ". Guessing one class reaches " + Numbers.roundPercent(baseline.accuracy()) + " and "
                + baseline.value(Metric.BALANCED_ACCURACY)
                        .map(Numbers::roundPercent)
                        .orElse(Numbers.UNDEFINED) + ".";
    }

    /** How the model compares with the others by McNemar's test; empty without tests. */
    Optional<String> tests() {
        List<PairTest> all = TestSection.ofModels(run);
        List<String> differ = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        List<String> chances = new ArrayList<>();
        for (String other : run.models()) {
            all.stream().filter(test -> test.isOf(name, other)).findFirst().ifPresent(test -> {
                if (test.differs()) {
                    differ.add(other + " (p\u00a0" + Numbers.relation(test.holm()) + ")");
                } else {
                    alike.add("between " + name + " and " + other);
                    chances.add(Numbers.probability(test.holm()));
                }
            });
        }
        List<String> findings = new ArrayList<>();
        if (!differ.isEmpty()) {
            findings.add(name + " is correct more often than " + Phrases.list(differ) + ".");
        }
        if (!alike.isEmpty()) {
            findings.add(Phrases.capitalised(Phrases.list(alike).replace(" and between ", ", and between "))
                    + ", no difference is shown (p\u00a0=\u00a0" + Phrases.list(chances) + ").");
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", findings) + " The test is McNemar’s, corrected for "
                        + Phrases.counted(all.size(), "comparison") + ".");
    }
}
