package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.onnx.OnnxGraph;
import org.facies.result.settings.StudySettings;
import org.facies.run.Repeat;
import org.facies.run.RunDirectory;
import org.facies.train.FrozenDiscriminant;
import org.facies.train.TrainingListener;

/**
 * One configuration of a model in a study. Makes a work unit of each split, runs it, and writes the result with the
 * names of photos and subjects, which the unit does not contain.
 */
final class ModelTrials {
    private final StudySettings.Model model;
    private final Repeat repeat;
    private final Backbone backbone;
    private final AlignedCohort aligned;
    private final FrozenActivations frozen;
    private final TrainingWorkspace machine;

    /** @param model resolved: every choice is made */
    ModelTrials(
            StudySettings.Model model,
            Backbone backbone,
            AlignedCohort aligned,
            FrozenActivations frozen,
            TrainingWorkspace machine) {
        this(model, Repeat.FIRST, backbone, aligned, frozen, machine);
    }

    private ModelTrials(
            StudySettings.Model model,
            Repeat repeat,
            Backbone backbone,
            AlignedCohort aligned,
            FrozenActivations frozen,
            TrainingWorkspace machine) {
        this.model = model;
        this.repeat = repeat;
        this.backbone = backbone;
        this.aligned = aligned;
        this.frozen = frozen;
        this.machine = machine;
    }

    /** The same configuration in a repetition, trained with its seed. */
    ModelTrials in(Repeat other) {
        return new ModelTrials(
                model.with(model.training().withSeedPlus(other.seed())), other, backbone, aligned, frozen, machine);
    }

    /** The network that a trial starts from. */
    private OnnxGraph network() {
        return model.isFrozen() ? FrozenDiscriminant.withUnitEmbedding(backbone.graph()) : backbone.graph();
    }

    /** The crop that the trainer needs for a backbone. */
    static CropGeometry geometry(Backbone backbone) {
        return StudyRunner.crop(backbone.input());
    }

    /** Activations of frozen layers that serve all trials of a cohort. */
    static FrozenActivations activations(AlignedCohort aligned, RunDirectory run, TrainingWorkspace machine) {
        List<TrialUnit.Sample> all = samples(aligned.cohort(), aligned.cohort(), new HashMap<>());
        return new FrozenActivations(run.cache(), all, aligned.crops(), machine);
    }

    /**
     * Does nothing if the predictions exist.
     *
     * @param folder of the training, its model and its predictions
     * @param output what is written next to the model
     * @param listener receives the progress of the training
     */
    void run(Split split, Path folder, TrialUnit.Output output, TrainingListener listener) {
        Path done = RunDirectory.predictionsIn(folder);
        if (Files.exists(done)) {
            return;
        }
        OnnxGraph network = network();
        TrialUnit unit = unit(network, split, output);
        TrialResult result = new TrialRunner(aligned.crops(), frozen, machine).run(unit, network, folder, listener);
        if (output == TrialUnit.Output.NOVELTY_TOO) {
            writeLearnt(new Rows(result.learnt(), split.training(), split.fold()), folder);
        }
        Rows ofHeld = new Rows(result.rows(), split.test(), split.fold());
        ofHeld.novelty().ifPresent(table -> table.write(RunDirectory.noveltyIn(folder)));
        ofHeld.predictions().write(done);
    }

    /**
     * Trains on the whole cohort, without a test set. Does nothing if {@code learnt.csv} exists, which is written last.
     *
     * @param listener receives the progress of the training
     */
    void refit(Path folder, TrainingListener listener) {
        if (Files.exists(RunDirectory.learntIn(folder))) {
            return;
        }
        Cohort everyone = aligned.cohort();
        OnnxGraph network = network();
        Split all = new Split(0, everyone, everyone.only(photo -> false));
        TrialUnit unit = unit(network, all, TrialUnit.Output.NOVELTY_TOO);
        TrialResult result = new TrialRunner(aligned.crops(), frozen, machine).run(unit, network, folder, listener);
        writeLearnt(new Rows(result.learnt(), everyone, 0), folder);
    }

    private static void writeLearnt(Rows ofLearnt, Path folder) {
        ofLearnt.novelty().ifPresent(table -> table.write(RunDirectory.learntNoveltyIn(folder)));
        ofLearnt.predictions().write(RunDirectory.learntIn(folder));
    }

    /** The work unit of a split. */
    TrialUnit unit(OnnxGraph network, Split split, TrialUnit.Output output) {
        Map<String, Integer> subjects = new HashMap<>();
        return new TrialUnit(
                TrialUnit.Network.of(
                        Sha256.of(network.toBytes()), TrainerSettings.start(model.pretrained()), backbone.input()),
                new TrialUnit.Crops(aligned.crops().networks(), CropGeometry.MARGIN_PX),
                new TrialUnit.Loss(model.loss(), model.scale(), model.margin()),
                model.training(),
                model.priorExponent(),
                machine.device().kind(),
                aligned.cohort().classes().size(),
                samples(aligned.cohort(), split.training(), subjects),
                samples(aligned.cohort(), split.test(), subjects),
                output);
    }

    /** @param subjects number of each subject so far; new subjects are added */
    private static List<TrialUnit.Sample> samples(Cohort cohort, Cohort part, Map<String, Integer> subjects) {
        List<TrialUnit.Sample> samples = new ArrayList<>();
        for (Subject subject : part.subjects()) {
            int number = subjects.computeIfAbsent(subject.id(), first -> subjects.size());
            int label = cohort.classIndex(subject.diagnosis());
            subject.photos().forEach(photo -> samples.add(new TrialUnit.Sample(photo.sha256(), label, number)));
        }
        return samples;
    }

    /** The result of a work unit for a part of the cohort, with the names that the unit does not contain. */
    private final class Rows {
        private final List<TrialResult.Row> rows;
        private final Cohort part;
        private final int fold;

        Rows(List<TrialResult.Row> rows, Cohort part, int fold) {
            this.rows = rows;
            this.part = part;
            this.fold = fold;
        }

        PredictionTable predictions() {
            return new PredictionTable(
                    aligned.cohort().classes(),
                    each((subject, photo, row) -> new Prediction(
                            model.name(),
                            repeat.division(),
                            repeat.seed(),
                            fold,
                            photo.path(),
                            subject.id(),
                            subject.diagnosis(),
                            row.probabilities(),
                            row.logProbabilities())));
        }

        /** Empty if there are no distances. */
        Optional<NoveltyTable> novelty() {
            return rows.stream().allMatch(row -> row.distance().isPresent())
                    ? Optional.of(new NoveltyTable(each((subject, photo, row) -> new NoveltyTable.Row(
                            model.name(),
                            fold,
                            photo.path(),
                            subject.id(),
                            row.distance().orElseThrow()))))
                    : Optional.empty();
        }

        private <T> List<T> each(Naming<T> naming) {
            List<T> named = new ArrayList<>();
            for (Subject subject : part.subjects()) {
                for (Photo photo : subject.photos()) {
                    named.add(naming.of(subject, photo, rows.get(named.size())));
                }
            }
            return named;
        }
    }

    private interface Naming<T> {
        T of(Subject subject, Photo photo, TrialResult.Row row);
    }
}
