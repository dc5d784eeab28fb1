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

/** What a run knows of its aim, its cohort and how the cohort was divided. */
final class CohortAnswers {
    private final Run run;
    private final MethodsText methods;

    CohortAnswers(Run run, MethodsText methods) {
        this.run = run;
        this.methods = methods;
    }

    /** An answer that holds only where Facies made the models. */
    private Optional<String> made(String answer) {
        return run.origin().isImported() ? Optional.empty() : Optional.of(answer);
    }

    private Optional<String> ofStudy(String answer) {
        return run.isStudy() ? Optional.of(answer) : Optional.empty();
    }

    Optional<String> objective() {
        return run.validation()
                .map(validation -> "Validation of " + validation.model() + ", developed in “" + validation.study()
                        + "”; nothing was developed here.")
                .or(() -> ofStudy("Development of "
                        + Phrases.counted(run.models().size(), "model") + " and internal validation."));
    }

    Optional<String> goal() {
        return made("Classification of a subject by photos of the face into "
                + run.classes().size() + " classes: " + Phrases.list(run.classes()) + ".");
    }

    Optional<String> source() {
        return run.stamp().isSynthetic()
                ? Optional.of("Synthetic faces, which a computer drew. They represent nobody.")
                : Optional.empty();
    }

    Optional<String> sites() {
        return run.cohort()
                .map(CohortRecord::subgroups)
                .flatMap(columns -> Optional.ofNullable(columns.get("site")))
                .map(sites -> Phrases.counted(sites.size(), "site")
                        + " in the manifest; how they were chosen, only the author can say.");
    }

    Optional<String> sampleSize() {
        return run.cohort()
                .map(cohort -> "All usable subjects, " + Numbers.count(cohort.subjects())
                        + " in all; a calculation beforehand is not recorded.");
    }

    /** Who took part, with and without the outcome. */
    Optional<String> flow() {
        return run.cohort()
                .map(cohort -> Phrases.counted(
                                cohort.photos() + cohort.refused().size(), "photo") + " were checked, "
                        + Numbers.count(cohort.refused().size()) + " left out and " + Numbers.count(cohort.photos())
                        + " used. By outcome: " + byClass(cohort) + ".");
    }

    private static String byClass(CohortRecord cohort) {
        return cohort.classes().entrySet().stream()
                .map(group ->
                        group.getKey() + " " + Phrases.counted(group.getValue().subjects(), "subject") + " with "
                                + Phrases.counted(group.getValue().photos(), "photo"))
                .collect(Collectors.joining(", "));
    }

    Optional<String> included() {
        return run.cohort()
                .map(cohort -> "Included: " + Phrases.counted(cohort.subjects(), "subject") + " and "
                        + Phrases.counted(cohort.photos(), "photo") + ". Excluded: "
                        + Phrases.counted(cohort.refused().size(), "photo")
                        + (cohort.refused().isEmpty() ? "." : ", because of: " + reasons(cohort) + "."));
    }

    Optional<String> exclusions() {
        return run.cohort()
                .map(cohort -> (cohort.refused().isEmpty()
                                ? "No photo was excluded for its quality."
                                : "Reasons to exclude a photo: " + reasons(cohort) + ".")
                        + " Which children were eligible, only the author can say.");
    }

    private static String reasons(CohortRecord cohort) {
        return Tallies.of(cohort.refused().stream().map(Refusal::anonymous).toList()).stream()
                .map(tally -> tally.getKey() + " (" + Numbers.count(tally.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Counts by each column that may be shown. */
    Optional<String> characteristics() {
        return run.cohort()
                .map(cohort -> cohort.subgroups().entrySet().stream()
                        .filter(column -> run.columns().contains(column.getKey()))
                        .map(column -> column.getKey() + ": " + counted(column.getValue()))
                        .toList())
                .filter(columns -> !columns.isEmpty())
                .map(columns -> "Subjects by " + String.join("; by ", columns) + ".");
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
                .map(folds -> "Every fold has the same mix of classes: "
                        + run.classes().stream()
                                .map(name -> name + " " + range(folds, name))
                                .collect(Collectors.joining(", "))
                        + " subjects in each. Other characteristics are not broken down by fold.");
    }

    private static String range(FoldCounts folds, String diagnosis) {
        LongSummaryStatistics counts = folds.folds().stream()
                .mapToLong(fold -> folds.cell(fold, diagnosis).subjects())
                .summaryStatistics();
        return counts.getMin() == counts.getMax()
                ? Numbers.count(counts.getMin())
                : Numbers.count(counts.getMin()) + " to " + Numbers.count(counts.getMax());
    }

    /** How many subjects are in the analysis of each fold. */
    Optional<String> analyses() {
        return run.folds()
                .filter(folds -> run.isStudy())
                .map(folds -> "Subjects tested in folds "
                        + folds.folds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                        + folds.folds().stream()
                                .map(fold -> Numbers.count(run.classes().stream()
                                        .mapToLong(
                                                name -> folds.cell(fold, name).subjects())
                                        .sum()))
                                .collect(Collectors.joining(", "))
                        + "; each is trained on the others. Outcomes by fold: see “Folds”.");
    }

    Optional<String> missing() {
        return run.cohort()
                .filter(cohort -> !run.origin().isImported())
                .map(cohort -> (cohort.refused().isEmpty()
                                ? "No photo had to be left out."
                                : Phrases.counted(cohort.refused().size(), "photo")
                                        + " without a usable face were left out.")
                        + " Nothing was imputed: models use no column of the manifest.");
    }

    Optional<String> deidentification() {
        return made("Metadata of photos was dropped at decoding, and this report names no subject. A face remains"
                + " identifying.");
    }

    Optional<String> partitions() {
        return made(methods.partitions());
    }

    Optional<String> disjoint() {
        return made(
                run.validation().isPresent()
                        ? "Cohort: no subject and no photo of this cohort was in the run that trained the models."
                        : run.origin().splitsSubjects()
                                ? "Photo: photos of one subject can be on both sides, so results are too good."
                                : "Subject: all photos of a subject are on one side.");
    }

    Optional<String> differences() {
        return run.validation()
                .map(validation -> "The models come from “" + validation.study()
                        + "” and are evaluated on another cohort. How the cohorts differ in setting and eligibility,"
                        + " only the author can say.")
                .or(() -> ofStudy("Training and evaluation data come from one cohort under the same rules."));
    }

    Optional<String> developmentComparison() {
        return run.validation()
                .map(validation -> Phrases.counted(validation.internalSubjects(), "subject") + " in development, "
                        + Numbers.count(validation.externalSubjects()) + " here.")
                .or(() -> ofStudy(
                        "“Folds” counts the subjects of each fold by class; development data are the other folds."));
    }

    Optional<String> internalTest() {
        List<String> models = run.models();
        return models.isEmpty()
                ? Optional.empty()
                : ofStudy("Each of "
                        + Phrases.counted(run.model(models.get(0)).subject().n(), "subject")
                        + " was tested once, by networks that were trained on the other folds.");
    }

    Optional<String> externalTest() {
        return run.validation()
                .map(validation -> "This is the external validation of “" + validation.study() + "” on "
                        + Phrases.counted(validation.externalSubjects(), "subject") + ".")
                .or(() -> ofStudy("No external data were used in this run."));
    }
}
