package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.conformal.Conformity;
import org.facies.conformal.SetFigures;
import org.facies.metric.Level;
import org.facies.novelty.NoveltyEvaluation;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.AuditReport;
import org.facies.result.ModelResult;
import org.facies.result.settings.StudySettings;
import org.facies.subgroup.ColumnFigures;
import org.facies.uncertainty.Abstention;
import org.facies.uncertainty.PredictiveValue;
import org.facies.uncertainty.Screening;

/** Calibration, abstention, subgroups, audit and readers as sentences for a methods section. */
final class TrustText {
    private final Run run;

    TrustText(Run run) {
        this.run = run;
    }

    /**
     * Calibration, prediction sets, abstention, screening, syndrome identification and unknown faces, as far as the run
     * has them.
     */
    List<String> fitted() {
        List<String> sentences = new ArrayList<>();
        calibration().ifPresent(sentences::add);
        sets().ifPresent(sentences::add);
        abstention().ifPresent(sentences::add);
        screening().ifPresent(sentences::add);
        naming().ifPresent(sentences::add);
        unknownFaces().ifPresent(sentences::add);
        return sentences;
    }

    /** On whom calibration, sets and thresholds were fitted. */
    private String fittingSet() {
        return run.validation().isPresent()
                ? "the children of the development cohort (out of fold)"
                : "the children of the other folds";
    }

    private static String things(boolean isChild, long number) {
        return isChild ? Phrases.children(number) : Phrases.counted(number, "photo");
    }

