package org.facies.report.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facies.metric.Metric;
import org.facies.novelty.KnownFaces;
import org.facies.report.run.DisplayNames;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.PerformanceChange;

/**
 * How a model does on an external cohort, compared with the cohort that it was trained on.
 *
 * @param single the metrics of the single networks on average, empty in files of earlier versions
 * @param each the range over the networks of single folds, or empty
 * @param unknown sentences about the share that is refused as unknown, also by class
 */
public record ValidationSection(
        String intro,
        List<Row> single,
        List<Row> metrics,
        List<Row> recall,
        String each,
        List<String> unknown,
        List<String> notes) {
    private static final List<Metric> METRICS = List.of(
            Metric.BALANCED_ACCURACY,
            Metric.ACCURACY,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS,
            Metric.COHEN_KAPPA,
            Metric.LOG_LOSS,
            Metric.BRIER_SUM);

    /** A metric in the run, here, and the difference. */
    public record Row(String name, Cell internal, Cell external, Cell difference) {}

    public ValidationSection {
        single = List.copyOf(single);
        metrics = List.copyOf(metrics);
        recall = List.copyOf(recall);
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }

    static ValidationSection of(PerformanceChange validation, DisplayNames names) {
        List<Row> recall = new ArrayList<>();
        validation.recall().forEach((name, change) -> recall.add(row(names.of(name), change)));
        return new ValidationSection(
                "The networks of all " + validation.networks() + " folds of " + validation.model()
                        + " were applied, with the same face detection as in the run. Nothing was fitted again. In the"
                        + " run, one network judged each child; several networks together usually do better. The run is"
                        + " therefore compared with the mean of the single networks here. The second table shows the"
                        + " networks together. The run’s values are those of its "
                        + Children.counted(validation.internalSubjects())
                        + " out of fold, of the classes that occur here; the values here are of "
                        + Children.counted(validation.externalSubjects())
                        + ". The two are independent samples. The interval of the difference is Newcombe’s for accuracy"
                        + " and recall, combined from these for balanced accuracy, and from a bootstrap that draws each"
                        + " cohort separately for all other metrics.",
                METRICS.stream()
                        .flatMap(metric -> validation.ofSingleNetworks(metric).stream()
                                .map(change -> row(MetricText.title(metric), change)))
                        .toList(),
                METRICS.stream()
                        .map(metric -> row(MetricText.title(metric), validation.ofEnsemble(metric)))
                        .toList(),
                recall,
                each(validation),
                unknown(validation, names),
                validation.notes());
    }

    private static Row row(String name, PerformanceChange.Change change) {
        return new Row(
                name,
                Cell.of(change.internal()),
                Cell.of(change.external()),
                difference(EstimateText.of(change.difference())));
    }

    private static Cell difference(EstimateText estimate) {
        return new Cell(estimate.text(), range(estimate), estimate.isDefined() ? "" : estimate.reason(), "");
    }

    /** Ends that may be negative are not joined by a dash. */
    private static String range(EstimateText estimate) {
        return estimate.hasInterval() ? Numbers.score(estimate.low()) + " to " + Numbers.score(estimate.high()) : "";
    }

    private static String each(PerformanceChange validation) {
        List<Double> each = validation.each().stream().filter(Double::isFinite).toList();
        if (each.size() < 2) {
            return "";
        }
        return Phrases.capitalised(validation.declared().label()) + " of the single networks here: "
                + Numbers.score(Collections.min(each)) + " to " + Numbers.score(Collections.max(each)) + ".";
    }

    private static List<String> unknown(PerformanceChange validation, DisplayNames names) {
        if (validation.unknownFaces().isEmpty()) {
            return List.of("The unknown faces here were not counted, because the run has no distances. Distances"
                    + " need at least " + KnownFaces.FEWEST_SUBJECTS
                    + " children in the training part of every fold and a"
                    + " run of this version.");
        }
        PerformanceChange.UnknownFaces found = validation.unknownFaces().get();
        List<String> sentences = new ArrayList<>(List.of(
                EstimateText.of(found.external()).percentText() + " of the children here are refused as unknown: the"
                        + " distance of their faces from the training faces is above the threshold.",
                "The threshold was fitted on the run’s own children, out of fold, so that "
                        + Numbers.roundPercent(found.nominal()) + " of them are refused. With a threshold fitted on the"
                        + " other folds, " + EstimateText.of(found.internal()).percentText() + " of them were."));
        List<String> classes = new ArrayList<>();
        found.byClass().forEach((name, share) -> {
            if (share.isDefined()) {
                classes.add(names.of(name) + " " + Numbers.percent(share.value()));
            }
        });
        if (classes.size() > 1) {
            sentences.add("By class: " + String.join(", ", classes) + ".");
        }
        return sentences;
    }

    /** The question, the change in performance, and the values of the declared metric first. */
    static Headline headline(PerformanceChange validation) {
        Metric declared = validation.declared();
        List<Headline.Figure> figures = new ArrayList<>();
        for (Metric metric : List.of(
                        declared,
                        Metric.BALANCED_ACCURACY,
                        Metric.ACCURACY,
                        Metric.MACRO_F1,
                        Metric.AUC_OVR_MACRO_WITHIN_FOLDS)
                .stream()
                .distinct()
                .limit(4)
                .toList()) {
            PerformanceChange.Change change =
                    validation.ofSingleNetworks(metric).orElseGet(() -> validation.ofEnsemble(metric));
            EstimateText external = EstimateText.of(change.external());
            List<String> details = new ArrayList<>(List.of(
                    Headline.interval(external),
                    "in the run " + EstimateText.of(change.internal()).text()));
            if (validation.singleNetworks().isPresent()) {
                details.add("networks together "
                        + EstimateText.of(validation.ofEnsemble(metric).external())
                                .text());
            }
            figures.add(new Headline.Figure(MetricText.title(metric), external.text(), details));
        }
        String question = "Does " + validation.model() + ", trained in the study “" + validation.study()
                + "”, do as well on photos of another cohort?";
        return new Headline(question, answer(validation, declared), List.of(), figures, caveats(validation));
    }

    private static String answer(PerformanceChange validation, Metric declared) {
        PerformanceChange.Change change =
                validation.ofSingleNetworks(declared).orElseGet(() -> validation.ofEnsemble(declared));
        EstimateText difference = EstimateText.of(change.difference());
        if (!difference.isDefined()) {
            return Phrases.capitalised(declared.label()) + " cannot be compared: " + difference.reason() + ".";
        }
        return Phrases.capitalised(declared.label()) + " is "
                + EstimateText.of(change.external()).fullText() + " here and was "
                + EstimateText.of(change.internal()).fullText() + " in the run, out of fold: a difference of "
                + difference.text()
                + (difference.hasInterval()
                        ? " (95\u00a0% interval " + difference.intervalText() + "). " + reading(difference, declared)
                        : ".")
                + together(validation, declared);
    }

    /** The value of the networks together; empty in files of earlier versions. */
    private static String together(PerformanceChange validation, Metric declared) {
        return validation.singleNetworks().isEmpty()
                ? ""
                : " This is the mean of the " + validation.networks()
                        + " single networks, as the run’s result is; together they reach "
                        + EstimateText.of(validation.ofEnsemble(declared).external())
                                .fullText()
                        + " here.";
    }

    private static String reading(EstimateText difference, Metric declared) {
        boolean down = difference.high() < 0;
        boolean up = difference.low() > 0;
        if (!down && !up) {
            return "The interval includes no difference; that does not show that there is none.";
        }
        return down == MetricText.lowerIsBetter(declared) ? "It does better here." : "It does worse here.";
    }

    private static List<String> caveats(PerformanceChange validation) {
        List<String> caveats = new ArrayList<>(validation.notes());
        caveats.add(
                "Accuracy, precision, F1 and log loss depend on how frequent the classes are, which may differ between"
                        + " the cohorts; balanced accuracy and recall do not.");
        caveats.add(
                "Two cohorts differ in many ways at once: age, ancestry, camera, severity, how the diagnosis was made."
                        + " This comparison does not say which of them matters.");
        return caveats;
    }
}
