package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.EvaluationSettings;
import org.facies.report.paper.MethodsText;
import org.facies.report.run.RunReader;
import org.facies.result.EvaluationRecord;
import org.facies.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The methods tell of all that a run did, and of nothing else. */
class MethodsTest {
    private static final List<String> READERS = List.of(
            "3 readers classified 30 of the 48 children. The models were evaluated on the same children.",
            "Every model was compared with every reader by McNemar’s exact test, with Holm’s correction for 6"
                    + " comparisons",
            "Readers were compared with each other by Cochran’s Q test.",
            "by a multi-reader multi-case analysis (Obuchowski and Rockette 1995; degrees of freedom of Hillis 2007)"
                    + " with random readers and random cases, for accuracy and balanced accuracy. Holm’s correction"
                    + " was applied.",
            "Agreement between the readers was measured by Fleiss’ kappa on the 30 children that all of them"
                    + " classified, and by Cohen’s kappa for every pair of readers.");

    private static final List<String> TRUST = List.of(
            "Probabilities were calibrated by temperature scaling or vector scaling (Guo et al. 2017), fitted on the"
                    + " children of the other folds.",
            "Prediction sets were calibrated for each class on the children of the other folds by conformal"
                    + " prediction (Vovk et al. 2005), for a coverage of 80, 90 and 95 %, both on average over"
                    + " cohorts and in nine of ten cohorts.",
            "For abstention, the thresholds on the probability of the answer at which 95 %, 90 %, 80 %, 70 % and 50"
                    + " % of the children receive an answer were determined on the children of the other folds.",
            "For screening, the probabilities of all syndromes were summed, to separate any syndrome from “no"
                    + " syndrome”."
                    + " Thresholds for a sensitivity of 90 % and a specificity of 95 % were determined on",
            "prevalences of 1 in 1,000, 1 in 100 and 1 in 10.",
            "Syndrome identification was evaluated on the 24 children with a syndrome",
            "A face was reported as unknown (out-of-distribution) if its embedding was farther",
            "Results were reported by site; groups of fewer than 10 children are not shown.");

    private static final List<String> RECIPE = List.of(
            "Training ran for 6 epochs.",
            "The weights were optimised by AdamW (Loshchilov and Hutter 2019), with batches of 32 photos, a weight"
                    + " decay of 0.01 and gradients clipped to a Euclidean norm of 5.",
            "The maximum learning rate was 0.0003 for the trunk, 0.003 for the embedding layer and 0.006 for the"
                    + " classification head.",
            "Learning rates rose over the first 0.6 epochs (at least 20 steps) and then decreased to 0 along a half"
                    + " cosine.",
            "The classes were weighted in the loss by 1/√n",
            "The classification head was initialised by linear discriminant analysis of the embeddings",
            "The weights of the last step were used.",
            "mirrored with a probability of 0.5, shifted by up to 3.3 % of the width, scaled by up to 7 %,"
                    + " rotated by up"
                    + " to 8°",
            "Training used seed 1, fp32 arithmetic and 4 threads.",
            "The probabilities of a photo were the mean of those for its crop and for the mirrored crop.");

    @TempDir
    private Path run;

    private String methods() {
        return String.join("\n", new MethodsText(RunReader.read(run)).paragraphs())
                .replace('\u00a0', ' ');
    }

    @Test
    void all_that_a_run_did_is_told() {
        SampleRun.synthetic(run);
        threads();
        String methods = methods();
        assertThat(methods).contains(READERS).contains(TRUST).contains(RECIPE);
        assertThat(methods)
                .startsWith("All faces were synthetic: a computer drew them")
                .contains(
                        "The cohort was audited for data leakage and confounding with the frozen network dlib-resnet in"
                                + " 1 check: same person.")
                .contains("was selected by balanced accuracy, the metric declared in the study file.")
                .contains("Models were compared on the same children with McNemar’s exact test.");
    }

    @Test
    void what_a_run_did_not_do_is_not_told() {
        SampleRun.complete(run);
        assertThat(methods()).contains(TRUST).doesNotContain("reader", "kappa on", "audited", "synthetic");
        SampleRun.minimal(run, List.of("alagille", "noonan"), List.of("only"));
        assertThat(methods())
                .contains("The model was evaluated by 5-fold cross-validation")
                .doesNotContain(
                        "For screening", "Syndrome identification", "McNemar", "correction for", "is reported first");
    }

    @Test
    void of_imported_predictions_no_training_is_told() throws Exception {
        SampleRun.complete(run);
        Files.delete(run.resolve("study.yaml"));
        EvaluationRecord.FILE.write(
                run.resolve("evaluation.json"),
                new EvaluationRecord(
                        "predictions.csv",
                        EvaluationSettings.standard(23),
                        Provenance.ofThisProcess(23, Map.of()),
                        Optional.empty()));
        assertThat(methods())
                .contains("The predictions were imported")
                .contains("was selected by balanced accuracy, because no study file declares a metric.")
                .doesNotContain("epoch", "mirror", "RetinaFace", "fitted in every fold", "Nadeau");
    }

    @Test
    void what_models_share_is_told_once_and_the_rest_for_each() {
        SampleRun.complete(run);
        SampleStudy.write(
                run,
                "subject",
                List.of(
                        SampleStudy.model(
                                "cosface-pfm",
                                model -> model.withObject("/training").put("freeze_below", "block7")),
                        SampleStudy.model(
                                "arcface-pfm",
                                model -> model.withObject("/training")
                                        .put("epochs", 10)
                                        .put("balance", "none")
                                        .put("head_start", "random")
                                        .put("average_decay", 0.98)
                                        .put("label_smoothing", 0.1)
                                        .put("freeze_below", "none"))));
        assertThat(methods())
                .contains("For cosface-pfm, training ran for 6 epochs; for arcface-pfm, training ran for 10 epochs.")
                .contains("for arcface-pfm, all photos had the same weight in the loss.")
                .contains("for arcface-pfm, the classification head was initialised with random directions.")
                .contains(
                        "For cosface-pfm, the layers up to block7 were frozen, and their activations were computed once"
                                + " for each photo, its mirror image and 8 augmented views of it; for"
                                + " arcface-pfm, all layers"
                                + " were trained.")
                .contains("with a decay of 0.98.")
                .contains("label smoothing of 0.1")
                .containsOnlyOnce("Learning rates rose");
    }

    @Test
    void of_a_frozen_model_no_training_is_told_and_it_does_not_hide_what_the_others_share() {
        SampleRun.complete(run);
        SampleStudy.write(
                run,
                "subject",
                List.of(
                        SampleStudy.model("cosface-pfm"),
                        SampleStudy.model(
                                "arcface-pfm",
                                model -> model.withObject("/training").put("epochs", 0))));
        assertThat(methods())
                .contains("arcface-pfm: dlib-resnet, used as published without further training; a linear discriminant")
                .contains("Training ran for 6 epochs.")
                .doesNotContain("0 epochs");
        assertThat(RunReader.read(run).origin().shared()).containsKey("training.batch_size");
    }

    /** A study that has begun states its threads. */
    private void threads() {
        SampleStudy.write(
                run,
                "subject",
                List.of("cosface-pfm", "arcface-pfm").stream()
                        .map(name -> SampleStudy.model(
                                name, model -> model.withObject("/training").put("threads", 4)))
                        .toList());
    }
}
