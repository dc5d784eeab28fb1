package org.facies.report.paper;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.fold.FoldCounts;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Tallies;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;

/** What a run knows about its aim, its cohort and the division of the cohort. */
final class CohortAnswers {
    private final Run run;
    private final MethodsText methods;

    CohortAnswers(Run run, MethodsText methods) {
        this.run = run;
        this.methods = methods;
    }

    /** An answer that applies only if Facies trained the models. */
    private Optional<String> made(String answer) {
        return run.origin().isImported() ? Optional.empty() : Optional.of(answer);
    }

    private Optional<String> ofStudy(String answer) {
        return run.isStudy() ? Optional.of(answer) : Optional.empty();
    }

    Optional<String> objective() {
        return run.validation()
                .map(validation -> "External validation of " + validation.model() + ", which was developed in “"
                        + validation.study() + "”. No model was developed here.")
                .or(() -> ofStudy("Development and internal validation of "
                        + Phrases.counted(run.models().size(), "model") + "."));
    }

    Optional<String> goal() {
        return made("To classify a child into one of " + run.classes().size() + " classes from photos of the face: "
                + Phrases.list(run.names().of(run.classes())) + ".");
    }

    Optional<String> source() {
        return run.stamp().isSynthetic()
                ? Optional.of("Synthetic faces drawn by a computer. They show no real child.")
                : Optional.empty();
    }

    Optional<String> sites() {
        return run.cohort()
                .map(CohortRecord::subgroups)
                .flatMap(columns -> Optional.ofNullable(columns.get("site")))
                .map(sites -> Phrases.counted(sites.size(), "site")
                        + " in the manifest. Only the author can say how they were chosen.");
    }

    Optional<String> sampleSize() {
        return run.cohort()
                .map(cohort -> "All usable children were included, " + Numbers.count(cohort.subjects())
                        + " in total. No sample-size calculation is recorded.");
    }

    /** How many photos and children of each class were included. */
    Optional<String> flow() {
        return run.cohort()
                .map(cohort ->
                        Phrases.counted(cohort.photos() + cohort.refused().size(), "photo") + " were checked, "
                                + Numbers.count(cohort.refused().size()) + " were excluded and "
                                + Numbers.count(cohort.photos()) + " were used. By outcome: " + byClass(cohort) + ".");
    }

    private String byClass(CohortRecord cohort) {
        return cohort.classes().entrySet().stream()
                .map(group -> run.names().of(group.getKey()) + ", "
                        + Phrases.children(group.getValue().subjects()) + " with "
                        + Phrases.counted(group.getValue().photos(), "photo"))
                .collect(Collectors.joining("; "));
    }

    Optional<String> included() {
        return run.cohort()
                .map(cohort -> "Included: " + Phrases.children(cohort.subjects()) + " with "
                        + Phrases.counted(cohort.photos(), "photo") + ". Excluded: "
                        + Phrases.counted(cohort.refused().size(), "photo")
                        + (cohort.refused().isEmpty() ? "." : ". Reasons: " + reasons(cohort) + "."));
    }

    Optional<String> exclusions() {
        return run.cohort()
                .map(cohort -> (cohort.refused().isEmpty()
                                ? "No photo was excluded for poor quality."
                                : "Reasons for excluding a photo: " + reasons(cohort) + ".")
                        + " Only the author can say which children were eligible.");
    }

