package org.facies.report.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Tallies;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;
import org.facies.result.PerformanceChange;
import org.facies.subgroup.ColumnFigures;

/** What a run can say to the questions of a reporting checklist. */
public final class StudyAnswers {
    private final Run run;
    private final MethodsText methods;

    /** Questions that checklists share. */
    enum Question {
        CATEGORY,
        OBJECTIVE,
        SITES,
        PREPROCESSING,
        EXCLUSIONS,
        PREDICTORS,
        NO_ASSESSOR,
        SAMPLE_SIZE,
        MISSING,
        PARTITIONS,
        DISJOINT,
        MODELS,
        CLUSTERS,
        MEASURES,
        UNCERTAINTY,
        NO_UPDATING,
        PREDICTIONS,
        IMBALANCE,
        SUBGROUPS,
        OUTPUT,
        SOFTWARE,
        FLOW,
        CHARACTERISTICS,
        FULL_MODEL,
        PERFORMANCE,
        LIMITATIONS,
        DEIDENTIFICATION,
        READERS,
        INITIALISATION,
        TRAINING,
        SELECTION,
        ENSEMBLES,
        ROBUSTNESS,
        NO_EXPLANATION,
        EXTERNAL,
        FAILURES;

        static Question of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public StudyAnswers(Run run) {
        this.run = run;
        this.methods = new MethodsText(run);
    }

    /** The answer, or nothing where only the author knows. */
    Optional<String> to(Question question) {
        return switch (question) {
            case CATEGORY -> trained("Convolutional networks on photos of faces.");
            case OBJECTIVE ->
                external(validation -> "Validation of " + validation.model() + ", developed in “" + validation.study()
                                + "”; nothing was developed here.")
                        .or(() -> trained("Development of "
                                + Phrases.counted(run.models().size(), "model") + " and internal validation."));
            case SITES ->
                subgroup("site")
                        .map(sites -> Phrases.counted(sites.size(), "site")
                                + " in the manifest; how they were chosen, only the author can say.");
            case PREPROCESSING -> methods.faces();
            case EXCLUSIONS -> refusals().map(text -> text + " Which children were eligible, only the author can say.");
            case PREDICTORS ->
                trained("The pixels of the aligned face; no other column of the manifest was given to a model.");
            case NO_ASSESSOR -> trained("Does not apply: no person judges a predictor.");
            case SAMPLE_SIZE -> run.cohort().map(StudyAnswers::sampleSize);
            case MISSING -> trained("Photos without a usable face were left out; models use no other column.");
            case PARTITIONS -> Optional.of(methods.partitions());
            case DISJOINT -> disjoint();
            case MODELS -> methods.models();
            case MEASURES -> Optional.of(methods.measures());
            case UNCERTAINTY -> Optional.of(methods.uncertainty());
            case NO_UPDATING -> trained("Does not apply: no model was updated.");
            case PREDICTIONS -> Optional.of(methods.predictions());
            case IMBALANCE -> setting("training.balance").map(StudyAnswers::imbalance);
            case OUTPUT ->
                Optional.of("A probability for each class; the answer is the most probable one, without a threshold.");
            case SOFTWARE -> methods.software();
            case FLOW -> flow();
            case CHARACTERISTICS -> characteristics();
            case FULL_MODEL ->
                trained("Every trained network is in the run directory as ONNX, every setting in its study.yaml.");
            case PERFORMANCE -> performance();
            case LIMITATIONS -> Optional.of("See “Limitations”, which is written from the results.");
            case DEIDENTIFICATION ->
                trained("Metadata of photos was dropped at decoding, and this report names no subject. A"
                        + " face remains identifying.");
            case INITIALISATION -> initialisation();
            case TRAINING -> training();
            case SELECTION ->
                trained("The weights after the last epoch; none was picked by its results on the fold it was"
                        + " tested on."
                        + methods.choice().map(text -> " " + text).orElse(""));
            case ENSEMBLES ->
                external(validation -> "The probabilities of the networks of " + validation.networks()
                                + " folds were averaged.")
                        .or(() -> trained("None: in every fold one network answers for a model."));
            case NO_EXPLANATION -> trained("None in this run.");
            case EXTERNAL ->
                external(validation -> "This is the external validation of “" + validation.study() + "”.")
                        .or(() -> trained("None in this run."));
            case FAILURES -> Optional.of("See the confusion matrices; every single answer is in predictions.csv.");
            case CLUSTERS ->
                subgroups().filter(columns -> columns.contains("site")).map(columns -> "See “Subgroups”, by site.");
            case SUBGROUPS ->
                subgroups()
                        .map(columns -> "See “Subgroups”, by " + Phrases.list(columns)
                                + ": figures with intervals, differences tested.");
            case READERS ->
                run.metrics()
                        .readers()
                        .map(readers -> "Agreement of " + Phrases.counted(readers.size(), "reader")
                                + ": see “Readers and models”.");
            case ROBUSTNESS ->
                run.audit().map(findings -> "Leaks and shortcuts were looked for: see “Leaks and shortcuts”.");
        };
    }

