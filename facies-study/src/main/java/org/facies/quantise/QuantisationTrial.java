package org.facies.quantise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.embed.Calibration;
import org.facies.embed.Embedder;
import org.facies.embed.Embedding;
import org.facies.embed.Views;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.model.InstalledModel;
import org.facies.model.MeasuredCost;
import org.facies.model.ModelSource;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.Quantiser;
import org.facies.progress.Progress;

/**
 * Quantises a model with photos of some subjects and measures the cost on the others: the change in embeddings, in the
 * recognition of diagnoses and persons, and in speed.
 */
public final class QuantisationTrial {

    private static final int BATCH = 32;
    private static final List<Integer> TIMED_BATCHES = List.of(1, 8);

    private final Order order;
    private final FacePipeline faces;
    private final Pace pace;
    private final Progress progress;

    /**
     * A quantisation to run.
     *
     * @param model to quantise
     * @param id of the copy
     * @param calibrationPhotos largest number of photos for the calibration of ranges
     * @param seed of the split, the folds and the resampling
     * @param threads for everything
     */
    public record Order(InstalledModel model, String id, int calibrationPhotos, long seed, int threads) {}

    /** @param faces finds and aligns; a cache makes a second run faster */
    public QuantisationTrial(Order order, FacePipeline faces, Pace pace, Progress progress) {
        this.order = order;
        this.faces = faces;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Quantises and measures.
     *
     * @throws BadInput if the model cannot be quantised, or the cohort is too small to measure the cost
     * @throws InterruptedException if the calling thread is interrupted
     */
    public QuantisationOutcome measure(Cohort cohort) throws InterruptedException {
        InstalledModel model = order.model();
        if (model.card().source() instanceof ModelSource.Quantised copy) {
            throw new BadInput("model", model.card().id(), "is quantised already", "Quantise " + copy.model() + ".");
        }
        CalibrationSplit split = CalibrationSplit.of(cohort, order.calibrationPhotos(), order.seed());
        Quantised copy = quantised(split.calibration());
        try (Embedder exact = Embedder.open(model, order.threads());
                Embedder rounded = Embedder.open(order.id(), model.card().backbone(), copy.onnx(), order.threads())) {
            Seen seen = seen(split.measured(), exact, rounded);
            Cohort measured = usable(split.measured(), seen);
            Comparison comparison = comparison(measured, seen);
            MeasuredCost cost = new MeasuredCost(
                    cohort.fingerprint(),
                    measured.subjects().size(),
                    seen.photos.size(),
                    copy.photos(),
                    cosine(seen.photos),
                    comparison.accuracy(),
                    comparison.macroF1(),
                    speed(seen, exact, rounded));
            return new QuantisationOutcome(copy.onnx(), cost, comparison, Separation.of(seen.photos, order.seed()));
        }
    }

    private static Cohort usable(Cohort cohort, Seen seen) {
        Set<Photo> usable = new HashSet<>();
        seen.photos.forEach(photo -> usable.add(photo.photo()));
        Cohort measured = cohort.only(usable::contains);
        CalibrationSplit.requireEnough(measured.subjects().size());
        return measured;
    }

    private Comparison comparison(Cohort measured, Seen seen) {
        progress.say("Comparing.");
        PredictionTable predictions = new Diagnoses(measured, seen.photos, order.seed())
                .predicted(order.model().card().id(), order.id());
        return Comparison.of(predictions, EvaluationSettings.standard(order.seed()));
    }

    private List<MeasuredCost.Speed> speed(Seen seen, Embedder exact, Embedder rounded) {
        progress.say("Timing.");
        return TIMED_BATCHES.stream()
                .map(size -> pace.measure(
                        seen.crops.subList(0, size),
                        crops -> exact.embed(crops, Views.CROP),
                        crops -> rounded.embed(crops, Views.CROP)))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Quantised(byte[] onnx, int photos) {}

    private Quantised quantised(List<Photo> photos) throws InterruptedException {
        InstalledModel model = order.model();
        String id = model.card().id();
        int[] used = {0};
        try (Calibration calibration = new Calibration(
                        id, model.card().backbone().input(), new Quantiser(id, graph()), order.threads());
                Progress.Bar bar = progress.start("Calibrating", photos.size())) {
            faces.align(photos, geometry(), bar, result -> {
                if (result instanceof FaceResult.Aligned face) {
                    calibration.add(face.crop());
                    used[0]++;
                }
            });
            if (used[0] == 0) {
                throw new BadInput(
                        "cohort",
                        "",
                        "has no usable face among the photos for the calibration",
                        "Check that" + " the photos show faces and can be opened.");
            }
            return new Quantised(calibration.quantised().toBytes(), used[0]);
        }
    }

    private OnnxGraph graph() {
        return OnnxGraph.read(order.model().file());
    }

    private CropGeometry geometry() {
        return order.model().card().backbone().input().geometry();
    }

    private Seen seen(Cohort cohort, Embedder exact, Embedder rounded) throws InterruptedException {
        Seen seen = new Seen(cohort, exact, rounded);
        List<Photo> photos = cohort.photos();
        try (Progress.Bar bar = progress.start("Measuring", photos.size())) {
            faces.align(photos, geometry(), bar, result -> {
                if (result instanceof FaceResult.Aligned face) {
                    seen.add(face);
                }
            });
        }
        seen.embedWaiting();
        return seen;
    }

    private static MeasuredCost.Cosine cosine(List<EmbeddedPhoto> photos) {
        double[] sorted = photos.stream()
                .mapToDouble(photo -> photo.exact().cosine(photo.rounded()))
                .sorted()
                .toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new MeasuredCost.Cosine(mean, sorted[(sorted.length - 1) / 20], sorted[0]);
    }

    /** Embeds photos in batches, and keeps the few crops that the timing needs. */
    private static final class Seen {
        private final Map<Photo, Subject> subjects = new HashMap<>();
        private final Embedder exact;
        private final Embedder rounded;
        private final List<FaceResult.Aligned> waiting = new ArrayList<>();
        private final List<EmbeddedPhoto> photos = new ArrayList<>();
        private final List<Rgb> crops = new ArrayList<>();

        Seen(Cohort cohort, Embedder exact, Embedder rounded) {
            this.exact = exact;
            this.rounded = rounded;
            cohort.subjects().forEach(subject -> subject.photos().forEach(photo -> subjects.put(photo, subject)));
        }

        void add(FaceResult.Aligned face) {
            waiting.add(face);
            if (crops.size() < TIMED_BATCHES.get(TIMED_BATCHES.size() - 1)) {
                crops.add(face.crop());
            }
            if (waiting.size() == BATCH) {
                embedWaiting();
            }
        }

        void embedWaiting() {
            List<Rgb> pictures = waiting.stream().map(FaceResult.Aligned::crop).toList();
            List<Embedding> first = exact.embed(pictures, Views.CROP);
            List<Embedding> second = rounded.embed(pictures, Views.CROP);
            for (int i = 0; i < pictures.size(); i++) {
                Photo photo = waiting.get(i).photo();
                photos.add(new EmbeddedPhoto(subjects.get(photo), photo, first.get(i), second.get(i)));
            }
            waiting.clear();
        }
    }
}
