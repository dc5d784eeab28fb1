package org.facies.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.facies.align.FacePolicy;
import org.facies.bundle.BundleMaker.Members;
import org.facies.bundle.BundleMaker.Order;
import org.facies.decision.AgeRange;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.predict.EnsembleClassifier;
import org.facies.result.FinishedRun;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleMakerTest {
    private final Workspace workspace = TinyRun.workspace();

    @TempDir
    private Path folder;

    private FinishedRun run;

    @BeforeEach
    void finish() throws IOException {
        run = TinyRun.write(folder, "subject", workspace);
    }

    @Test
    void the_networks_of_the_folds_answer_together() {
        Bundle bundle = bundle("one");

        assertThat(bundle.file().classifiers())
                .containsExactly(new BundleFile.Network("classifier-tiny-a.onnx", "tiny-a", 2, "one"));
        byte[] onnx = bundle.content("classifier-tiny-a.onnx");
        try (EnsembleClassifier classifier = EnsembleClassifier.open("classifier", onnx, 2, 1)) {
            var answer = classifier.classify(List.of(crop(100, 0))).get(0);

            assertThat(answer.members()).hasSize(2);
            assertThat(answer.members().get(1).probabilities().get(0)).isCloseTo(mirrored(2), within(1e-6));
            assertThat(answer.mean().probabilities().get(0)).isCloseTo((mirrored(1) + mirrored(2)) / 2, within(1e-6));
        }
    }

    /** Mean of what a network says of a crop with red 100 on the left and of its mirror image. */
    private static double mirrored(double scale) {
        double left = 1 / (1 + Math.exp(-scale));
        return (left + 1 - left) / 2;
    }

    @Test
    void models_with_crops_of_their_own_get_a_graph_each() {
        Bundle bundle = bundle("one", "two");

        assertThat(bundle.file().classifiers())
                .extracting(BundleFile.Network::file)
                .containsExactly("classifier-tiny-a.onnx", "classifier-tiny-b.onnx");
        assertThat(bundle.file().performance().children()).isEqualTo(TinyRun.SUBJECTS);
        assertThat(bundle.file().weights())
                .extracting(BundleFile.Weights::model)
                .containsExactly("retinaface-mnet25", "landmarks-68", "first", "second");
    }

    @Test
    void performance_is_that_of_the_run() {
        BundleFile file = bundle("one").file();

        assertThat(file.performance().figures().get("accuracy").value()).isCloseTo(51.0 / 60, within(1e-12));
        assertThat(file.decision().subjects()).containsExactly(Map.entry("none", 40), Map.entry("noonan", 20));
        assertThat(file.provenance().inputs())
                .containsKeys("study.yaml", "predictions.csv", "metrics.json", "trials/one/fold-1/model.onnx");
    }

    @Test
    void small_groups_are_not_named_and_cannot_be_found_out_from_the_others() {
        BundleFile file = bundle("one").file();

        assertThat(file.cohort().groups().get("site")).as("one small group").containsExactly(Map.entry("A", 40));
        assertThat(file.cohort().groups().get("age_months")).containsOnlyKeys("2-6y", "6-12y");
        assertThat(file.decision().ages()).contains(new AgeRange(24, 143));
    }

    @Test
    void nothing_that_names_a_child_or_a_file_is_in_it() throws IOException {
        Path file = folder.resolve("named.facies");
        bundle("one", "two").write(file);

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("not a medical device")
                .doesNotContain(TinyRun.CANARY);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain(TinyRun.CANARY);
            }
        }
    }

    @Test
    void the_card_says_synthetic_first_and_has_front_matter() {
        String card = new String(bundle("one").content("README.md"), StandardCharsets.UTF_8);

        assertThat(card)
                .startsWith("---\nlicense: other\n")
                .contains(
                        "It was trained on synthetic faces",
                        "| accuracy | 0.850 |",
                        "pipeline_tag:" + " image-classification");
    }

    @Test
    void the_bill_of_materials_is_valid() throws Exception {
        byte[] sbom = bundle("one", "two").content("sbom.cdx.json");

        assertThat(new JsonParser().validate(sbom, Version.VERSION_16)).isEmpty();
    }

    @Test
    void the_same_run_gives_the_same_bytes() throws IOException {
        bundle("one").write(folder.resolve("a.facies"));
        bundle("one").write(folder.resolve("b.facies"));

        assertThat(folder.resolve("a.facies")).hasSameBinaryContentAs(folder.resolve("b.facies"));
    }

    @Test
    void a_run_with_folds_by_photo_is_refused() throws IOException {
        run = TinyRun.write(folder, "photo", workspace);

        assertRefused("folds.unit photo", "may train and test on photos of the same child");
    }

    @Test
    void a_run_whose_faces_were_found_with_another_network_is_refused() throws IOException {
        String study = Files.readString(folder.resolve("study.yaml"));
        Files.writeString(
                folder.resolve("study.yaml"), study.replaceFirst("(retinaface-mnet25: \\{sha256: \")..", "$1zz"));
        run = FinishedRun.read(run.directory());

        assertRefused("retinaface-mnet25", "is not the network with which the faces of this run were found");
    }

    @Test
    void a_missing_network_is_named() throws IOException {
        Files.delete(run.directory().trialModel("one", 1));

        assertRefused("fold-1", "is missing");
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> bundle("one"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused ->
                                assertThat(refused.problems().get(0).sentence()).contains(words));
    }

    private Bundle bundle(String... models) {
        Order order = new Order(
                "tiny",
                List.of(models),
                Members.FOLDS,
                Map.of("one", TinyRun.input("tiny-a"), "two", TinyRun.input("tiny-b")),
                FacePolicy.DEFAULT);
        return new BundleMaker(run, workspace).make(order, Optional.empty());
    }

    private static Rgb crop(int left, int right) {
        return new Rgb(2, 1, new byte[] {(byte) left, 0, 0, (byte) right, 0, 0});
    }
}
