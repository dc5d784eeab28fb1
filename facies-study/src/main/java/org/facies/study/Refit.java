package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.input.BadInput;
import org.facies.result.FinishedRun;
import org.facies.result.SelectionTable;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.run.RunLog;

/**
 * Trains one network of a finished run on all children, with the settings of the study. For a tuned model, these are
 * the candidate that most folds chose; the first one in a tie. There are no test children left, so the performance is
 * known only from the folds.
 */
public final class Refit {
    private final Order order;
    private final TrainingWorkspace machine;

    /**
     * The model to train.
     *
     * @param run finished
     * @param model of the run; empty for its best by the metric that the study declares
     * @param manifest of the run's cohort; empty to use the path in {@code study.yaml}
     */
    public record Order(RunDirectory run, Optional<String> model, Optional<Path> manifest) {}

    /**
     * The result of the training.
     *
     * @param folder with {@code model.onnx}, {@code distance.onnx}, {@code history.csv}, {@code learnt.csv} and {@code
     *     learnt-novelty.csv}
     * @param candidate present if the study tuned the model
     */
    public record Outcome(String model, Path folder, Optional<SelectionTable.MostChosen> candidate) {}

    /** @param machine to train on; the number of threads is the run's */
    public Refit(Order order, TrainingWorkspace machine) {
        this.order = order;
        this.machine = machine;
    }

    /**
     * Trains, or resumes. Does nothing if the network exists.
     *
     * @throws BadInput if the run is not finished, or if the cohort, the network that training begins with or the kind
     *     of device are not those of the run
     */
    public Outcome run() {
        FinishedRun finished = FinishedRun.read(order.run());
        StudySettings.Model model = order.model().map(finished::model).orElseGet(finished::best);
        return RunLock.holding(order.run(), () -> new Work(finished, model, onRecordedThreads(finished)).outcome());
    }

    private TrainingWorkspace onRecordedThreads(FinishedRun finished) {
        int recorded = finished.record().provenance().threads();
        if (recorded != machine.threads()) {
            machine.progress()
                    .say("This run used --threads " + recorded + ". The network is trained with " + recorded
                            + " too, not " + machine.threads() + ", because the number can change the results.");
        }
        return machine.onThreads(recorded);
    }

    /** The training of one model. */
    private final class Work {
        private final FinishedRun finished;
        private final StudySettings.Model model;
        private final RunDirectory run;
        private final TrainingWorkspace machine;
        private final Optional<SelectionTable.MostChosen> candidate;

        Work(FinishedRun finished, StudySettings.Model model, TrainingWorkspace machine) {
            this.finished = finished;
            this.model = model;
            this.run = finished.directory();
            this.machine = machine;
            this.candidate = model.candidates().isEmpty()
                    ? Optional.empty()
                    : SelectionTable.read(run.choices()).mostChosen(model.name());
        }

        Outcome outcome() {
            Path folder = run.refit(model.name());
            if (!Files.exists(RunDirectory.learntIn(folder))) {
                train(folder);
            }
            return new Outcome(model.name(), folder, candidate);
        }

        private void train(Path folder) {
            requireDevice();
            RecordedCohort recorded = new RecordedCohort(finished, machine.workspace());
            Cohort cohort = recorded.read(order.manifest());
            Backbones backbones = new Backbones(run.root(), machine.zoo());
            backbones.requireWithFaces(List.of(model));
            Backbone backbone = backbones.of(model, finished.record());
            requireNetwork(backbone);
            AlignedCohort aligned = recorded.aligned(cohort, ModelTrials.geometry(backbone));
            RunLog log = new RunLog(run, machine.workspace().clock());
            log.during(RunLog.Stage.REFIT, () -> train(recipe(backbone), backbone, aligned, folder));
            run.deleteCache();
        }

        private StudySettings.Model recipe(Backbone backbone) {
            int chosen = candidate.map(most -> most.candidate() - 1).orElse(0);
            return PlannedModel.of(model, backbone, new FrozenLayers(), machine.threads())
                    .configurations()
                    .get(chosen);
        }

        private void train(StudySettings.Model recipe, Backbone backbone, AlignedCohort aligned, Path folder) {
            ModelTrials trials =
                    new ModelTrials(recipe, backbone, aligned, ModelTrials.activations(aligned, run, machine), machine);
            String name = model.name();
            int epochs = recipe.training().epochs();
            double passes = (double) aligned.cohort().photos().size() * epochs;
            StudyClock clock = new StudyClock(machine.workspace().clock(), Map.of(name, passes), Map.of());
            String title = name + " on all children";
            try (TrialProgress progress =
                    new TrialProgress(title, machine.progress(), clock, clock.begin(name, passes))) {
                trials.refit(folder, progress);
            }
        }

        /** Refuses another kind of device, because a resumed training would mix both. */
        private void requireDevice() {
            String recorded = finished.record().provenance().device();
            String here = machine.device().kind();
            if (!here.equals(recorded)) {
                throw new BadInput(
                        "--device",
                        here,
                        "differs from the device of this run, " + recorded,
                        "Use --device " + recorded + ", on a machine that has it.");
            }
        }

        private void requireNetwork(Backbone backbone) {
            if (!(backbone instanceof Backbone.Installed installed)) {
                return;
            }
            StudyRecord.Network recorded =
                    finished.record().provenance().models().get(installed.label());
            if (recorded != null && !recorded.sha256().equals(installed.model().sha256())) {
                throw new BadInput(
                        "backbone",
                        installed.label(),
                        "differs from the network that this run started from",
                        "Install the one with SHA-256 " + recorded.sha256() + " again.");
            }
        }
    }
}
