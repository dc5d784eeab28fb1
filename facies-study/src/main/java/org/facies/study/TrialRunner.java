package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
import org.facies.novelty.NearestNeighbours;
import org.facies.novelty.NoveltyTable;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.train.ActivationStore;
import org.facies.train.CropProbabilities;
import org.facies.train.CropSource;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;

/** Trains one model of a study, one division of the cohort at a time, and predicts the photos that it has not seen. */
final class TrialRunner {
    /** So much work, and the present epoch, is lost at most when a study is killed. */
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    private final StudySettings.Model model;
    private final Backbone backbone;
    private final AlignedCohort aligned;
    private final FrozenActivations frozen;
    private final TrainingWorkspace machine;
    private final TrainingSettings settings;

    /**
     * What is learnt from and what is predicted.
     *
     * @param fold number of the predictions
     */
    record Division(int fold, Cohort training, Cohort test) {

        /** A fold of a plan of this cohort. */
        static Division of(FoldPlan plan, Cohort cohort, int fold) {
            return new Division(fold, plan.training(cohort, fold), plan.test(cohort, fold));
        }
    }

    /** What a trial writes beside its model. */
    enum Output {
        PREDICTIONS,
        /** Also how far each held-out photo is from all training photos. */
        NOVELTY_TOO
    }

    TrialRunner(
            StudySettings.Model model,
            Backbone backbone,
            AlignedCohort aligned,
            FrozenActivations frozen,
            TrainingWorkspace machine) {
        this.model = model;
        this.backbone = backbone;
        this.aligned = aligned;
        this.frozen = frozen;
        this.machine = machine;
        this.settings = TrainerSettings.of(model.training(), machine.device(), machine.threads());
    }

    /** The crop that the trainer wants for a backbone. */
    static CropGeometry geometry(Backbone backbone) {
        return StudyRunner.crop(backbone.input());
    }

    /**
     * Does nothing if the predictions are there.
     *
     * @param folder of the training, its model and its predictions
     * @param output what is written beside the model
     * @param listener is told how the training goes
     */
    void run(Division division, Path folder, Output output, TrainingListener listener) {
        Path done = RunDirectory.predictionsIn(folder);
        if (Files.exists(done)) {
            return;
        }
        Crops training = new Crops(division.training());
        TrainedModel trained =
                new Trainer(machine.workspace().clock(), BETWEEN_CHECKPOINTS).train(task(training), folder, listener);
        if (output == Output.NOVELTY_TOO) {
            novelty(trained, training, division).write(RunDirectory.noveltyIn(folder));
        }
        predict(trained, division).write(done);
    }

    private TrainingTask task(Crops training) {
        return new TrainingTask(
                backbone.graph(),
                TrainerSettings.start(model.pretrained()),
                loss(),
                backbone.input(),
                settings,
                aligned.cohort().classes(),
                training,
                activations());
    }

    private Optional<ActivationStore> activations() {
        return frozen.of(model, backbone, settings, new Crops(aligned.cohort()));
    }

    private MarginLoss loss() {
        return switch (model.loss()) {
            case COSFACE -> new CosFace(model.scale(), model.margin());
            case ARCFACE -> new ArcFace(model.scale(), model.margin());
            case SOFTMAX -> new Softmax();
        };
    }

    private PredictionTable predict(TrainedModel trained, Division division) {
        Crops test = new Crops(division.test());
        CropProbabilities said = activations()
                .map(stored -> trained.predict(test, stored, machine.device()))
                .orElseGet(() -> trained.predict(test, machine.device()));
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            predictions.add(test.prediction(i, division.fold(), said));
        }
        return new PredictionTable(aligned.cohort().classes(), predictions);
    }

    private NoveltyTable novelty(TrainedModel trained, Crops training, Division division) {
        Crops test = new Crops(division.test());
        NearestNeighbours known = new NearestNeighbours(embeddings(trained, training), training.subjectIds());
        float[][] embeddings = embeddings(trained, test);
        List<NoveltyTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            rows.add(test.novelty(i, division.fold(), known.relativeDistance(embeddings[i], test.subjectId(i))));
        }
        return new NoveltyTable(rows);
    }

    private float[][] embeddings(TrainedModel trained, Crops crops) {
        return activations()
                .map(stored -> trained.embed(crops, stored, machine.device()))
                .orElseGet(() -> trained.embed(crops, machine.device()));
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

        String subjectId(int index) {
            return subjects.get(index).id();
        }

        List<String> subjectIds() {
            return subjects.stream().map(Subject::id).toList();
        }

        NoveltyTable.Row novelty(int index, int fold, double distance) {
            return new NoveltyTable.Row(model.name(), fold, photos.get(index).path(), subjectId(index), distance);
        }

        Prediction prediction(int index, int fold, CropProbabilities said) {
            List<Double> values = new ArrayList<>();
            for (float probability : said.probabilities()[index]) {
                values.add((double) probability);
            }
            Subject subject = subjects.get(index);
            return new Prediction(
                    model.name(),
                    fold,
                    photos.get(index).path(),
                    subject.id(),
                    subject.diagnosis(),
                    values,
                    DoubleStream.of(said.logProbabilities()[index]).boxed().toList());
        }
    }
}
