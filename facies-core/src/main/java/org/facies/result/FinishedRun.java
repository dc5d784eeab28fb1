package org.facies.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;

/**
 * A finished run, for further use of its models: {@code study.yaml}, {@code predictions.csv} and the trained
 * networks of its folds, all of the first repetition.
 *
 * <pre>{@code
 * FinishedRun run = FinishedRun.read(new RunDirectory(Path.of("runs/first")));
 * List<Path> networks = run.networks(run.best().name());
 * }</pre>
 */
public final class FinishedRun {
    private final RunDirectory run;
    private final StudyRecord record;
    private final PredictionTable predictions;

    private FinishedRun(RunDirectory run, StudyRecord record, PredictionTable predictions) {
        this.run = run;
        this.record = record;
        this.predictions = predictions;
    }

    /**
     * Reads the records.
     *
     * @throws BadInput if the folder is not that of a finished study
     */
    public static FinishedRun read(RunDirectory run) {
        if (!Files.exists(run.study()) || !Files.exists(run.predictions())) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "is not the run directory of a finished study",
                    "Give one, or finish it with \"facies study run\".");
        }
        return new FinishedRun(
                run,
                StudyRecord.FILE.read(run.study()),
                PredictionTable.read(run.predictions()).first());
    }

    /** Where its files are. */
    public RunDirectory directory() {
        return run;
    }

    /** The content of {@code study.yaml}. */
    public StudyRecord record() {
        return record;
    }

    public StudySettings settings() {
        return record.settings();
    }

    /** The classes in the order of probabilities. */
    public List<String> classes() {
        return predictions.classes();
    }

    /**
     * The model of that name.
     *
     * @throws BadInput if there is none
     */
    public StudySettings.Model model(String name) {
        return settings().models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--model",
                        name,
                        "is not a model of this run",
                        "Name one of "
                                + settings().models().stream()
                                        .map(StudySettings.Model::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /**
     * The model with the best value of the metric that the study declares, out of fold; the first of equals. The report
     * puts the same model into its headline.
     */
    public StudySettings.Model best() {
        List<String> models = settings().models().stream()
                .map(StudySettings.Model::name)
                .filter(predictions.models()::contains)
                .toList();
        Map<String, Double> values = declaredMetric(models);
        return model(HeadlineChoice.of(settings()).best(models, values::get).orElse(models.get(0)));
    }

    /** By model: as {@code metrics.json} states it, or computed from the predictions where the file cannot be read. */
    private Map<String, Double> declaredMetric(List<String> models) {
        HeadlineChoice choice = HeadlineChoice.of(settings());
        Metric metric = choice.metric().metric();
        Map<String, ModelResult> evaluated = MetricsFile.FILE.isSound(run.metrics())
                ? MetricsFile.read(run.metrics()).models()
                : Map.of();
        Map<String, Double> values = new LinkedHashMap<>();
        for (String model : models) {
            Optional<Estimate> stated = Optional.ofNullable(evaluated.get(model))
                    .map(result -> result.subject().get(metric));
            values.put(
                    model,
                    stated.filter(Estimate::isDefined)
                            .map(Estimate::value)
                            .orElseGet(() -> choice.value(predictions, model)));
        }
        return values;
    }

    /** Out-of-fold predictions of a model. */
    public PredictionTable outOfFold(String model) {
        return new PredictionTable(classes(), predictions.of(model));
    }

    /**
     * Distances of the subjects of each fold from the training faces of a model; empty where a fold has no
     * distances.
     *
     * @return by subject, mean over its photos
     */
    public Map<String, Double> distances(String model) {
        return distances(run, model, settings().folds().k())
                .map(table -> table.bySubject(model))
                .orElse(Map.of());
    }

    /**
     * Distances of the photos of each fold from the training faces of a model; the run need not be finished.
     *
     * @return empty where a fold has no distances
     */
    public static Optional<NoveltyTable> distances(RunDirectory run, String model, int folds) {
        List<Path> files = IntStream.range(0, folds)
                .mapToObj(fold -> run.trialNovelty(model, fold))
                .toList();
        return files.stream().allMatch(Files::isRegularFile)
                ? Optional.of(NoveltyTable.pooled(
                        files.stream().map(NoveltyTable::read).toList()))
                : Optional.empty();
    }

    /**
     * Out-of-fold predictions of several models together: for each photo the mean of their probabilities.
     *
     * @param models at least one; all were tested on the same photos
     * @param name of the ensemble
     */
    public PredictionTable together(List<String> models, String name) {
        List<List<Prediction>> rows = models.stream().map(predictions::of).toList();
        List<Prediction> mean = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int row = i;
            List<Prediction> said = rows.stream().map(own -> own.get(row)).toList();
            said.forEach(one -> requireSamePhoto(said.get(0), one));
            mean.add(Prediction.mean(said, name, said.get(0).fold()));
        }
        return new PredictionTable(classes(), mean);
    }

    private void requireSamePhoto(Prediction one, Prediction other) {
        if (!one.photo().equals(other.photo())) {
            throw new BadInput(
                    run.predictions().toString(),
                    "",
                    "has models that were not tested on the same photos",
                    "Delete it and run the study again, which writes it from the trials.");
        }
    }

    /**
     * The trained networks of a model, one a fold.
     *
     * @throws BadInput if one is missing
     */
    public List<Path> networks(String model) {
        return IntStream.range(0, settings().folds().k())
                .mapToObj(fold -> run.trialModel(model, fold))
                .map(FinishedRun::present)
                .toList();
    }

    /**
     * The network of a model that was trained on all subjects.
     *
     * @throws BadInput if there is none
     */
    public Path refit(String model) {
        Path network = RunDirectory.modelIn(run.refit(model));
        if (!Files.exists(network)) {
            throw new BadInput(
                    network.toString(),
                    "",
                    "is missing: the model has not been trained on all subjects yet",
                    "Train it with \"facies study refit\".");
        }
        return network;
    }

    private static Path present(Path network) {
        if (!Files.exists(network)) {
            throw new BadInput(
                    network.toString(),
                    "",
                    "is missing, and the trained model of every fold is needed",
                    "Delete the checkpoint and the predictions next to it, and train it again with \"facies study"
                            + " run\".");
        }
        return network;
    }
}
