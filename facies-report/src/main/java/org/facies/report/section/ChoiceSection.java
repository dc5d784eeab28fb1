package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.SelectionTable;

/**
 * The settings that each fold chose, and how much better they looked there than out of fold.
 *
 * @param measure that candidates were compared by
 */
public record ChoiceSection(String measure, List<Group> groups) {

    /**
     * A tuned model.
     *
     * @param summary by how much the inner scores exceed the score out of fold
     * @param candidates all of them with their mean score over the folds
     */
    public record Group(String model, String summary, List<Row> folds, List<Candidate> candidates) {
        public Group {
            folds = List.copyOf(folds);
            candidates = List.copyOf(candidates);
        }
    }

    /** What one fold chose; its scores inside and on the subjects that it tests. */
    public record Row(int fold, String settings, String inner, String error, String outer) {}

    /** A candidate over all folds. */
    public record Candidate(String settings, String chosen, String meanScore) {}

    public ChoiceSection {
        groups = List.copyOf(groups);
    }

    /** Whether nothing was tuned. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    static ChoiceSection of(Run run) {
        return run.choices()
                .metric()
                .map(metric -> new ChoiceSection(
                        metric.label(),
                        run.models().stream()
                                .filter(model -> !run.choices().of(model).isEmpty())
                                .map(model -> group(run, model, metric))
                                .toList()))
                .orElseGet(() -> new ChoiceSection("", List.of()));
    }

    private static Group group(Run run, String model, Metric metric) {
        List<SelectionTable.Row> rows = run.choices().of(model);
        List<SelectionTable.Row> chosen =
                rows.stream().filter(SelectionTable.Row::chosen).toList();
        LevelText scores = run.scores(model, Level.SUBJECT);
        return new Group(
                model,
                summary(chosen, metric, scores),
                chosen.stream().map(row -> row(row, scores, metric)).toList(),
                candidates(rows));
    }

    private static Row row(SelectionTable.Row row, LevelText scores, Metric metric) {
        return new Row(
                row.fold(),
                row.settings(),
                Numbers.score(row.score()),
                "± " + Numbers.score(row.standardError()),
                scores.inFold(row.fold(), metric).text());
    }

    /** Optimism: the mean inner score of the chosen candidates minus the score out of fold. */
    private static String summary(List<SelectionTable.Row> chosen, Metric metric, LevelText scores) {
        double inner =
                chosen.stream().mapToDouble(SelectionTable.Row::score).average().orElse(Double.NaN);
        EstimateText outer = scores.measure(metric);
        if (Double.isNaN(inner) || !outer.isDefined()) {
            return Phrases.capitalised(metric.label()) + " is not defined everywhere, so there is nothing to compare.";
        }
        double optimism = MetricText.lowerIsBetter(metric) ? outer.value() - inner : inner - outer.value();
        String reading = optimism > 0
                ? "what was chosen looked better inside the folds than it is, by " + Numbers.score(optimism)
                : "what was chosen is no worse out of fold than it looked inside (by " + Numbers.score(-optimism)
                        + "; it was then trained on more children)";
        return Phrases.capitalised(metric.label()) + " was " + Numbers.score(inner)
                + " inside the folds, the mean of those chosen, and is " + outer.fullText() + " out of fold: " + reading
                + ". Only the value out of fold is reported elsewhere.";
    }

    private static List<Candidate> candidates(List<SelectionTable.Row> rows) {
        List<Candidate> candidates = new ArrayList<>();
        long folds = rows.stream().map(SelectionTable.Row::fold).distinct().count();
        for (int number : rows.stream()
                .map(SelectionTable.Row::candidate)
                .distinct()
                .sorted()
                .toList()) {
            List<SelectionTable.Row> own =
                    rows.stream().filter(row -> row.candidate() == number).toList();
            candidates.add(new Candidate(
                    own.get(0).settings(),
                    own.stream().filter(SelectionTable.Row::chosen).count() + " of " + folds,
                    Numbers.score(own.stream()
                            .mapToDouble(SelectionTable.Row::score)
                            .average()
                            .orElse(Double.NaN))));
        }
        return candidates;
    }
}