    private static String reasons(CohortRecord cohort) {
        return Tallies.of(cohort.refused().stream().map(Refusal::anonymous).toList()).stream()
                .map(tally -> tally.getKey() + " (" + Numbers.count(tally.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Number of children in each group of every column that may be shown. */
    Optional<String> characteristics() {
        return run.cohort()
                .map(cohort -> cohort.subgroups().entrySet().stream()
                        .filter(column -> run.columns().contains(column.getKey()))
                        .map(column -> TrustText.name(column.getKey()) + ": " + counted(column.getValue()))
                        .toList())
                .filter(columns -> !columns.isEmpty())
                .map(columns -> "Children by " + String.join("; by ", columns) + ".");
    }

    private static String counted(Map<String, CohortRecord.Count> groups) {
        return groups.entrySet().stream()
                .map(group ->
                        group.getKey() + " " + Numbers.count(group.getValue().subjects()))
                .collect(Collectors.joining(", "));
    }

    Optional<String> partitionCharacteristics() {
        return run.folds()
                .filter(folds -> run.isStudy())
                .map(folds -> "Every fold has the same mix of classes. Children of each class in one fold: "
                        + run.classes().stream()
                                .map(name -> run.names().of(name) + " " + range(folds, name))
                                .collect(Collectors.joining(", "))
                        + ". Other characteristics are not reported by fold.");
    }

    private static String range(FoldCounts folds, String diagnosis) {
        LongSummaryStatistics counts = folds.folds().stream()
                .mapToLong(fold -> folds.cell(fold, diagnosis).subjects())
                .summaryStatistics();
        return counts.getMin() == counts.getMax()
                ? Numbers.count(counts.getMin())
                : Numbers.count(counts.getMin()) + " to " + Numbers.count(counts.getMax());
    }

    /** How many children each fold tests. */
    Optional<String> analyses() {
        return run.folds()
                .filter(folds -> run.isStudy())
                .map(folds -> "Children tested in folds "
                        + folds.folds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                        + folds.folds().stream()
                                .map(fold -> Numbers.count(run.classes().stream()
                                        .mapToLong(
                                                name -> folds.cell(fold, name).subjects())
                                        .sum()))
                                .collect(Collectors.joining(", "))
                        + ". The models for a fold were trained on the other folds. “Folds” lists the"
                        + " outcomes by fold.");
    }

    Optional<String> missing() {
        return run.cohort()
                .filter(cohort -> !run.origin().isImported())
                .map(cohort -> (cohort.refused().isEmpty()
                                ? "No photo was excluded."
                                : Phrases.counted(cohort.refused().size(), "photo") + " without a usable face "
                                        + (cohort.refused().size() == 1 ? "was" : "were") + " excluded.")
                        + " No value was imputed, because the models use no column of the manifest.");
    }

    Optional<String> deidentification() {
        return made("The metadata of each photo was discarded when it was decoded, and this report names no child. A"
                + " face can still identify a child.");
    }

    Optional<String> partitions() {
        return made(methods.partitions());
    }

    Optional<String> disjoint() {
        return made(
                run.validation().isPresent()
                        ? "Cohort level: no child and no photo of this cohort was in the run that trained the models."
                        : run.origin().splitsSubjects()
                                ? "Photo level: photos of one child can be in both the training and the test part,"
                                        + " so the results are too optimistic."
                                : "Child level: all photos of a child are in the same part.");
    }

    Optional<String> differences() {
        return run.validation()
                .map(validation -> "The models come from “" + validation.study()
                        + "” and were evaluated on another cohort. Only the author can say how the cohorts"
                        + " differ in setting and eligibility.")
                .or(() -> ofStudy(
                        "Training and evaluation data come from one cohort and were selected by the same rules."));
    }

    Optional<String> developmentComparison() {
        return run.validation()
                .map(validation -> Phrases.children(validation.internalSubjects()) + " in the development cohort, "
                        + Numbers.count(validation.externalSubjects()) + " in this cohort.")
                .or(() -> ofStudy("“Folds” lists the children of each fold by class. The development data of a fold"
                        + " are the other folds."));
    }

    Optional<String> internalTest() {
        List<String> models = run.models();
        return models.isEmpty()
                ? Optional.empty()
                : ofStudy("Each of "
                        + Phrases.children(run.model(models.get(0)).subject().n())
                        + " was tested once, by models that were trained on the other folds.");
    }

    Optional<String> externalTest() {
        return run.validation()
                .map(validation -> "This run is the external validation of “" + validation.study() + "” on "
                        + Phrases.children(validation.externalSubjects()) + ".")
                .or(() -> ofStudy("No external data were used in this run."));
    }
}
