package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.cohort.ClassNames;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.NamedClass;
import org.facies.file.PathText;
import org.facies.file.Sha256;
import org.facies.fold.FoldPlan;
import org.facies.metric.Evaluation;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.result.AuditReport;
import org.facies.result.CohortRecord;
import org.facies.result.PhotoHashes;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.run.RunLog;
import org.facies.workspace.FaceNetworks;

/**
 * Runs a study: check the cohort, find the faces, divide them into folds, train every model on every fold, evaluate.
 * Finished steps are read from the run directory, so an interrupted run resumes.
 */
public final class StudyRunner {
    /** About a minute of training. */
    private static final double SHORT_PASSES = 20_000;

    private final StudySettings settings;
    private final Path file;
    private final RunDirectory run;
    private final TrainingWorkspace machine;
    private final RunLog log;

    /**
     * A runner of one study.
     *
     * @param file study file; paths in the settings are relative to it
     */
    public StudyRunner(StudySettings settings, Path file, RunDirectory run, TrainingWorkspace machine) {
        this.settings = settings;
        this.file = file.toAbsolutePath();
        this.run = run;
        this.machine = machine;
        this.log = new RunLog(run, machine.workspace().clock());
    }

    /**
     * The crop that studies store for a network: larger than the input of the network, to leave room for augmentation.
     */
    public static CropGeometry crop(InputSpec input) {
        return input.geometry().ofStudy();
    }

    /** Runs the remaining steps and returns the evaluation, which is also in {@code metrics.json}. */
    public Evaluation run() {
        AlignedCohort.policy(settings.faces());
        CheckedCohort checked = checked();
        requireNetworks();
        return RunLock.holding(run, () -> onRecordedThreads().work(checked));
    }

    /**
     * The trainings that {@link #run} would do, and their time. Finds the faces, but writes nothing into the run
     * directory.
     */
    public StudyPreview preview() {
        AlignedCohort.policy(settings.faces());
        CheckedCohort checked = checked();
        requireNetworks();
        List<PlannedModel> models = models();
        ClassNames.of(checked.cohort());
        AlignedCohort aligned = align(checked.cohort(), models);
        StudyPlan plan = plan(models, aligned.cohort(), new Rounds(settings).planned(aligned.cohort()));
        return StudyPreview.of(plan, aligned.cohort(), new PaceProbe(aligned, machine).paces(models));
    }

    /**
     * A run resumes with the number of threads that it began with, because the results can depend on it.
     */
    private StudyRunner onRecordedThreads() {
        int here = machine.threads();
        int begun = Files.exists(run.study())
                ? StudyRecord.FILE.read(run.study()).provenance().threads()
                : here;
        if (begun == here) {
            return this;
        }
        machine.progress()
                .say("This run began with --threads " + begun + " and resumes with " + begun + ", not " + here
                        + ", because the number can change the results.");
        return new StudyRunner(settings, file, run, machine.onThreads(begun));
    }

    private Evaluation work(CheckedCohort checked) {
        Cohort cohort = checked.cohort();
        RunUncertainty uncertainty = new RunUncertainty(settings, cohort, run);
        List<NamedClass> names = ClassNames.of(cohort);
        List<PlannedModel> models = models();
        List<StudySettings.Model> resolved =
                models.stream().map(PlannedModel::model).toList();
        RunLog.Start start = RunLog.Start.of(run.study());
        StudyRecord.FILE.agreeWith(
                run.study(), RunProvenance.record(settings.withModels(resolved), cohort, files(models), machine));
        log.start(start, setup());
        log.manifestWarnings(checked.warnings().findings().size());
        AlignedCohort aligned = log.during(RunLog.Stage.FACES, () -> align(cohort, models));
        log.faces(aligned.cohort().photos().size(), cohort.photos().size());
        CohortRecord.FILE.write(run.cohort(), aligned.faces().record(aligned.cohort(), checked.warnings()));
        PhotoHashes.of(aligned.cohort()).write(run.photos());
        List<Round> rounds = new Rounds(settings).of(run, aligned.cohort());
        audit(aligned.cohort(), rounds.get(0).folds());
        StudyPlan plan = plan(models, aligned.cohort(), rounds);
        log.during(RunLog.Stage.TRAINING, () -> train(plan, aligned));
        run.deleteCache();
        StudyEvaluation evaluation = new StudyEvaluation(settings, run, machine);
        return log.during(RunLog.Stage.EVALUATION, () -> evaluation.write(uncertainty, names));
    }

