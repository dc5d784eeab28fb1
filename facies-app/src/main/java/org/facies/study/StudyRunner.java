package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FaceSettings;
import org.facies.autograd.ComputeDevice;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortCheck;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.file.JsonFile;
import org.facies.fold.FoldPlan;
import org.facies.image.ImageLimits;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;

/**
 * Runs a study: check the cohort, find the faces, divide them into folds, train every model on every fold, evaluate.
 * Whatever a run directory already holds is not done again, so a run that was stopped goes on where it was.
 */
public final class StudyRunner {
    /** Room around the crop, so that a shifted or turned one shows real pixels. */
    private static final int MARGIN_PX = 24;

    private final StudySettings settings;
    private final Path file;
    private final RunDirectory run;
    private final StudyMachine machine;

    /**
     * What a study works with.
     *
     * @param zoo where models come from
     * @param cropCache folder that aligned crops are kept in, for all studies
     * @param device that networks are trained on
     * @param threads for everything; results may differ between thread counts
     * @param version of this software, for the record
     * @param progress is told what happens
     */
    public record StudyMachine(
            ModelZoo zoo, Path cropCache, ComputeDevice device, int threads, String version, StudyProgress progress) {}

    /**
     * A runner of one study.
     *
     * @param file that the settings were read from; paths in them are relative to it
     */
    public StudyRunner(StudySettings settings, Path file, RunDirectory run, StudyMachine machine) {
        this.settings = settings;
        this.file = file.toAbsolutePath();
        this.run = run;
        this.machine = machine;
    }

    /** The crop of a face that studies keep for a network: wider than the network's own by what augmentation moves it. */
    public static CropGeometry crop(InputSpec input) {
        return input.geometry().padded(MARGIN_PX);
    }

    /** Runs what is left to do and returns the evaluation that is then in {@code metrics.json}. */
    public Evaluation run() {
        AlignedCohort.policy(settings.faces());
        CohortCheck check = ManifestReader.read(file.resolveSibling(settings.cohort()), rules());
        Cohort cohort = check.orThrow();
        return RunLock.holding(run, () -> work(cohort));
    }

    private Evaluation work(Cohort cohort) {
        Map<String, Backbone> backbones = backbones();
        List<StudySettings.Model> models = models(backbones);
        RunRecord.of(settings.withModels(models), cohort, files(backbones), machine)
                .agreeWith(run);
        AlignedCohort aligned = align(cohort, backbones);
        FoldPlan folds = folds(aligned.cohort());
        train(models, aligned, folds, backbones);
        run.deleteCache();
        return evaluate();
    }

    private ManifestRules rules() {
        return ManifestRules.standard(new DecodableProbe(ImageLimits.DEFAULT), machine.threads())
                .withFolds(settings.folds().k());
    }

    /** By the model's name. */
    private Map<String, Backbone> backbones() {
        Backbones found = new Backbones(file.getParent(), machine.zoo());
        Map<String, Backbone> backbones = new LinkedHashMap<>();
        settings.models().forEach(model -> backbones.put(model.name(), found.of(model)));
        return backbones;
    }

    private List<StudySettings.Model> models(Map<String, Backbone> backbones) {
        FrozenLayers frozen = new FrozenLayers();
        return settings.models().stream()
                .map(model -> frozen.resolved(model, backbones.get(model.name())))
                .toList();
    }

    /** Every network that came in a file, by what the study calls it. */
    private Map<String, InstalledModel> files(Map<String, Backbone> backbones) {
        Map<String, InstalledModel> files = new LinkedHashMap<>();
        FaceNetworks.of(machine.zoo())
                .forEach(network -> files.put(network.card().id(), network));
        for (Backbone backbone : backbones.values()) {
            if (backbone instanceof Backbone.Installed installed) {
                files.put(installed.label(), installed.model());
            }
        }
        return files;
    }

    private AlignedCohort align(Cohort cohort, Map<String, Backbone> backbones) {
        Set<CropGeometry> geometries = new LinkedHashSet<>();
        backbones.values().forEach(backbone -> geometries.add(TrialRunner.geometry(backbone)));
        FaceSettings faces = new FaceSettings(
                ImageLimits.DEFAULT,
                AlignedCohort.policy(settings.faces()),
                machine.threads(),
                Optional.of(machine.cropCache()));
        try (FacePipeline pipeline = new FacePipeline(FaceNetworks.load(machine.zoo()), faces)) {
            AlignedCohort aligned = AlignedCohort.of(cohort, geometries, pipeline, machine.progress());
            aligned.requireFolds(settings.folds().k());
            JsonFile.write(run.cohort(), CohortRecord.of(aligned.cohort(), aligned.faces()));
            return aligned;
        }
    }

    private FoldPlan folds(Cohort cohort) {
        if (Files.exists(run.folds())) {
            return FoldPlan.read(run.folds(), cohort);
        }
        StudySettings.Folds folds = settings.folds();
        FoldPlan plan = FoldPlan.stratified(cohort, folds.k(), folds.unit(), folds.seed());
        plan.write(run.folds(), cohort);
        return plan;
    }

    private void train(
            List<StudySettings.Model> models, AlignedCohort aligned, FoldPlan folds, Map<String, Backbone> backbones) {
        int trials = models.size() * folds.k();
        int number = 0;
        for (StudySettings.Model model : models) {
            TrialRunner trial = new TrialRunner(model, backbones.get(model.name()), aligned, folds, run, machine);
            for (int fold = 0; fold < folds.k(); fold++) {
                number++;
                trial.run(fold, number + "/" + trials);
            }
        }
    }

    private Evaluation evaluate() {
        machine.progress().say("Evaluating.");
        List<PredictionTable> tables = new ArrayList<>();
        for (StudySettings.Model model : settings.models()) {
            for (int fold = 0; fold < settings.folds().k(); fold++) {
                tables.add(PredictionTable.read(run.trialPredictions(model.name(), fold)));
            }
        }
        PredictionTable pooled = PredictionTable.pooled(tables);
        pooled.write(run.predictions());
        StudySettings.EvaluationKeys keys = settings.evaluation();
        Evaluation evaluation = Evaluation.of(pooled, new EvaluationSettings(keys.bootstrap(), keys.seed()));
        evaluation.write(run.metrics());
        return evaluation;
    }
}
