package org.facies.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.align.CropGeometry;
import org.facies.cohort.Cohort;
import org.facies.cohort.NamedClass;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.OutputPlace;
import org.facies.image.JpegWriter;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.metric.Evaluation;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.progress.Progress;
import org.facies.report.HtmlPages;
import org.facies.report.review.ReviewPage;
import org.facies.report.review.ReviewStatus;
import org.facies.report.review.ReviewedChild;
import org.facies.result.FinishedRun;
import org.facies.result.MetricsFile;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.study.AlignedCohort;
import org.facies.study.Backbones;
import org.facies.study.RecordedCohort;
import org.facies.study.StudyRunner;
import org.facies.workspace.Workspace;

/**
 * Writes the private page of a finished run: each child with its crops, its diagnosis and the out-of-fold answer of
 * every model.
 *
 * <pre>{@code
 * RunReview.Order order = new RunReview.Order(run, Optional.empty(), RunReview.place(run));
 * RunReview.Outcome outcome = new RunReview(order, workspace).write();
 * }</pre>
 */
public final class RunReview {
    private static final float QUALITY = 0.9f;

    private final Order order;
    private final Workspace workspace;

    /**
     * What to review.
     *
     * @param run finished
     * @param manifest of the run's cohort; empty to use the place that {@code study.yaml} names
     * @param file to write
     */
    public record Order(RunDirectory run, Optional<Path> manifest, Path file) {}

    /**
     * What was written.
     *
     * @param model that is shown first
     * @param wrong children with a wrong answer of this model
     */
    public record Outcome(int children, int photos, String model, int wrong) {}

    public RunReview(Order order, Workspace workspace) {
        this.order = order;
        this.workspace = workspace;
    }

    /** The default place of the page of a run. */
    public static Path place(RunDirectory run) {
        return run.root().resolve("review.html");
    }

    /**
     * Reads the crops, or recreates them, and writes the page.
     *
     * @throws BadInput if the folder is not that of a finished study on photos, or if the photos are missing
     */
    public Outcome write() {
        RunDirectory run = order.run();
        requirePhotos(run);
        requirePlace();
        FinishedRun finished = FinishedRun.read(run);
        PredictionTable predictions = PredictionTable.read(run.predictions());
        Evaluation.requireSamePhotos(predictions);
        RecordedCohort recorded = new RecordedCohort(finished, workspace);
        Cohort cohort = recorded.read(order.manifest());
        List<StudySettings.Model> models = finished.settings().models();
        Backbones backbones = new Backbones(run.root(), workspace.zoo());
        backbones.requireWithFaces(models);
        CropGeometry geometry =
                StudyRunner.crop(backbones.of(models.get(0), finished.record()).input());
        AlignedCohort aligned = recorded.aligned(cohort, geometry);
        return new Page(finished, predictions, aligned, geometry).write();
    }