    private RunLog.Setup setup() {
        return new RunLog.Setup(
                machine.workspace().version(),
                Sha256.ofReadable(run.study()),
                settings.folds().seed(),
                machine.threads(),
                machine.device().kind());
    }

    private StudyPlan plan(List<PlannedModel> models, Cohort cohort, List<Round> rounds) {
        StudyPlan plan = StudyPlan.of(models, settings.choice(), cohort, rounds);
        if (plan.isTuned()) {
            rounds.forEach(round -> InnerSelection.requireSubjects(
                    cohort, round.folds(), settings.choice().innerFolds()));
        }
        return plan;
    }

    private CheckedCohort checked() {
        ManifestRules rules =
                machine.workspace().manifestRules().withFolds(settings.folds().k());
        CheckedCohort checked = CheckedCohort.read(
                file.resolveSibling(PathText.read("cohort", settings.cohort())), rules, machine.progress()::say);
        UnaffectedClass.note(
                        "study file, screening.unaffected",
                        settings.screening().unaffected(),
                        checked.cohort().classes())
                .ifPresent(machine.progress()::say);
        return checked;
    }

    /** Checks all licences before anything is written, so that a user who cannot be asked gets one list. */
    private void requireNetworks() {
        new Backbones(file.getParent(), machine.zoo()).requireWithFaces(settings.models());
    }

    private List<PlannedModel> models() {
        Backbones found = new Backbones(file.getParent(), machine.zoo());
        FrozenLayers frozen = new FrozenLayers();
        List<PlannedModel> models = settings.models().stream()
                .map(model -> PlannedModel.of(model, found.of(model), frozen, machine.threads()))
                .toList();
        models.forEach(
                model -> model.configurations().forEach(one -> TrainerSettings.of(one.training(), machine.device())));
        return models;
    }

    /** Every network from a file, by its name in the study. */
    private Map<String, InstalledModel> files(List<PlannedModel> models) {
        Map<String, InstalledModel> files = new LinkedHashMap<>();
        FaceNetworks.of(machine.zoo())
                .forEach(network -> files.put(network.card().id(), network));
        for (PlannedModel model : models) {
            if (model.backbone() instanceof Backbone.Installed installed) {
                files.put(installed.label(), installed.model());
            }
        }
        return files;
    }

    private AlignedCohort align(Cohort cohort, List<PlannedModel> models) {
        Set<CropGeometry> geometries = new LinkedHashSet<>();
        models.forEach(model -> geometries.add(ModelTrials.geometry(model.backbone())));
        try (FacePipeline pipeline = machine.workspace().faces(AlignedCohort.policy(settings.faces()))) {
            AlignedCohort aligned = AlignedCohort.of(cohort, geometries, pipeline, machine.progress());
            aligned.requireFolds(settings.folds().k());
            return aligned;
        }
    }

    /**
     * Audits the cohort, which does not depend on the models. An audit that is unreadable or of an earlier version is
     * repeated.
     */
    private void audit(Cohort cohort, FoldPlan folds) {
        if (!AuditReport.FILE.isSound(run.audit())) {
            StudyAudit audit = new StudyAudit(machine.workspace(), AlignedCohort.policy(settings.faces()));
            log.alarms(log.during(
                    RunLog.Stage.AUDIT,
                    () -> audit.write(cohort, folds, settings.folds().seed(), run.audit())));
        }
    }

    /** Trains all models; a study that takes more than a minute first reports the expected time. */
    private void train(StudyPlan plan, AlignedCohort aligned) {
        Map<String, Double> passes = plan.passes();
        boolean isShort = passes.values().stream().mapToDouble(x -> x).sum() < SHORT_PASSES;
        Map<String, Pace> paces = isShort || Files.exists(run.predictions())
                ? Map.of()
                : new PaceProbe(aligned, machine).paces(plan.models());
        machine.progress().say(StudyPreview.of(plan, aligned.cohort(), paces).sentence());
        Map<String, Double> secondsPerPass = new HashMap<>();
        paces.forEach((model, pace) -> secondsPerPass.put(model, pace.wallSeconds()));
        new StudyTraining(
                        plan,
                        aligned,
                        run,
                        machine,
                        new StudyClock(machine.workspace().clock(), passes, secondsPerPass))
                .run();
    }
}
