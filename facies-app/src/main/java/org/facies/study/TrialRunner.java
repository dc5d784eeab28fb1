package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.image.Rgb;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.study.StudyRunner.StudyMachine;
import org.facies.train.ActivationRecipe;
import org.facies.train.ActivationStore;
import org.facies.train.CropSource;
import org.facies.train.FrozenTrunk;
import org.facies.train.Start;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;

/** Trains one model of a study on the folds, one at a time, and predicts the photos that it has not seen. */
final class TrialRunner {
    private final StudySettings.Model model;
    private final Backbone backbone;
    private final AlignedCohort aligned;
    private final FoldPlan folds;
    private final RunDirectory run;
    private final StudyMachine machine;
    private final TrainingSettings settings;
    private Optional<ActivationStore> activations = Optional.empty();

    TrialRunner(
            StudySettings.Model model,
            Backbone backbone,
            AlignedCohort aligned,
            FoldPlan folds,
            RunDirectory run,
            StudyMachine machine) {
        this.model = model;
        this.backbone = backbone;
        this.aligned = aligned;
        this.folds = folds;
        this.run = run;
        this.machine = machine;
        this.settings = model.training().settings(machine.device(), machine.threads());
    }

    /** The crop that the trainer wants for a backbone. */
    static CropGeometry geometry(Backbone backbone) {
        return StudyRunner.crop(backbone.input());
    }

    /** Does nothing if the fold's predictions are there. */
    void run(int fold, String number) {
        Path done = run.trialPredictions(model.name(), fold);
        if (Files.exists(done)) {
            return;
        }
        Path folder = run.trial(model.name(), fold);
        String title = number + " " + model.name() + " fold " + fold;
        Crops training = new Crops(folds.training(aligned.cohort(), fold));
        try (TrialProgress progress = new TrialProgress(title, machine.progress())) {
            TrainedModel trained = new Trainer(Clock.systemUTC()).train(task(training), folder, progress);
            predict(trained, fold).write(done);
        }
    }

    private TrainingTask task(Crops training) {
        return new TrainingTask(
                backbone.graph(),
                model.pretrained().start(),
                loss(),
                backbone.input(),
                settings,
                aligned.cohort().classes(),
                training,
                activations());
    }

    /** What the frozen part makes of every crop; made by the first trial that wants it, for all models and folds. */
    private Optional<ActivationStore> activations() {
        if (activations.isEmpty() && model.pretrained().start() == Start.PRETRAINED) {
            activations = settings.frozen().map(this::activations);
        }
        return activations;
    }

    private ActivationStore activations(FrozenTrunk frozen) {
        ActivationRecipe recipe = new ActivationRecipe(
                frozen,
                backbone.input(),
                settings.augmentation(),
                settings.seed(),
                machine.device(),
                machine.threads());
        Crops all = new Crops(aligned.cohort());
        try (StudyProgress.Bar bar = new LateBar(machine.progress(), "Frozen layers", all.size())) {
            return ActivationStore.open(recipe, backbone.graph(), all, run.cache(), done -> bar.at(done, ""));
        }
    }

    private MarginLoss loss() {
        return switch (model.loss()) {
            case COSFACE -> new CosFace(model.scale(), model.margin());
            case ARCFACE -> new ArcFace(model.scale(), model.margin());
            case SOFTMAX -> new Softmax();
        };
    }

    private PredictionTable predict(TrainedModel trained, int fold) {
        Crops test = new Crops(folds.test(aligned.cohort(), fold));
        float[][] probabilities = activations()
                .map(frozen -> trained.predict(test, frozen, machine.device()))
                .orElseGet(() -> trained.predict(test, machine.device()));
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            predictions.add(test.prediction(i, fold, probabilities[i]));
        }
        return new PredictionTable(aligned.cohort().classes(), predictions);
    }

    /** The crops of a part of the cohort. */
    private final class Crops implements CropSource {
        private final Map<String, Rgb> byPath = aligned.crops().get(geometry(backbone));
        private final List<Photo> photos = new ArrayList<>();
        private final List<Subject> subjects = new ArrayList<>();

        Crops(Cohort part) {
            for (Subject subject : part.subjects()) {
                for (Photo photo : subject.photos()) {
                    photos.add(photo);
                    subjects.add(subject);
                }
            }
        }

        @Override
        public int size() {
            return photos.size();
        }

        @Override
        public Rgb crop(int index) {
            return byPath.get(photos.get(index).path());
        }

        @Override
        public int label(int index) {
            return aligned.cohort().classIndex(subjects.get(index).diagnosis());
        }

        @Override
        public String key(int index) {
            return photos.get(index).sha256();
        }

        Prediction prediction(int index, int fold, float[] probabilities) {
            List<Double> values = new ArrayList<>();
            for (float probability : probabilities) {
                values.add((double) probability);
            }
            Subject subject = subjects.get(index);
            return new Prediction(
                    model.name(), fold, photos.get(index).path(), subject.id(), subject.diagnosis(), values);
        }
    }
}
