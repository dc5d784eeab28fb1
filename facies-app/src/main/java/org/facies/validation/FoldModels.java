package org.facies.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.embed.Embedder;
import org.facies.embed.Embedding;
import org.facies.embed.Views;
import org.facies.file.FileRefusal;
import org.facies.image.Rgb;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.InputSpec;
import org.facies.model.ModelKind;
import org.facies.onnx.OnnxGraph;
import org.facies.study.StudyProgress;

/**
 * The networks that a model's folds were trained to, frozen. Each predicts by itself, and together they say the mean of
 * their probabilities.
 */
final class FoldModels {
    private static final int BATCH = 64;

    private final String name;
    private final List<Path> networks;
    private final InputSpec input;
    private final int threads;

    FoldModels(String name, List<Path> networks, InputSpec input, int threads) {
        this.name = name;
        this.networks = List.copyOf(networks);
        this.input = input;
        this.threads = threads;
    }

    /**
     * What each network says; those whose file is there are not asked again.
     *
     * @param cohort only with photos that there are crops of
     * @param crops by the photo's path
     * @param folder of the files, one a network
     */
    List<PredictionTable> predict(Cohort cohort, Map<String, Rgb> crops, Path folder, StudyProgress progress) {
        List<PredictionTable> tables = new ArrayList<>();
        int photos = cohort.photos().size();
        try (StudyProgress.Bar bar = progress.start("Predicting", (long) networks.size() * photos)) {
            for (int fold = 0; fold < networks.size(); fold++) {
                Path done = folder.resolve("fold-" + fold + ".csv");
                if (!Files.exists(done)) {
                    predict(fold, cohort, crops, bar).write(done);
                }
                bar.at((fold + 1L) * photos, "");
                tables.add(PredictionTable.read(done));
            }
        }
        return tables;
    }

    private PredictionTable predict(int fold, Cohort cohort, Map<String, Rgb> crops, StudyProgress.Bar bar) {
        OnnxGraph graph = read(networks.get(fold));
        ModelKind.Backbone network = new ModelKind.Backbone(
                input,
                cohort.classes().size(),
                graph.input().name(),
                graph.output().name());
        List<Prediction> predictions = new ArrayList<>();
        List<Photo> photos = cohort.photos();
        List<Embedding> probabilities = new ArrayList<>();
        try (Embedder embedder = Embedder.open(networks.get(fold).toString(), network, graph.toBytes(), threads)) {
            for (int from = 0; from < photos.size(); from += BATCH) {
                List<Photo> some = photos.subList(from, Math.min(from + BATCH, photos.size()));
                probabilities.addAll(embedder.embed(
                        some.stream().map(photo -> crops.get(photo.path())).toList(), Views.CROP_AND_MIRROR));
                bar.at((long) fold * photos.size() + from, "");
            }
        }
        int row = 0;
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                predictions.add(prediction(
                        fold, subject, photo, probabilities.get(row++).toArray()));
            }
        }
        return new PredictionTable(cohort.classes(), predictions);
    }

    private Prediction prediction(int fold, Subject subject, Photo photo, float[] probabilities) {
        List<Double> values = IntStream.range(0, probabilities.length)
                .mapToObj(c -> (double) probabilities[c])
                .toList();
        return new Prediction(name, fold, photo.path(), subject.id(), subject.diagnosis(), values);
    }

    private static OnnxGraph read(Path file) {
        try {
            return OnnxGraph.read(file);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    /** The mean of what the networks say, photo by photo. */
    static PredictionTable mean(List<PredictionTable> tables) {
        PredictionTable first = tables.get(0);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < first.predictions().size(); i++) {
            Prediction one = first.predictions().get(i);
            int row = i;
            List<Double> mean = IntStream.range(0, first.classes().size())
                    .mapToObj(c -> tables.stream()
                            .mapToDouble(table ->
                                    table.predictions().get(row).probabilities().get(c))
                            .average()
                            .orElseThrow())
                    .toList();
            predictions.add(new Prediction(one.model(), 0, one.photo(), one.subject(), one.diagnosis(), mean));
        }
        return new PredictionTable(first.classes(), predictions);
    }
}
