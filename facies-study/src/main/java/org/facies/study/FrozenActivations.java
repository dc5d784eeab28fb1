package org.facies.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.progress.Progress;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.train.ActivationRecipe;
import org.facies.train.ActivationStore;
import org.facies.train.CropSource;
import org.facies.train.Start;
import org.facies.train.TrainingSettings;

/**
 * What the frozen parts of a study's backbones make of every crop. Each is made by the first training that wants it, and
 * serves all folds, models and candidates that freeze the same layers.
 */
final class FrozenActivations {
    private final RunDirectory run;
    private final TrainingWorkspace machine;
    private final Map<String, ActivationStore> stores = new HashMap<>();

    FrozenActivations(RunDirectory run, TrainingWorkspace machine) {
        this.run = run;
        this.machine = machine;
    }

    /**
     * The activations for a model; empty where nothing is frozen.
     *
     * @param all every crop of the cohort
     */
    Optional<ActivationStore> of(
            StudySettings.Model model, Backbone backbone, TrainingSettings settings, CropSource all) {
        if (TrainerSettings.start(model.pretrained()) != Start.PRETRAINED) {
            return Optional.empty();
        }
        return settings.frozen().map(frozen -> {
            ActivationRecipe recipe = new ActivationRecipe(
                    frozen,
                    backbone.input(),
                    settings.augmentation(),
                    settings.seed(),
                    machine.device(),
                    machine.threads());
            return stores.computeIfAbsent(backbone.label() + " " + recipe, first -> open(recipe, backbone, all));
        });
    }

    private ActivationStore open(ActivationRecipe recipe, Backbone backbone, CropSource all) {
        try (Progress.Bar bar = machine.progress().startLate("Frozen layers", all.size())) {
            return ActivationStore.open(recipe, backbone.graph(), all, run.cache(), done -> bar.at(done, ""));
        }
    }
}
