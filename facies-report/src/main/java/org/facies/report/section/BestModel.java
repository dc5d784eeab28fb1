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

/** The model with the highest accuracy over subjects, and what may be said of it. */
record BestModel(Run run, String name, LevelText scores, Baseline baseline) {

    static Optional<BestModel> of(Run run) {
        return highest(run, Metric.ACCURACY)
                .map(name -> new BestModel(run, name, run.scores(name, Level.SUBJECT), run.baseline()));
    }

    /** The first model with the highest value. */
    private static Optional<String> highest(Run run, Metric measure) {
        return run.models().stream()
                .filter(model -> value(run, model, measure).isDefined())
                .min(Comparator.comparingDouble(
                        model -> -value(run, model, measure).value()));
    }

    private static EstimateText value(Run run, String model, Metric measure) {
        return run.scores(model, Level.SUBJECT).measure(measure);
    }

    /** The accuracy and what it must be read against. */
    String answer() {
        return accuracy() + " " + baselineAccuracy();
    }

    /** Balanced accuracy, and how the others compare: a paragraph each. */
    List<String> more() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(balanced() + runnerUp().map(other -> " " + other).orElse(""));
        tests().ifPresent(paragraphs::add);
        readers().ifPresent(paragraphs::add);
        return paragraphs;
    }

    private String accuracy() {
        String who = run.models().size() > 1 ? name + " has the highest accuracy: it" : name;
        return who + " named the right class for "
                + scores.measure(Metric.ACCURACY).percentText() + " of "
                + Phrases.counted(scores.n(), "subject") + ".";
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
        return "With every class counted the same, its balanced accuracy is "
                + scores.measure(Metric.BALANCED_ACCURACY).percentText()
                + ", where that baseline reaches "
                + Numbers.percent(baseline.value(Metric.BALANCED_ACCURACY).orElse(Double.NaN)) + ".";
    }

    /** Says so if another model is better when all classes count the same. */
    private Optional<String> runnerUp() {
        return highest(run, Metric.BALANCED_ACCURACY)
                .filter(other -> value(run, other, Metric.BALANCED_ACCURACY).value()
                        > value(run, name, Metric.BALANCED_ACCURACY).value())
                .map(other -> "The highest balanced accuracy belongs to " + other + ": "
                        + value(run, other, Metric.BALANCED_ACCURACY).percentText() + ".");
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
                            : "the " + Phrases.counted(readers.names().size(), "reader") + " for "
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
            findings.add("it is right more often than " + Phrases.list(better));
        }
        if (!alike.isEmpty()) {
            findings.add("it cannot be told apart from " + Phrases.list(alike));
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of("By McNemar’s test on the same subjects, corrected for "
                        + Phrases.counted(all.size(), "comparison") + ", " + String.join("; ", findings) + ".");
    }
}
