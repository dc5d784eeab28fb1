package org.facies.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.bundle.Bundle;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.Folders;
import org.facies.cli.command.ExitCode;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.Photo;
import org.facies.decision.Answer;
import org.facies.decision.PhotoEvidence;
import org.facies.image.Rgb;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.Acknowledgement;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.predict.EnsembleClassifier;
import org.facies.predict.EnsemblePrediction;
import org.facies.predict.FoldEnsemble;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;
import org.facies.sign.Keys;
import org.facies.study.AlignedCohort;
import org.facies.study.StudyRunner;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a trained run to answers at another place, where there is neither a model folder, nor a cache, nor npm. Names of
 * files, subjects, the text in the photos' metadata and a column of the manifest contain {@link #CANARY}.
 */
@Tag("slow")
class BundleOfRunTest {
    private static final String CANARY = "CANARY";
    private static final double SAME = 1e-5;

    @TempDir
    private static Path folder;

    private static Path temporary;
    private static Path empty;
    private static RunDirectory run;
    private static Cohort cohort;
    private static Path bundle;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        temporary = Files.createDirectories(folder.resolve("temporary"));
        empty = Files.createDirectories(folder.resolve("elsewhere"));
        plant(DrawnCohort.write(folder, 4, 3));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
            name: home
            cohort: manifest.csv
            folds: {k: 2}
            models:
              - {name: frozen, loss: cosface, training: {cached_views: 2}}
              - {name: other, backbone: mobilefacenet-512, loss: softmax, training: {freeze_below: none}}
            training: {batch_size: 8, epochs: 2}
            subgroups: {min_subjects: 3}
            """);
        run = new RunDirectory(folder.resolve("run"));
        Path home = homeWithModels();
        done(home, "study", "run", study.toString(), "--out", run.root().toString(), "--yes", "--threads", "2");
        done(home, "study", "report", run.root().toString());
        bundle = folder.resolve("both.facies");
        Path secret = Keys.secret(folder, 0);
        done(
                home,
                "bundle",
                "make",
                run.root().toString(),
                "--model",
                "frozen",
                "--model",
                "other",
                "--key",
                secret.toString(),
                "--out",
                bundle.toString(),
                "--yes");
        cohort = ManifestReader.read(
                        folder.resolve("manifest.csv"),
                        workspace().manifestRules().forPredicting())
                .orThrow();
    }

    /** Every name gets the word, and every photo a comment with it. */
    private static void plant(Path manifest) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : Files.readAllLines(manifest)) {
            if (rows.isEmpty()) {
                rows.add(row + "," + CANARY + "_column,note");
                continue;
            }
            String[] cells = row.split(",", -1);
            Path photo = folder.resolve(cells[0]);
            cells[0] = "photos/" + CANARY + "-" + photo.getFileName();
            Files.write(folder.resolve(cells[0]), commented(Files.readAllBytes(photo)));
            Files.delete(photo);
            cells[1] = CANARY + "-" + cells[1];
            rows.add(String.join(",", cells) + "," + CANARY + "," + CANARY);
        }
        Files.write(manifest, rows);
    }

    private static byte[] commented(byte[] jpeg) {
        byte[] text = CANARY.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void elsewhere_a_child_gets_what_its_fold_networks_say_together() throws IOException, InterruptedException {
        CommandLineRun answered = run(
                empty, "predict", folder.resolve("manifest.csv").toString(), "--bundle", bundle.toString(), "--json");

        assertThat(answered.exitCode()).as(answered.err()).isZero();
        List<String> lines = answered.out().lines().toList();
        assertThat(lines).hasSize(cohort.subjects().size());
        Map<String, List<Double>> expected = together();
        Bundle opened = Bundle.open(bundle);
        for (String line : lines) {
            JsonNode child = new ObjectMapper().readTree(line);
            List<PhotoEvidence> photos = cohort.subjects().stream()
                    .filter(subject -> child.path("child").asText().contains(subject.id()))
                    .flatMap(subject -> subject.photos().stream())
                    .map(photo -> new PhotoEvidence(expected.get(photo.sha256()), OptionalDouble.empty()))
                    .toList();
            assertThat(photos).hasSize(2);
            Answer answer = opened.file().decision().answer(photos, OptionalDouble.empty());
            for (JsonNode one : child.at("/answer/classes")) {
                assertThat(one.path("study").asDouble())
                        .isCloseTo(answer.probabilities().get(one.path("label").asText()), within(SAME));
            }
        }
    }

    @Test
    void single_members_say_what_the_study_predicted_out_of_fold() {
        Bundle opened = Bundle.open(bundle);
        List<Prediction> predictions = PredictionTable.read(run.predictions()).predictions();
        for (String model : List.of("frozen", "other")) {
            InputSpec input = input(model);
            String file = "classifier-" + input.geometry().id() + ".onnx";
            Map<String, Rgb> crops = crops(input);
            try (EnsembleClassifier classifier = EnsembleClassifier.open(file, opened.content(file), 3, 2)) {
                for (Prediction prediction : predictions) {
                    if (prediction.model().equals(model)) {
                        EnsemblePrediction said = classifier
                                .classify(List.of(crops.get(prediction.photo())))
                                .get(0);
                        CropPrediction member = said.members().get(prediction.fold());
                        for (int c = 0; c < 3; c++) {
                            assertThat(member.probabilities().get(c))
                                    .isCloseTo(prediction.probabilities().get(c), within(SAME));
                        }
                    }
                }
            }
        }
    }

    @Test
    void the_word_is_in_no_bundle_report_log_or_temporary_file() throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Path photo =
                folder.resolve("photos").resolve(cohort.photos().get(0).file().getFileName());
        Path renamed = Files.copy(photo, folder.resolve("a.jpg"));
        run(empty, "predict", renamed.toString(), "--bundle", bundle.toString(), "--html", page.toString());

        for (Path file : List.of(bundle, page, run.report(), run.log())) {
            assertThat(bytes(file)).as(file.toString()).doesNotContain(CANARY);
        }
        for (Path tree :
                List.of(temporary, run.root().resolve("figures"), run.root().resolve("tables"))) {
            assertThat(files(tree)).noneMatch(file -> bytes(file).contains(CANARY));
        }
    }

    @Test
    void a_signature_counts_where_its_key_is_trusted() throws IOException, InterruptedException {
        CommandLineRun before = run(empty, "bundle", "verify", bundle.toString(), "--signed");
        assertThat(before.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(before.err()).contains("is not signed with a key that this machine trusts");
        Path key = Files.move(Keys.known(folder, 0), folder.resolve("group.pem"));

        assertThat(run(empty, "trust", "add", key.toString()).exitCode()).isZero();

        CommandLineRun after = run(empty, "bundle", "verify", bundle.toString(), "--signed");
        assertThat(after.exitCode()).as(after.err()).isZero();
        assertThat(after.out()).contains("signed with the trusted key \"group\"");
        assertThat(run(empty, "trust", "list").out()).contains("group");
        assertThat(run(empty, "bundle", "info", bundle.toString()).out()).contains("trusted key \"group\"");
    }

    @Test
    void a_bundle_with_another_byte_answers_nothing() throws IOException, InterruptedException {
        byte[] changed = Files.readAllBytes(bundle);
        changed[changed.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.facies"), changed);

        CommandLineRun answered =
                run(empty, "predict", folder.resolve("photos").toString(), "--bundle", damaged.toString());

        assertThat(answered.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answered.out()).isEmpty();
        assertThat(answered.err()).contains("classifier-").contains("changed");
    }

    /** What the networks of all folds and both models say of a photo, by its hash. */
    private static Map<String, List<Double>> together() {
        Map<String, List<List<Double>>> said = new HashMap<>();
        for (String model : List.of("frozen", "other")) {
            InputSpec input = input(model);
            Map<String, Rgb> crops = crops(input);
            List<Path> networks = List.of(run.trialModel(model, 0), run.trialModel(model, 1));
            try (FoldEnsemble ensemble = FoldEnsemble.open(networks, new ClassifierSpec(input, cohort.classes()), 2)) {
                for (Photo photo : cohort.photos()) {
                    said.computeIfAbsent(photo.sha256(), first -> new ArrayList<>())
                            .add(ensemble.classify(List.of(crops.get(photo.path())))
                                    .get(0)
                                    .mean()
                                    .probabilities());
                }
            }
        }
        Map<String, List<Double>> means = new HashMap<>();
        said.forEach((photo, models) -> means.put(photo, FoldEnsemble.mean(models)));
        return means;
    }

    private static InputSpec input(String model) {
        return model.equals("frozen") ? InputSpec.DLIB : InputSpec.ARCFACE;
    }

    private static Map<String, Rgb> crops(InputSpec input) {
        CropGeometry geometry = StudyRunner.crop(input);
        Map<String, Rgb> crops = new HashMap<>();
        try (FacePipeline faces = workspace().faces(FacePolicy.DEFAULT)) {
            AlignedCohort aligned = AlignedCohort.of(cohort, Set.of(geometry), faces, Progress.silent());
            aligned.cohort()
                    .photos()
                    .forEach(photo -> crops.put(
                            photo.path(),
                            aligned.crops()
                                    .read(photo.sha256(), geometry)
                                    .centre(
                                            input.geometry().widthPx(),
                                            input.geometry().heightPx())));
        }
        return crops;
    }

    private static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 2, "test", Clock.systemUTC(), Progress.silent());
    }

    private static Path homeWithModels() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        FaciesProcess.withFaceNetworks(home);
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), said -> {});
        for (InstalledModel model : zoo.requireAll(List.of("dlib-resnet", "mobilefacenet-512"))) {
            Folders.copy(
                    model.file().getParent(),
                    home.resolve("models").resolve(model.card().id()));
        }
        return home;
    }

    private static void done(Path home, String... arguments) throws IOException, InterruptedException {
        CommandLineRun done = run(home, arguments);
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    private static CommandLineRun run(Path home, String... arguments) throws IOException, InterruptedException {
        return new FaciesProcess(home).withoutNpm(temporary, arguments);
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