    /** A part of the results from the first model that has it. The sentences here are the same for all models. */
    private <T> Optional<T> any(Function<ModelResult, Optional<T>> part) {
        return run.models().stream()
                .map(run::model)
                .map(part)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> calibration() {
        return any(ModelResult::calibration)
                .map(found -> "Probabilities were calibrated by temperature scaling or vector scaling (Guo et al."
                        + " 2017), fitted on "
                        + fittingSet()
                        + ". The choice between the two methods and no calibration was made on the"
                        + " same children.");
    }

    private Optional<String> sets() {
        return any(ModelResult::conformal)
                .filter(sets -> !sets.isEmpty())
                .map(sets -> "Prediction sets were calibrated for each class on " + fittingSet()
                        + " by conformal prediction (Vovk et al. 2005), for a coverage of "
                        + Phrases.list(sets.stream()
                                .map(SetFigures::levelPercent)
                                .distinct()
                                .sorted()
                                .map(String::valueOf)
                                .toList())
                        + "\u00a0%, both on average over cohorts and in nine of ten cohorts. Classes were ranked by "
                        + Phrases.list(sets.stream()
                                .map(SetFigures::conformity)
                                .distinct()
                                .map(TrustText::words)
                                .toList())
                        + ".");
    }

    private static String words(Conformity conformity) {
        return switch (conformity) {
            case LAC -> "their probability (Sadinle et al. 2019)";
            case APS -> "their cumulative probability (Romano et al. 2020)";
        };
    }

    private Optional<String> abstention() {
        return any(ModelResult::abstention)
                .map(Abstention::targets)
                .filter(targets -> !targets.isEmpty())
                .map(targets -> "For abstention, the thresholds on the probability of the answer at which "
                        + Phrases.list(targets.stream()
                                .map(target -> Numbers.roundPercent(target.wanted()))
                                .toList())
                        + " of the children receive an answer were determined on " + fittingSet()
                        + ". The area under the risk–coverage curve (Geifman et al. 2019) was computed.");
    }

    /** Separation of any syndrome from none. */
    Optional<String> screening() {
        return any(ModelResult::screening)
                .map(found ->
                        "For screening, the probabilities of all syndromes were summed, to separate any syndrome from “"
                                + run.names().of(found.unaffected()) + "”. Thresholds for "
                                + Phrases.list(found.points().stream()
                                        .map(point ->
                                                "a " + point.fixed().name().toLowerCase(Locale.ROOT) + " of "
                                                        + Numbers.roundPercent(point.at()))
                                        .toList())
                                + " were determined on " + fittingSet() + "." + prevalences(found));
    }

    private static String prevalences(Screening screening) {
        List<String> shares = screening.points().stream()
                .flatMap(point -> point.predictive().stream())
                .map(PredictiveValue::prevalence)
                .distinct()
                .map(share -> "1 in " + Numbers.count(Math.round(1 / share)))
                .toList();
        return shares.isEmpty()
                ? ""
                : " Predictive values were computed with Bayes’ rule for prevalences of " + Phrases.list(shares) + ".";
    }

    private Optional<String> naming() {
        return any(ModelResult::naming)
                .map(found -> "Syndrome identification was evaluated on the " + Phrases.children(found.subjects())
                        + " with a syndrome, by the most probable syndrome of each child.");
    }

    private Optional<String> unknownFaces() {
        return any(ModelResult::novelty)
                .map(NoveltyEvaluation::nominal)
                .map(nominal ->
                        "A face was reported as unknown (out-of-distribution) if its embedding was farther from the"
                                + " class means of the training photos than the embeddings of "
                                + Numbers.roundPercent(1 - nominal) + " of " + fittingSet() + ".");
    }

    Optional<String> subgroups() {
        List<String> columns = columns();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of("Results were reported by "
                        + Phrases.list(columns.stream().map(TrustText::name).toList())
                        + run.origin()
                                .study()
                                .map(StudySettings::subgroups)
                                .map(asked ->
                                        "; groups of fewer than " + asked.minSubjects() + " children are not shown")
                                .orElse("")
                        + ". Permutation tests within each diagnosis examined whether groups differ in accuracy, in"
                        + " the sensitivity and specificity of each class, and in overconfidence. "
                        + family());
    }

    /** Which of these tests are corrected together. */
    private String family() {
        boolean hasFamilies = run.models().stream()
                .flatMap(model -> run.model(model).subgroups().orElse(List.of()).stream())
                .anyMatch(column -> column.family().isPresent());
        return hasFamilies && run.models().size() > 1
                ? "Holm’s correction was applied to the tests of the model that is reported first, and separately to"
                        + " those of all other models."
                : "Holm’s correction was applied to all these tests together.";
    }

    /** The name of a column in a sentence: {@code age} for {@code age_months}. */
    static String name(String column) {
        return column.equals("age_months") ? "age" : column.replace('_', ' ');
    }

    /** Columns of the manifest by which the results of any model are reported. */
    List<String> columns() {
        return run.models().stream()
                .flatMap(model -> run.model(model).subgroups().orElse(List.of()).stream())
                .map(ColumnFigures::column)
                .distinct()
                .toList();
    }

    Optional<String> audit() {
        return run.audit()
                .map(audit -> "The cohort was audited for data leakage and confounding with the frozen network "
                        + audit.network() + " in "
                        + Phrases.counted(audit.findings().size(), "check") + ": "
                        + audit.findings().stream()
                                .map(AuditReport.Finding::check)
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    /** How readers were compared with the models; empty without readers. */
    List<String> readers() {
        return run.metrics()
                .readerSample()
                .map(sample -> {
                    int readers =
                            run.metrics().readers().map(known -> known.size()).orElse(0);
                    long cases = sample.judged().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    long cohort = sample.cohort().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    boolean isChild = sample.level() == Level.SUBJECT;
                    String who = Phrases.capitalised(Phrases.counted(readers, "reader")) + " classified "
                            + (cases < cohort
                                    ? Numbers.count(cases) + " of the " + things(isChild, cohort)
                                    : "all " + things(isChild, cases))
                            + ". The models were evaluated on the same " + (isChild ? "children" : "photos") + ".";
                    ReadingText reading = new ReadingText(run);
                    return Stream.of(
                                    Optional.of(who),
                                    reading.simulated(),
                                    reading.cannotSay(),
                                    readerTests(),
                                    groupTests(),
                                    agreement(),
                                    reading.aided(),
                                    reading.repeats(),
                                    reading.position())
                            .flatMap(Optional::stream)
                            .toList();
                })
                .orElse(List.of());
    }

    private Optional<String> readerTests() {
        return run.metrics()
                .tests()
                .readersMcnemar()
                .filter(tests -> !tests.isEmpty())
                .map(tests ->
                        "Every model was compared with every reader by McNemar’s exact test, with Holm’s correction"
                                + " for "
                                + Phrases.counted(tests.size(), "comparison")
                                + (run.metrics()
                                                .tests()
                                                .readersCochranQ()
                                                .filter(joint -> !joint.isEmpty())
                                                .isPresent()
                                        ? ". Readers were compared with each other by Cochran’s Q test."
                                        : "."));
    }

    private Optional<String> groupTests() {
        return run.metrics()
                .tests()
                .readersMrmc()
                .filter(tests -> !tests.isEmpty())
                .map(tests -> "Models were compared with the readers as a group by a multi-reader multi-case analysis"
                        + " (Obuchowski and Rockette 1995; degrees of freedom of Hillis 2007) with random"
                        + " readers and random cases, for "
                        + Phrases.list(tests.stream()
                                .map(test -> ReadingText.metric(test.figure()))
                                .distinct()
                                .toList())
                        + ". Holm’s correction was applied.");
    }

    /** How the agreement of the readers was measured. */
    Optional<String> agreement() {
        return run.metrics()
                .agreement()
                .map(found -> "Agreement between the readers was measured by Fleiss’ kappa on the "
                        + things(
                                run.metrics()
                                        .readerSample()
                                        .filter(sample -> sample.level() != Level.SUBJECT)
                                        .isEmpty(),
                                found.n())
                        + " that all of them classified, and by Cohen’s kappa for every pair of readers.");
    }
}
