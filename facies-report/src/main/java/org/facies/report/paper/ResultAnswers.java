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

/** What a run knows about its evaluation and results. An answer names the model that it is about. */
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

    /** The output of a model, with the screening thresholds if there are any. */
    Optional<String> output() {
        String screening = run.headlineModel()
                .flatMap(model -> run.model(model).screening())
                .map(this::thresholds)
                .orElse(" No threshold is applied.");
        return Optional.of("A probability for each of " + run.classes().size()
                + " classes. The answer is the most probable class." + screening);
    }

    private String thresholds(Screening screening) {
        return " To separate any syndrome from “" + run.names().of(screening.unaffected())
                + "”, these thresholds are evaluated: "
                + Phrases.list(screening.points().stream()
                        .map(point ->
                                point.fixed().name().toLowerCase(Locale.ROOT) + " " + Numbers.roundPercent(point.at()))
                        .toList())
                + ".";
    }

    Optional<String> clusters() {
        return methods.trust().columns().contains(SITE)
                ? Optional.of("Results were reported by site, and differences between sites were tested within each"
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
        return methods.trust().subgroups().map(text -> text + " Only the author can say why these groups were chosen.");
    }

    Optional<String> performance() {
        return run.models().isEmpty()
                ? Optional.empty()
                : Optional.of(run.models().stream().map(this::performance).collect(Collectors.joining("; ", "", "."))
                        + (methods.trust().columns().isEmpty()
                                ? ""
                                : " By "
                                        + Phrases.list(methods.trust().columns().stream()
                                                .map(TrustText::name)
                                                .toList()) + ": see “Subgroups”."));
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
                : Optional.of("Balanced accuracy over the folds (mean ± standard deviation): "
                        + String.join(", ", models) + ".");
    }

    Optional<String> diagnosticAccuracy() {
        return run.headlineModel().map(model -> {
            LevelText scores = run.scores(model, Level.SUBJECT);
            return model + ", each class against all others: "
                    + run.classes().stream()
                            .map(name -> run.names().of(name) + " sensitivity "
                                    + scores.ofClass(name, ClassMetric.RECALL).fullText() + ", specificity "
                                    + scores.ofClass(name, ClassMetric.SPECIFICITY)
                                            .fullText())
                            .collect(Collectors.joining("; "))
                    + ".";
        });
    }

    /** The most frequent errors of the headline model. */
    Optional<String> failures() {
        return run.headlineModel().map(model -> {
            List<Confused> errors = errors(model);
            return errors.isEmpty()
                    ? model + " classified every child correctly."
                    : "The most frequent errors of " + model + ": "
                            + errors.stream()
                                    .limit(MOST_CONFUSIONS)
                                    .map(Confused::words)
                                    .collect(Collectors.joining(", "))
                            + ". “Class by class” lists all errors.";
        });
    }

    private record Confused(String truth, String answer, long count) {
        private String words() {
            return truth + " classified as " + answer + " " + (count == 1 ? "once" : Numbers.count(count) + " times");
        }
    }

    private List<Confused> errors(String model) {
        List<List<Long>> confusion = run.model(model).subject().confusion();
        List<String> names = run.names().of(run.classes());
        List<Confused> errors = new ArrayList<>();
        for (int truth = 0; truth < confusion.size(); truth++) {
            for (int answer = 0; answer < confusion.size(); answer++) {
                long count = confusion.get(truth).get(answer);
                if (truth != answer && count > 0) {
                    errors.add(new Confused(names.get(truth), names.get(answer), count));
                }
            }
        }
        errors.sort(Comparator.comparingLong(Confused::count).reversed());
        return errors;
    }

    /** Agreement of the readers, who need not be the annotators of the reference standard. */
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
                    + " who classified the photos: " + kappa.fullText()
                    + ". Only the author can say how well the clinicians who made the diagnoses agree.";
        });
    }

    Optional<String> robustness() {
        return run.audit().map(audit -> {
            List<String> alarms = audit.findings().stream()
                    .filter(AuditReport.Finding::isAlarm)
                    .map(AuditReport.Finding::check)
                    .toList();
            return Phrases.counted(audit.findings().size(), "check") + " for data leakage and confounding. "
                    + (alarms.isEmpty() ? "None raised an alarm." : "Alarms: " + Phrases.list(alarms) + ".");
        });
    }

    Optional<String> noExplanation() {
        return run.isStudy() ? Optional.of("This run explains no individual answer.") : Optional.empty();
    }

    Optional<String> limitations() {
        return Optional.of("“Limitations” contains "
                + Phrases.counted(new Limitations(run).sentences().size(), "sentence")
                + " derived from the results. Add the limitations that only you know.");
    }
}
