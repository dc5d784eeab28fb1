package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.DrawnCohort;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.CommandLineRun;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.Subject;
import org.facies.embed.Embedding;
import org.facies.fold.FoldPlan;
import org.facies.image.Rgb;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.Acknowledgement;
import org.facies.model.InputSpec;
import org.facies.model.ModelZoo;
import org.facies.novelty.KnownFaces;
import org.facies.novelty.NoveltyTable;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.predict.DistanceNetwork;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;
import org.facies.study.AlignedCohort;
import org.facies.study.StudyRunner;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime answers as libtorch did when the study predicted, photo by photo. */
@Tag("slow")
class TrialPredictorTest {

    private static final double SAME = 1e-5;

    @TempDir
    private static Path folder;

    private static RunDirectory run;
    private static Cohort cohort;

    @BeforeAll
    static void train() throws IOException {
        DrawnCohort.write(folder, 14, 3);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                name: home
                cohort: manifest.csv
                folds: {k: 2}
                models:
                  - {name: frozen, loss: cosface, training: {cached_views: 2}}
                  - {name: tuned, backbone: mobilefacenet-512, loss: softmax, training: {freeze_below: none}}
                training: {batch_size: 8, epochs: 2}
                """);
        run = new RunDirectory(folder.resolve("run"));
        CommandLineRun done =
                facies("study", "run", study.toString(), "--out", run.root().toString(), "--yes", "--threads", "2");
        assertThat(done.exitCode()).as(done.err()).isZero();
        cohort = ManifestReader.read(
                        folder.resolve("manifest.csv"),
                        workspace().manifestRules().forPredicting())
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({"frozen, DLIB", "tuned, ARCFACE"})
    void the_predictor_answers_as_the_training_engine_did(String model, String input) {
        Map<Integer, Map<String, CropPrediction>> answers = answers(model, input(input));

        List<Prediction> trained = PredictionTable.read(run.predictions()).of(model);
        assertThat(trained).hasSize(84);
        for (Prediction prediction : trained) {
            CropPrediction answer = answers.get(prediction.fold()).get(prediction.photo());
            for (int c = 0; c < 3; c++) {
                double expected = prediction.probabilities().get(c);
                assertThat(answer.probabilities().get(c)).as(prediction.photo()).isCloseTo(expected, within(SAME));
                assertThat(Math.exp(answer.logProbabilities().get(c))).isCloseTo(expected, within(SAME));
            }
        }
    }

    /** Embeddings of the training engine are not kept, but how far they are from the class means is. */
    @ParameterizedTest
    @CsvSource({"frozen, DLIB", "tuned, ARCFACE"})
    void embeddings_are_as_far_from_the_class_means_as_in_the_training_engine(String model, String input) {
        Map<Integer, Map<String, CropPrediction>> answers = answers(model, input(input));

        for (int fold = 0; fold < 2; fold++) {
            Map<String, CropPrediction> ofFold = answers.get(fold);
            KnownFaces known = known(fold, ofFold);
            Path trial = run.trial(model, fold);
            try (DistanceNetwork network = DistanceNetwork.open(RunDirectory.distanceIn(trial))) {
                for (Path file : List.of(RunDirectory.noveltyIn(trial), RunDirectory.learntNoveltyIn(trial))) {
                    List<NoveltyTable.Row> rows = NoveltyTable.read(file).rows();
                    assertThat(rows).hasSize(42);
                    for (NoveltyTable.Row row : rows) {
                        Embedding embedding =
                                ofFold.get(row.photo()).embedding().orElseThrow();
                        assertThat(known.relativeDistance(embedding.toArray()))
                                .as(row.photo())
                                .isCloseTo(row.distance(), withinPercentage(0.1));
                        assertThat(network.of(List.of(embedding)).get(0))
                                .as(row.photo())
                                .isCloseTo(row.distance(), withinPercentage(0.1));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"frozen, DLIB", "tuned, ARCFACE"})
    void a_network_is_also_asked_about_the_photos_that_it_learnt_from(String model, String input) {
        Map<Integer, Map<String, CropPrediction>> answers = answers(model, input(input));

        for (int fold = 0; fold < 2; fold++) {
            List<Prediction> learnt = PredictionTable.read(RunDirectory.learntIn(run.trial(model, fold)))
                    .of(model);
            assertThat(learnt).extracting(Prediction::subject).doesNotContainAnyElementsOf(held(fold));
            assertThat(learnt).hasSize(42);
            for (Prediction prediction : learnt) {
                CropPrediction answer = answers.get(fold).get(prediction.photo());
                for (int c = 0; c < 3; c++) {
                    assertThat(answer.probabilities().get(c))
                            .isCloseTo(prediction.probabilities().get(c), within(SAME));
                }
            }
        }
    }

    private static List<String> held(int fold) {
        return FoldPlan.read(run.folds(), cohort).get(0).test(cohort, fold).subjects().stream()
                .map(Subject::id)
                .toList();
    }

    private static InputSpec input(String name) {
        return name.equals("DLIB") ? InputSpec.DLIB : InputSpec.ARCFACE;
    }

    /** What each fold's network says to each photo, found as the study finds it: the middle of the padded crop. */
    private static Map<Integer, Map<String, CropPrediction>> answers(String model, InputSpec input) {
        Map<String, Rgb> padded = padded(input);
        List<String> photos = List.copyOf(padded.keySet());
        List<Rgb> crops = photos.stream()
                .map(photo -> padded.get(photo)
                        .centre(input.geometry().widthPx(), input.geometry().heightPx()))
                .toList();
        Map<Integer, Map<String, CropPrediction>> answers = new HashMap<>();
        for (int fold = 0; fold < 2; fold++) {
            ClassifierSpec spec = new ClassifierSpec(input, cohort.classes());
            Map<String, CropPrediction> ofFold = new HashMap<>();
            try (Classifier classifier = Classifier.open(run.trialModel(model, fold), spec, 2)) {
                List<CropPrediction> said = classifier.classify(crops);
                for (int i = 0; i < photos.size(); i++) {
                    ofFold.put(photos.get(i), said.get(i));
                }
            }
            answers.put(fold, ofFold);
        }
        return answers;
    }

    private static Map<String, Rgb> padded(InputSpec input) {
        CropGeometry geometry = StudyRunner.crop(input);
        Map<String, Rgb> crops = new HashMap<>();
        try (FacePipeline faces = workspace().faces(FacePolicy.DEFAULT)) {
            AlignedCohort aligned = AlignedCohort.of(cohort, Set.of(geometry), faces, Progress.silent());
            aligned.cohort()
                    .photos()
                    .forEach(photo -> crops.put(photo.path(), aligned.crops().read(photo.sha256(), geometry)));
        }
        return crops;
    }

    private static KnownFaces known(int fold, Map<String, CropPrediction> answers) {
        List<float[]> embeddings = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Integer> subjects = new ArrayList<>();
        List<Subject> training =
                FoldPlan.read(run.folds(), cohort).get(0).training(cohort, fold).subjects();
        for (Subject subject : training) {
            subject.photos().forEach(photo -> {
                embeddings.add(embedding(answers, photo.path()));
                labels.add(cohort.classIndex(subject.diagnosis()));
                subjects.add(training.indexOf(subject));
            });
        }
        return KnownFaces.of(embeddings.toArray(float[][]::new), ints(labels), ints(subjects))
                .orElseThrow();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float[] embedding(Map<String, CropPrediction> answers, String photo) {
        return answers.get(photo).embedding().orElseThrow().toArray();
    }

    private static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 2, "test", Clock.systemUTC(), Progress.silent());
    }
}
