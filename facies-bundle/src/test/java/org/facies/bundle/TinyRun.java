package org.facies.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.image.Point;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.Acknowledgement;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.model.Normalisation;
import org.facies.predict.TinyClassifier;
import org.facies.progress.Progress;
import org.facies.result.CohortRecord;
import org.facies.result.FinishedRun;
import org.facies.result.MetricsFile;
import org.facies.run.RunDirectory;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;

/**
 * A run directory as a finished study leaves it, of two models whose networks can be calculated by hand. Whatever names
 * a child or a file in it contains {@link #CANARY}.
 */
final class TinyRun {
    static final String CANARY = "CANARY";
    static final List<String> CLASSES = List.of("none", "noonan");
    static final int SUBJECTS = 60;

    private TinyRun() {}

    static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 1, "test", Clock.systemUTC(), Progress.silent());
    }

    static InputSpec input(String id) {
        return new InputSpec(
                new CropGeometry(id, 2, 1, Collections.nCopies(5, new Point(0, 0))), Normalisation.of(0, 100));
    }

    /** @param unit of the folds */
    static FinishedRun write(Path folder, String unit, Workspace workspace) throws IOException {
        RunDirectory run = new RunDirectory(folder);
        StringBuilder networks = new StringBuilder();
        for (InstalledModel model : FaceNetworks.of(workspace.zoo())) {
            networks.append(StudyText.network(model.card().id(), model.sha256()));
        }
        networks.append(StudyText.network("first", "01".repeat(32)))
                .append(StudyText.network("second", "02".repeat(32)));
        String models = StudyText.model("one", "first") + StudyText.model("two", "second");
        Files.writeString(
                run.study(),
                new StudyText("CANARY study", "CANARY/manifest.csv", 2, unit).with(models, networks.toString()));
        List<Prediction> predictions = new ArrayList<>(predictions("one", 0.8));
        predictions.addAll(predictions("two", 0.7));
        PredictionTable table = new PredictionTable(CLASSES, predictions);
        table.write(run.predictions());
        MetricsFile.of(Evaluation.of(table, new EvaluationSettings(200, 23))).write(run.metrics());
        CohortRecord.FILE.write(run.cohort(), cohort());
        for (String model : List.of("one", "two")) {
            for (int fold = 0; fold < 2; fold++) {
                Path network = run.trialModel(model, fold);
                Files.createDirectories(network.getParent());
                TinyClassifier.graph(fold + 1f, CLASSES.size()).write(network);
            }
        }
        return FinishedRun.read(run);
    }

    private static List<Prediction> predictions(String model, double sure) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            boolean right = i % 7 != 0;
            boolean isNone = i < 40;
            double none = isNone == right ? sure - i * 1e-3 : 1 - sure + i * 1e-3;
            predictions.add(new Prediction(
                    model,
                    i % 2,
                    CANARY + "-photo-" + i + ".jpg",
                    CANARY + "-child-" + i,
                    isNone ? "none" : "noonan",
                    List.of(none, 1 - none)));
        }
        return predictions;
    }

    private static CohortRecord cohort() {
        Map<String, CohortRecord.Count> classes = new LinkedHashMap<>();
        classes.put("none", new CohortRecord.Count(40, 40));
        classes.put("noonan", new CohortRecord.Count(20, 20));
        Map<String, Map<String, CohortRecord.Count>> groups = new LinkedHashMap<>();
        groups.put("sex", Map.of("female", new CohortRecord.Count(29, 29), "male", new CohortRecord.Count(31, 31)));
        groups.put(
                "age_months",
                Map.of(
                        "0-2y", new CohortRecord.Count(3, 3),
                        "2-6y", new CohortRecord.Count(20, 20),
                        "6-12y", new CohortRecord.Count(30, 30),
                        "12-18y", new CohortRecord.Count(7, 7)));
        groups.put(
                "site",
                Map.of(
                        "A",
                        new CohortRecord.Count(40, 40),
                        "B",
                        new CohortRecord.Count(16, 16),
                        CANARY + " hospital",
                        new CohortRecord.Count(4, 4)));
        groups.put(CANARY + " note", Map.of(CANARY, new CohortRecord.Count(60, 60)));
        return new CohortRecord(
                SUBJECTS,
                SUBJECTS,
                classes,
                List.of(new CohortRecord.Refusal(CANARY + ".jpg", "no face")),
                Map.of(),
                List.of(CANARY),
                Map.of(),
                groups,
                Optional.of(true));
    }
}