    /** An answer that holds only where frozen models met another cohort. */
    private Optional<String> external(Function<PerformanceChange, String> answer) {
        return run.validation().map(answer);
    }

    /** An answer that holds only where Facies trained the models. */
    private Optional<String> trained(String answer) {
        return run.origin().models().isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    private Optional<Map<String, CohortRecord.Count>> subgroup(String column) {
        return run.cohort().map(CohortRecord::subgroups).flatMap(columns -> Optional.ofNullable(columns.get(column)));
    }

    private Optional<List<String>> subgroups() {
        List<String> columns = run.models().stream()
                .flatMap(model -> run.model(model).subgroups().orElse(List.of()).stream())
                .map(ColumnFigures::column)
                .distinct()
                .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    private static String sampleSize(CohortRecord cohort) {
        return "All usable subjects, " + Numbers.count(cohort.subjects()) + " in all; a calculation beforehand is not"
                + " recorded.";
    }

    private Optional<String> refusals() {
        return run.cohort().map(cohort -> {
            String reasons = Tallies.of(
                            cohort.refused().stream().map(Refusal::anonymous).toList())
                    .stream()
                    .map(tally -> tally.getKey() + " (" + Numbers.count(tally.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            return reasons.isEmpty() ? "No photo was left out." : "Photos left out: " + reasons + ".";
        });
    }

    private Optional<String> flow() {
        return methods.participants().flatMap(who -> refusals().map(out -> who + " " + out));
    }

    private Optional<String> disjoint() {
        return trained(
                run.origin().splitsSubjects()
                        ? "Photo: photos of one subject can be on both sides, which flatters."
                        : "Subject: all photos of a subject are on one side.");
    }

    private Optional<String> characteristics() {
        return run.cohort()
                .map(cohort -> cohort.subgroups().keySet().stream()
                        .filter(run.columns()::contains)
                        .toList())
                .filter(columns -> !columns.isEmpty())
                .map(columns -> "See “Cohort”: by " + Phrases.list(columns)
                        + "; each class is in every fold in the same share.");
    }

    private Optional<String> setting(String key) {
        List<String> values = run.origin().models().stream()
                .map(model -> model.setting(key))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Phrases.list(values));
    }

    private static String imbalance(String balance) {
        return "Weighting of the classes in training: " + balance + ". Results are set beside the majority class, and"
                + " balanced accuracy and macro-averages are given.";
    }

    private Optional<String> initialisation() {
        return trained(run.origin().models().stream()
                .map(model -> model.name() + ": "
                        + (model.setting("pretrained").equals("false") ? "fresh weights" : "pretrained weights"))
                .collect(Collectors.joining("; ", "", ".")));
    }

    private Optional<String> training() {
        return trained(run.origin().models().stream()
                .map(model -> model.name() + ": " + MethodsText.training(model))
                .collect(
                        Collectors.joining("; ", "", ". Augmentation and every rate: see “Settings and provenance”.")));
    }

    private Optional<String> performance() {
        return run.models().isEmpty()
                ? Optional.empty()
                : Optional.of(run.models().stream().map(this::performance).collect(Collectors.joining("; ", "", ".")));
    }

    private String performance(String model) {
        LevelText scores = run.scores(model, Level.SUBJECT);
        EstimateText accuracy = scores.measure(Metric.ACCURACY);
        EstimateText f1 = scores.measure(Metric.MACRO_F1);
        return model + " accuracy " + accuracy.fullText() + ", macro-F1 " + f1.fullText();
    }
}