    /** Refuses runs without photos: imported predictions, and validations on another cohort. */
    private static void requirePhotos(RunDirectory run) {
        if (Files.exists(run.evaluation()) && !Files.exists(run.study())) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "contains predictions of another tool, without photos",
                    "Name the run directory of a study.");
        }
        if (Files.exists(run.validation())) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "contains the validation of a run on another cohort, without answers of single folds",
                    "Name the run directory whose models were validated.");
        }
    }

    /**
     * Checked before the long work. A page with photos must not replace another file of the run, such as the report.
     */
    private void requirePlace() {
        Path file = order.file().toAbsolutePath().normalize();
        OutputPlace.obstacleToFile(file).ifPresent(what -> {
            throw new BadInput(order.file().toString(), "", what, "Name another file with --out.");
        });
        boolean isOfRun = file.startsWith(order.run().root().toAbsolutePath().normalize());
        if (isOfRun
                && Files.exists(file)
                && !file.equals(place(order.run()).toAbsolutePath().normalize())) {
            throw new BadInput(
                    order.file().toString(),
                    "",
                    "is a file of the run, which the page would replace",
                    "Omit --out, or name a file outside the run directory.");
        }
    }

    /** The page of one run. */
    private final class Page {
        private final FinishedRun finished;
        private final AlignedCohort aligned;
        private final CropGeometry geometry;
        private final List<ReviewedModel> models;
        private final int chosen;
        private final List<String> names;
        private final Map<String, Integer> foldOfPhoto = new LinkedHashMap<>();
        private final ReviewOrder places;

        Page(FinishedRun finished, PredictionTable predictions, AlignedCohort aligned, CropGeometry geometry) {
            this.finished = finished;
            this.aligned = aligned;
            this.geometry = geometry;
            this.models = predictions.models().stream()
                    .map(model -> new ReviewedModel(model, HeldOutSubjects.of(predictions, model)))
                    .toList();
            this.chosen = predictions.models().indexOf(finished.best().name());
            this.names = names(predictions.classes());
            for (Prediction prediction : predictions.of(models.get(0).name())) {
                foldOfPhoto.put(prediction.photo(), prediction.fold());
            }
            this.places = new ReviewOrder(models, chosen);
        }

        private List<String> names(List<String> labels) {
            Path metrics = order.run().metrics();
            Map<String, String> known = !Files.exists(metrics)
                    ? Map.of()
                    : MetricsFile.read(metrics).classes().stream()
                            .collect(Collectors.toMap(NamedClass::label, NamedClass::name));
            return labels.stream()
                    .map(label -> known.getOrDefault(label, label))
                    .toList();
        }

        Outcome write() {
            Map<String, Subject> subjects =
                    aligned.cohort().subjects().stream().collect(Collectors.toMap(Subject::id, Function.identity()));
            List<String> children = places.shown();
            int photos = aligned.cohort().photos().size();
            ReviewPage page = new ReviewPage(
                    finished.settings().name(),
                    models.stream().map(ReviewedModel::name).toList(),
                    chosen,
                    names,
                    children.size(),
                    photos,
                    remarks());
            try (Progress.Bar bar = workspace.progress().start("Writing children", children.size())) {
                new HtmlPages().review(page, sink -> writeAll(children, subjects, bar, sink), order.file());
            }
            ReviewedModel best = models.get(chosen);
            long wrong = children.stream()
                    .filter(child -> best.status(child) == ReviewStatus.WRONG)
                    .count();
            return new Outcome(children.size(), photos, best.name(), (int) wrong);
        }

        private List<String> remarks() {
            return finished.settings().folds().splitsSubjects()
                    ? List.of("The folds of this run divide photos, not children: a network may have been trained"
                            + " on other photos of the same child.")
                    : List.of();
        }

        private void writeAll(
                List<String> children, Map<String, Subject> subjects, Progress.Bar bar, Consumer<ReviewedChild> sink) {
            for (int i = 0; i < children.size(); i++) {
                sink.accept(shown(subjects.get(children.get(i))));
                bar.at(i + 1L);
            }
        }

        private ReviewedChild shown(Subject subject) {
            String id = subject.id();
            int diagnosis = models.get(0).diagnosis(id);
            return new ReviewedChild(
                    id,
                    names.get(diagnosis),
                    diagnosis,
                    folds(subject),
                    subject.photos().stream().map(this::crop).toList(),
                    IntStream.range(0, models.size())
                            .mapToObj(m -> answer(m, id))
                            .toList(),
                    places.together(id),
                    places.places(id),
                    places.place(id));
        }

        private String folds(Subject subject) {
            List<String> folds = subject.photos().stream()
                    .map(photo -> foldOfPhoto.get(photo.path()))
                    .distinct()
                    .sorted()
                    .map(String::valueOf)
                    .toList();
            return (folds.size() == 1 ? "fold " : "folds ") + String.join(", ", folds);
        }

        private ReviewedChild.Crop crop(Photo photo) {
            Rgb crop = aligned.crops().read(photo.sha256(), geometry);
            return new ReviewedChild.Crop(
                    Base64.getEncoder().encodeToString(JpegWriter.encode(crop, QUALITY)),
                    crop.widthPx(),
                    crop.heightPx(),
                    photo.path());
        }

        private ReviewedChild.Answer answer(int m, String id) {
            ReviewedModel model = models.get(m);
            double[] given = model.given(id);
            double[] calibrated = model.calibrated(id);
            List<ReviewedChild.Bar> bars = new ArrayList<>();
            for (int c = 0; c < given.length; c++) {
                bars.add(new ReviewedChild.Bar(
                        names.get(c), c == model.diagnosis(id), c == model.predicted(id), given[c], calibrated[c]));
            }
            return new ReviewedChild.Answer(
                    m,
                    model.name(),
                    model.status(id),
                    names.get(model.predicted(id)),
                    model.inSet(id).stream().map(names::get).toList(),
                    bars);
        }
    }
}
