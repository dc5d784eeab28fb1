package org.facies.quantise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.rng.sampling.ListSampler;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.embed.Calibration;
import org.facies.embed.Views;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.InputSpec;
import org.facies.model.MeasuredCost.Speed;
import org.facies.onnx.Quantiser;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierNetwork;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;
import org.facies.statistic.RandomStreams;

/**
 * Measures the cost of int8 for a trained model of a study: the network of every fold is quantised with its training
 * photos and predicts its test photos.
 */
public final class RunQuantisation {

    private static final int BATCH = 32;
    private static final List<Integer> TIMED_BATCHES = List.of(1, 8);

    private final Order order;
    private final FacePipeline faces;
    private final Pace pace;
    private final Progress progress;
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Prediction> roundedPredictions = new ArrayList<>();
    private List<Speed> speed = List.of();

    /**
     * A quantisation to run.
     *
     * @param run finished
     * @param model of the study
     * @param input input of its backbone
     * @param calibrationPhotos largest number of photos for the calibration of ranges in each fold
     * @param seed of the choice of photos and of the resampling
     */
    public record Order(
            RunDirectory run, String model, InputSpec input, int calibrationPhotos, long seed, int threads) {}

    /**
     * The result.
     *
     * @param predictions of the float32 networks, then of their int8 copies
     */
    public record Outcome(PredictionTable predictions, Comparison comparison, List<Speed> speed) {}

    /** @param faces refuses no photo that shows a face */
    public RunQuantisation(Order order, FacePipeline faces, Pace pace, Progress progress) {
        this.order = order;
        this.faces = faces;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Quantises and predicts.
     *
     * @param cohort of the study
     * @throws BadInput if the run is not finished, or is of another cohort
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome measure(Cohort cohort) throws InterruptedException {
        PredictionTable table = finished();
        List<Prediction> known = table.of(order.model());
        Map<String, Photo> photos =
                cohort.photos().stream().collect(Collectors.toMap(Photo::path, Function.identity()));
        for (Prediction prediction : known) {
            if (!photos.containsKey(prediction.photo())) {
                throw new BadInput("manifest", prediction.photo(), "is missing", "Give the cohort of the run.");
            }
        }
        List<Integer> folds =
                known.stream().map(Prediction::fold).distinct().sorted().toList();
        try (Progress.Bar bar = progress.start("Quantising", folds.size())) {
            for (int fold : folds) {
                fold(fold, known, photos, table.classes());
                bar.at(fold + 1L, "");
            }
        }
        List<Prediction> both = new ArrayList<>(predictions);
        both.addAll(roundedPredictions);
        PredictionTable pair = new PredictionTable(table.classes(), both);
        return new Outcome(pair, Comparison.of(pair, EvaluationSettings.standard(order.seed())), speed);
    }

    private PredictionTable finished() {
        Path file = order.run().predictions();
        if (!Files.exists(file)) {
            throw new BadInput(
                    order.run().root().toString(),
                    "",
                    "is not a finished run",
                    "Finish it with \"facies study" + " run\".");
        }
        PredictionTable table = PredictionTable.read(file);
        if (!table.models().contains(order.model())) {
            throw new BadInput(
                    "model",
                    order.model(),
                    "is not in the run",
                    "Name one of " + String.join(", ", table.models()) + ".");
        }
        return table;
    }

    private void fold(int fold, List<Prediction> known, Map<String, Photo> photos, List<String> classes)
            throws InterruptedException {
        ClassifierNetwork network = network(order.run().trialModel(order.model(), fold));
        ClassifierNetwork copy = quantised(network, drawn(fold, known, photos));
        ClassifierSpec spec = new ClassifierSpec(order.input(), classes);
        List<Prediction> held =
                known.stream().filter(prediction -> prediction.fold() == fold).toList();
        try (Classifier exact = Classifier.open(network, spec, order.threads());
                Classifier rounded = Classifier.open(copy, spec, order.threads())) {
            for (int from = 0; from < held.size(); from += BATCH) {
                predict(held.subList(from, Math.min(from + BATCH, held.size())), photos, exact, rounded);
            }
            if (speed.isEmpty()) {
                time(held, photos, exact, rounded);
            }
        }
    }

    /** Photos that the fold's network was trained on. */
    private List<Photo> drawn(int fold, List<Prediction> known, Map<String, Photo> photos) {
        List<Photo> training = new ArrayList<>(known.stream()
                .filter(prediction -> prediction.fold() != fold)
                .map(prediction -> photos.get(prediction.photo()))
                .toList());
        ListSampler.shuffle(RandomStreams.of(order.seed() + fold), training);
        return training.subList(0, Math.min(order.calibrationPhotos(), training.size()));
    }

    private static ClassifierNetwork network(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput(file.toString(), "", "is missing", "Train the fold again with \"facies study run\".");
        }
        return ClassifierNetwork.read(file);
    }

    private ClassifierNetwork quantised(ClassifierNetwork network, List<Photo> photos) throws InterruptedException {
        Quantiser quantiser = new Quantiser(order.model(), network.graph());
        try (Calibration calibration = new Calibration(order.model(), order.input(), quantiser, order.threads())) {
            for (int from = 0; from < photos.size(); from += BATCH) {
                crops(photos.subList(from, Math.min(from + BATCH, photos.size())))
                        .forEach(calibration::add);
            }
            return network.quantised(order.model() + "-int8", calibration.quantised());
        }
    }

    private List<Rgb> crops(List<Photo> photos) throws InterruptedException {
        List<Rgb> crops = new ArrayList<>();
        for (FaceResult result : faces.align(photos, order.input().geometry(), Progress.Bar.SILENT)) {
            if (!(result instanceof FaceResult.Aligned face)) {
                throw new BadInput(
                        "photo",
                        result.photo().path(),
                        "shows no face now, but did when the study ran",
                        "Run the study again.");
            }
            crops.add(face.crop());
        }
        return crops;
    }

    private void predict(List<Prediction> held, Map<String, Photo> photos, Classifier exact, Classifier rounded)
            throws InterruptedException {
        List<Rgb> crops = crops(photosOf(held, photos));
        List<CropPrediction> first = exact.classify(crops);
        List<CropPrediction> second = rounded.classify(crops);
        for (int i = 0; i < held.size(); i++) {
            predictions.add(said(order.model(), held.get(i), first.get(i)));
            roundedPredictions.add(said(order.model() + "-int8", held.get(i), second.get(i)));
        }
    }

    private static List<Photo> photosOf(List<Prediction> predictions, Map<String, Photo> photos) {
        return predictions.stream()
                .map(prediction -> photos.get(prediction.photo()))
                .toList();
    }

    private static Prediction said(String model, Prediction known, CropPrediction answer) {
        return new Prediction(
                model, known.fold(), known.photo(), known.subject(), known.diagnosis(), answer.probabilities());
    }

    private void time(List<Prediction> held, Map<String, Photo> photos, Classifier exact, Classifier rounded)
            throws InterruptedException {
        List<Speed> measured = new ArrayList<>();
        for (int batch : TIMED_BATCHES) {
            if (batch <= held.size()) {
                measured.add(pace.measure(
                        crops(photosOf(held.subList(0, batch), photos)),
                        crops -> exact.classify(crops, Views.CROP),
                        crops -> rounded.classify(crops, Views.CROP)));
            }
        }
        speed = measured;
    }
}
