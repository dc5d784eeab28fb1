package org.facies.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropStore;
import org.facies.onnx.OnnxGraph;
import org.facies.progress.Progress;
import org.facies.train.Start;
import org.facies.train.TrainingSettings;
import org.facies.train.data.ActivationRecipe;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.CropSource;

/**
 * The activations of the frozen parts of networks for every crop of a set of photos. The first training that needs them
 * computes them; all folds, models and candidates that freeze the same layers share them. The activations of one crop
 * do not depend on the others.
 */
public final class FrozenActivations {
    private final Path folder;
    private final List<TrialUnit.Sample> samples;
    private final CropStore crops;
    private final TrainingWorkspace machine;
    private final Map<String, ActivationStore> stores = new HashMap<>();

    /**
     * Activations that are computed on demand.
     *
     * @param folder folder of the activations
     * @param samples every photo of all units that share them
     */
    public FrozenActivations(Path folder, List<TrialUnit.Sample> samples, CropStore crops, TrainingWorkspace machine) {
        this.folder = folder;
        this.samples = List.copyOf(samples);
        this.crops = crops;
        this.machine = machine;
    }

    /** The activations for a unit; empty if nothing is frozen. */
    Optional<ActivationStore> of(TrialUnit unit, OnnxGraph network, TrainingSettings settings) {
        if (unit.network().start() != Start.PRETRAINED) {
            return Optional.empty();
        }
        return settings.frozen().map(frozen -> {
            ActivationRecipe recipe = new ActivationRecipe(
                    frozen,
                    unit.network().input(),
                    settings.augmentation(),
                    settings.seed(),
                    settings.compute().device(),
                    settings.compute().threads());
            CropSource all = new SampleCrops(samples, crops, unit.geometry());
            return stores.computeIfAbsent(
                    unit.network().sha256() + "" + " " + recipe, first -> open(recipe, network, all));
        });
    }

    private ActivationStore open(ActivationRecipe recipe, OnnxGraph network, CropSource all) {
        try (Progress.Bar bar = machine.progress().startLate("Frozen layers", all.size())) {
            return ActivationStore.open(recipe, network, all, folder, done -> bar.at(done, ""));
        }
    }
}
