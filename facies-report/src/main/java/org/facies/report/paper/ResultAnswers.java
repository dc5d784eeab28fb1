package org.facies.report.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.SpreadText;
import org.facies.result.AuditReport;
import org.facies.subgroup.ColumnFigures;
import org.facies.uncertainty.Screening;

/** What a run knows of its evaluation and results. Of several models it names the one that it tells of. */
final class ResultAnswers {
    private static final String SITE = "site";
    private static final int MOST_CONFUSIONS = 3;

    private final Run run;
    private final MethodsText methods;

    ResultAnswers(Run run, MethodsText methods) {
        this.run = run;
        this.methods = methods;
    }

    Optional<String> measures() {
        return Optional.of(methods.evaluation().measures());
    }

    Optional<String> uncertainty() {
        return Optional.of(methods.evaluation().uncertainty()).filter(text -> !text.isEmpty());
    }

    Optional<String> predictions() {
        return Optional.of(methods.evaluation().predictions());
    }

    /** What a model gives out, with the thresholds of screening where there are some. */
    Optional<String> output() {
        String screening = run.headlineModel()
                .flatMap(model -> run.model(model).screening())
                .map(ResultAnswers::thresholds)
                .orElse(" No threshold is applied.");
        return Optional.of("A probability for each of " + run.classes().size()
                + " classes; the answer is the most probable one." + screening);
    }

    private static String thresholds(Screening screening) {
        return " For any syndrome against “" + screening.unaffected() + "” two thresholds are evaluated, at "
                + Phrases.list(screening.points().stream()
                        .map(point ->
                                point.fixed().name().toLowerCase(Locale.ROOT) + " " + Numbers.roundPercent(point.at()))
                        .toList())
                + ".";
    }

    Optional<String> clusters() {
        return methods.trust().columns().contains(SITE)
                ? Optional.of("Results were broken down by site, and differences between sites were tested within each"
                        + " diagnosis.")
                : Optional.empty();
    }

    Optional<String> clusterResults() {
        return finding(SITE);
    }

    private Optional<String> finding(String column) {
        return run.headlineModel()
                .flatMap(model -> run.model(model).subgroups().orElse(List.of()).stream()
                        .filter(figures -> figures.column().equals(column))
                        .findFirst()
                        .map(ColumnFigures::finding)
                        .map(finding -> model + ": " + finding));
    }

    Optional<String> fairness() {
        return methods.trust().subgroups().map(text -> text + " Why these groups, only the author can say.");
    }

    Optional<String> performance() {
        return run.models().isEmpty()
                ? Optional.empty()
                : Optional.of(run.models().stream().map(this::performance).collect(Collectors.joining("; ", "", "."))
                        + (methods.trust().columns().isEmpty()
                                ? ""
                                : " By " + Phrases.list(methods.trust().columns()) + ": see “Subgroups”."));
    }

    private String performance(String model) {
        LevelText scores = run.scores(model, Level.SUBJECT);
        return model + " accuracy " + scores.measure(Metric.ACCURACY).fullText() + ", macro-F1 "
                + scores.measure(Metric.MACRO_F1).fullText();
    }

    /** Mean and standard deviation over the folds. */
    Optional<String> foldPerformance() {
        List<String> models = new ArrayList<>();
        for (String model : run.models()) {
            SpreadText spread = run.scores(model, Level.SUBJECT).spread(Metric.BALANCED_ACCURACY);
            if (Double.isFinite(spread.mean())) {
                models.add(model + " " + spread.text());
            }
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of("Balanced accuracy over the folds, mean ± standard deviation: "
                        + String.join(", ", models) + ".");
    }

    Optional<String> diagnosticAccuracy() {
        return run.headlineModel().map(model -> {
            LevelText scores = run.scores(model, Level.SUBJECT);
            return model + ", each class against all others: "
                    + run.classes().stream()
                            .map(name -> name + " sensitivity "
                                    + scores.ofClass(name, ClassMetric.RECALL).fullText() + ", specificity "
                                    + scores.ofClass(name, ClassMetric.SPECIFICITY)
                                            .fullText())
                            .collect(Collectors.joining("; "))
                    + ".";
        });
    }

    /** The errors that the headline's model makes most often. */
    Optional<String> failures() {
        return run.headlineModel().map(model -> {
            List<Confused> errors = errors(model);
            return errors.isEmpty()
                    ? model + " makes no error over subjects."
                    : "The most frequent errors of " + model + ": "
                            + errors.stream()
                                    .limit(MOST_CONFUSIONS)
                                    .map(Confused::words)
                                    .collect(Collectors.joining(", "))
                            + ". All errors: see “Confusion matrices”.";
        });
    }

    private record Confused(String truth, String answer, long count) {
        private String words() {
            return truth + " taken for " + answer + " " + (count == 1 ? "once" : Numbers.count(count) + " times");
        }
    }

    private List<Confused> errors(String model) {
        List<List<Long>> confusion = run.model(model).subject().confusion();
        List<Confused> errors = new ArrayList<>();
        for (int truth = 0; truth < confusion.size(); truth++) {
            for (int answer = 0; answer < confusion.size(); answer++) {
                long count = confusion.get(truth).get(answer);
                if (truth != answer && count > 0) {
                    errors.add(
                            new Confused(run.classes().get(truth), run.classes().get(answer), count));
                }
            }
        }
        errors.sort(Comparator.comparingLong(Confused::count).reversed());
        return errors;
    }

    /** Agreement of those who judged the photos; the annotators of the reference standard may be others. */
    Optional<String> readers() {
        return run.metrics().agreement().map(found -> {
            EstimateText kappa = EstimateText.of(
                    found.fleiss().value(),
                    found.fleiss().interval(),
                    found.fleiss().method(),
                    found.fleiss().reason());
            return "Fleiss’ kappa of "
                    + Phrases.counted(
                            run.metrics().readers().map(known -> known.size()).orElse(0), "reader")
                    + " who judged the photos: " + kappa.fullText()
                    + ". How far those agree who made the diagnoses, only the author can say.";
        });
    }

    Optional<String> robustness() {
        return run.audit().map(audit -> {
            List<String> alarms = audit.findings().stream()
                    .filter(AuditReport.Finding::isAlarm)
                    .map(AuditReport.Finding::check)
                    .toList();
            return Phrases.counted(audit.findings().size(), "check") + " for data leakage and confounding; "
                    + (alarms.isEmpty() ? "none raises an alarm." : "alarms: " + Phrases.list(alarms) + ".");
        });
    }

    Optional<String> noExplanation() {
        return run.isStudy() ? Optional.of("No single answer was explained in this run.") : Optional.empty();
    }

    Optional<String> limitations() {
        return Optional.of(Phrases.counted(new Limitations(run).sentences().size(), "sentence")
                + " under “Limitations”, written from the results; add what only you know.");
    }
}
