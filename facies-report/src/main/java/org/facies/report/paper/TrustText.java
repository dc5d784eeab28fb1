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

/** How it was examined how far the models can be trusted, as sentences for a paper's methods. */
final class TrustText {
    private final Run run;

    TrustText(Run run) {
        this.run = run;
    }

    /** Calibration, prediction sets, abstention, screening, naming and unknown faces, each where the run has it. */
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

    /** The part of the first model that has it; whatever is said here is the same for all models. */
    private <T> Optional<T> any(Function<ModelResult, Optional<T>> part) {
        return run.models().stream()
                .map(run::model)
                .map(part)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> calibration() {
        return any(ModelResult::calibration)
                .map(found -> "Probabilities were calibrated by a temperature or by a slope and a shift for each class"
                        + " (Guo et al. 2017), fitted on the subjects of " + run.teachers() + "; whether to use one of"
                        + " them, and which, was decided there as well.");
    }

    private Optional<String> sets() {
        return any(ModelResult::conformal)
                .filter(sets -> !sets.isEmpty())
                .map(sets -> "Prediction sets were calibrated for each class on the subjects of " + run.teachers()
                        + " (conformal prediction, Vovk et al. 2005) at "
                        + Phrases.list(sets.stream()
                                .map(SetFigures::levelPercent)
                                .distinct()
                                .sorted()
                                .map(String::valueOf)
                                .toList())
                        + "\u00a0%, with coverage on average over cohorts and in nine of ten cohorts; classes were"
                        + " ranked by "
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
                .map(targets -> "For abstention, thresholds on the probability of the answer that let "
                        + Phrases.list(targets.stream()
                                .map(target -> Numbers.roundPercent(target.wanted()))
                                .toList())
                        + " of the subjects be answered were taken from " + run.teachers()
                        + "; the area under the risk–coverage curve (Geifman et al. 2019) was computed.");
    }

    /** Any syndrome against none. */
    Optional<String> screening() {
        return any(ModelResult::screening)
                .map(found -> "For screening, the probabilities of all syndromes were added up and compared with the"
                        + " class “" + found.unaffected() + "”. Thresholds that hold "
                        + Phrases.list(found.points().stream()
                                .map(point -> "a " + point.fixed().name().toLowerCase(Locale.ROOT) + " of "
                                        + Numbers.roundPercent(point.at()))
                                .toList())
                        + " were taken from " + run.teachers() + "." + prevalences(found));
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
                : " Predictive values were computed by Bayes’ rule for prevalences of " + Phrases.list(shares) + ".";
    }

    private Optional<String> naming() {
        return any(ModelResult::naming)
                .map(found ->
                        "Syndrome identification was evaluated on the " + Phrases.counted(found.subjects(), "subject")
                                + " with a syndrome, by their most probable syndrome.");
    }

    private Optional<String> unknownFaces() {
        return any(ModelResult::novelty)
                .map(NoveltyEvaluation::nominal)
                .map(nominal -> "A face counted as unknown if its embedding was farther from the class means of the"
                        + " training photos than those of " + Numbers.roundPercent(1 - nominal) + " of the subjects of "
                        + run.teachers() + ".");
    }

    Optional<String> subgroups() {
        List<String> columns = columns();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of("Results were broken down by " + Phrases.list(columns)
                        + run.origin()
                                .study()
                                .map(StudySettings::subgroups)
                                .map(asked ->
                                        "; groups of fewer than " + asked.minSubjects() + " subjects are not shown")
                                .orElse("")
                        + ". Whether groups differ in accuracy, in sensitivity and specificity of each class and in"
                        + " overconfidence was tested by permuting the groups among the subjects of each diagnosis;"
                        + " all these tests were corrected together after Holm.");
    }

    /** Columns of the manifest by which any model's results are broken down. */
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

    /** How people were compared with the models; empty where nobody judged. */
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
                    String level = sample.level().name().toLowerCase(Locale.ROOT);
                    String who = Phrases.capitalised(Phrases.counted(readers, "reader")) + " classified "
                            + (cases < cohort
                                    ? Phrases.counted(cases, level) + " of the " + Numbers.count(cohort)
                                    : "all " + Phrases.counted(cases, level))
                            + "; the models were evaluated on the same " + level + "s.";
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
                .map(tests -> "Every model was compared with every reader by McNemar’s exact test, corrected after Holm"
                        + " for " + Phrases.counted(tests.size(), "comparison")
                        + (run.metrics()
                                        .tests()
                                        .readersCochranQ()
                                        .filter(joint -> !joint.isEmpty())
                                        .isPresent()
                                ? "; readers were compared with each other by Cochran’s Q."
                                : "."));
    }

    private Optional<String> groupTests() {
        return run.metrics()
                .tests()
                .readersMrmc()
                .filter(tests -> !tests.isEmpty())
                .map(tests -> "Models were compared with the readers as a group by a multi-reader multi-case analysis"
                        + " after Obuchowski and Rockette (1995) with the degrees of freedom of Hillis (2007), readers"
                        + " and cases being random, for "
                        + Phrases.list(tests.stream()
                                .map(test -> test.figure().replace('_', ' '))
                                .distinct()
                                .toList())
                        + ", corrected after Holm.");
    }

    /** How it was measured that readers agree. */
    Optional<String> agreement() {
        return run.metrics()
                .agreement()
                .map(found -> "Agreement of the readers was measured by Fleiss’ kappa on the "
                        + Phrases.counted(
                                found.n(),
                                run.metrics()
                                        .readerSample()
                                        .map(sample -> sample.level().name().toLowerCase(Locale.ROOT))
                                        .orElse("case"))
                        + " that all of them judged, and by Cohen’s kappa for every two readers.");
    }
}
