package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.AuditReport;

/** The limitations of a study, derived from its results. A sentence is included only if the results call for it. */
public final class Limitations {
    /** A recall whose interval is wider than this is reported as uncertain. */
    private static final double WIDE = 0.4;
    /** A larger share of rejected photos can bias a cohort. */
    private static final double MANY_REFUSED = 0.05;

    private static final int FEW_SUBJECTS = 100;
    private static final List<String> EXPECTED_COLUMNS = List.of("age", "sex", "ancestry", "site");

    private final Run run;

    public Limitations(Run run) {
        this.run = run;
    }

    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (run.stamp().isSynthetic()) {
            sentences.add("The faces are synthetic and the effect sizes are assumptions. The results say nothing about"
                    + " patients.");
        }
        if (run.validation().isEmpty()) {
            sentences.add("The models were evaluated on one cohort only. How they perform on photos from elsewhere is"
                    + " unknown until an external validation.");
        }
        leak().ifPresent(sentences::add);
        run.audit().stream()
                .flatMap(audit -> audit.findings().stream())
                .filter(AuditReport.Finding::isAlarm)
                .forEach(finding -> sentences.add("The audit raised an alarm. " + finding.sentence()));
        run.unfairContrasts().forEach(unfair -> sentences.add(unfair.sentence()));
        small().ifPresent(sentences::add);
        sentences.addAll(wideRecalls());
        notAboveBaseline().ifPresent(sentences::add);
        refused().ifPresent(sentences::add);
        sentences.addAll(new ReadingText(run).limitations());
        missingColumns().ifPresent(sentences::add);
        sentences.add("The class frequencies are those of the collected cohort. In practice they differ, and precision,"
                + " accuracy and probabilities change with them.");
        return sentences;
    }

    private Optional<String> leak() {
        return run.origin().splitsSubjects()
                ? Optional.of("Photos of one child were in both the training and the test part, so the results are too"
                        + " optimistic: a model can recognise the child instead of the condition.")
                : Optional.empty();
    }

    private Optional<String> small() {
        return run.cohort()
                .filter(cohort -> cohort.subjects() < FEW_SUBJECTS)
                .map(cohort -> "The cohort is small: " + Phrases.children(cohort.subjects()) + ".");
    }

    /** A sentence for each class in which the recall of the headline model has a wide interval. */
    private List<String> wideRecalls() {
        List<String> sentences = new ArrayList<>();
        run.headlineModel().ifPresent(model -> {
            LevelText scores = run.scores(model, Level.SUBJECT);
            for (String diagnosis : run.classes()) {
                EstimateText recall = scores.ofClass(diagnosis, ClassMetric.RECALL);
                if (recall.hasInterval() && recall.high() - recall.low() > WIDE) {
                    sentences.add("Only " + Phrases.children(scores.support(diagnosis)) + " had "
                            + run.names().of(diagnosis)
                            + ", so the recall of " + model + " for this class is uncertain (95\u00a0% interval "
                            + recall.percentIntervalText() + ").");
                }
            }
        });
        return sentences;
    }

    private Optional<String> notAboveBaseline() {
        List<String> models = run.models().stream()
                .filter(model -> lowAccuracy(run.scores(model, Level.SUBJECT))
                        <= run.baseline().accuracy())
                .toList();
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of("In accuracy, " + Phrases.list(models) + (models.size() == 1 ? " is" : " are")
                        + " not shown to be better than always answering with the majority class.");
    }

    /**
     * The lower end of the accuracy interval, of this model or if retrained, whichever is lower; NaN without any
     * interval.
     */
    private static double lowAccuracy(LevelText scores) {
        double pooled = scores.measure(Metric.ACCURACY).low();
        double retrained = scores.spread(Metric.ACCURACY).retrained().low();
        return Double.isNaN(retrained) ? pooled : Math.min(pooled, retrained);
    }

    private Optional<String> refused() {
        return run.cohort().flatMap(cohort -> {
            int refused = cohort.refused().size();
            double share = (double) refused / (refused + cohort.photos());
            return share > MANY_REFUSED
                    ? Optional.of(Numbers.percent(share)
                            + " of the photos could not be used. If they differ from the other photos, the"
                            + " results do not apply to such photos.")
                    : Optional.empty();
        });
    }

    private Optional<String> missingColumns() {
        Set<String> present = run.cohort().stream()
                .flatMap(cohort -> cohort.subgroups().keySet().stream())
                .collect(Collectors.toSet());
        List<String> missing = EXPECTED_COLUMNS.stream()
                .filter(column -> present.stream().noneMatch(name -> name.startsWith(column)))
                .toList();
        return missing.isEmpty() || run.cohort().isEmpty()
                ? Optional.empty()
                : Optional.of("The manifest does not record " + Phrases.list(missing)
                        + ", so performance could not be compared between such groups.");
    }
}
