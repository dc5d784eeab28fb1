package org.facies.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.align.CropStore;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.predict.DistanceNetwork;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;

/**
 * The trained networks of a model's folds. They predict one after the other, so that only one is in memory and an
 * interrupted validation keeps finished predictions.
 */
final class FoldModels {
    private static final int BATCH = 64;

    private final String name;
    private final List<Path> networks;
    private final ClassifierSpec spec;
    private final int threads;

    FoldModels(String name, List<Path> networks, ClassifierSpec spec, int threads) {
        this.name = name;
        this.networks = List.copyOf(networks);
        this.spec = spec;
        this.threads = threads;
    }

    /**
     * The predictions of the networks for a cohort.
     *
     * @param members predictions of each network
     * @param distances of the subjects, the mean over networks and photos; empty if a network has no {@code
     *     distance.onnx}
     */
    record Answers(List<PredictionTable> members, Map<String, Double> distances) {}

    /**
     * The predictions of each network; existing files are reused.
     *
     * @param cohort photos with crops only
     * @param crops of its photos
     * @param folder of the files, two for each network; predictions are written last
     */
    Answers predict(Cohort cohort, CropStore crops, Path folder, Progress progress) {
        List<PredictionTable> tables = new ArrayList<>();
        List<NoveltyTable> distances = new ArrayList<>();
        int photos = cohort.photos().size();
        try (Progress.Bar bar = progress.start("Predicting", (long) networks.size() * photos)) {
            for (int fold = 0; fold < networks.size(); fold++) {
                Path done = folder.resolve("fold-" + fold + ".csv");
                Path far = folder.resolve("fold-" + fold + "-novelty.csv");
                if (!Files.exists(done)) {
                    List<CropPrediction> answers = answers(fold, cohort.photos(), crops, bar);
                    distances(fold, cohort, answers).ifPresent(table -> table.write(far));
                    predictions(fold, cohort, answers).write(done);
                }
                bar.at((fold + 1L) * photos, "");
                tables.add(PredictionTable.read(done));
                if (Files.exists(far)) {
                    distances.add(NoveltyTable.read(far));
                }
            }
        }
        return new Answers(
                tables,
                distances.size() == networks.size()
                        ? NoveltyTable.pooled(distances).bySubject(name)
                        : Map.of());
    }

    private List<CropPrediction> answers(int fold, List<Photo> photos, CropStore crops, Progress.Bar bar) {
        CropGeometry geometry = spec.input().geometry();
        List<CropPrediction> answers = new ArrayList<>();
        try (Classifier classifier = Classifier.open(networks.get(fold), spec, threads)) {
            for (int from = 0; from < photos.size(); from += BATCH) {
                List<Photo> some = photos.subList(from, Math.min(from + BATCH, photos.size()));
                answers.addAll(classifier.classify(some.stream()
                        .map(photo -> crops.read(photo.sha256(), geometry))
                        .toList()));
                bar.at((long) fold * photos.size() + from, "");
            }
        }
        return answers;
    }

    private PredictionTable predictions(int fold, Cohort cohort, List<CropPrediction> answers) {
        List<Prediction> predictions = new ArrayList<>();
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                predictions.add(prediction(fold, subject, photo, answers.get(predictions.size())));
            }
        }
        return new PredictionTable(spec.classes(), predictions);
    }

    /** Empty if the network has no distances. */
    private Optional<NoveltyTable> distances(int fold, Cohort cohort, List<CropPrediction> answers) {
        Path graph = RunDirectory.distanceIn(networks.get(fold).getParent());
        if (!Files.exists(graph)) {
            return Optional.empty();
        }
        List<NoveltyTable.Row> rows = new ArrayList<>();
        try (DistanceNetwork network = DistanceNetwork.open(graph)) {
            List<Double> distances = network.of(answers.stream()
                    .map(answer -> answer.embedding().orElseThrow())
                    .toList());
            for (Subject subject : cohort.subjects()) {
                for (Photo photo : subject.photos()) {
                    rows.add(new NoveltyTable.Row(name, fold, photo.path(), subject.id(), distances.get(rows.size())));
                }
            }
        }
        return Optional.of(new NoveltyTable(rows));
    }

    private Prediction prediction(int fold, Subject subject, Photo photo, CropPrediction answer) {
        return new Prediction(
                name,
                fold,
                photo.path(),
                subject.id(),
                subject.diagnosis(),
                answer.probabilities(),
                answer.logProbabilities());
    }

    /** The mean of the predictions of the networks, photo by photo. */
    static PredictionTable mean(List<PredictionTable> tables) {
        PredictionTable first = tables.get(0);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < first.predictions().size(); i++) {
            int row = i;
            List<Prediction> said =
                    tables.stream().map(table -> table.predictions().get(row)).toList();
            predictions.add(Prediction.mean(said, said.get(0).model(), 0));
        }
        return new PredictionTable(first.classes(), predictions);
    }
}
