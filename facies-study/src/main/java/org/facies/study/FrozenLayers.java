package org.facies.study;

import java.util.HashMap;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.onnx.OnnxGraph;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.train.Start;

/** Determines the last tensor of the frozen part of each model. */
final class FrozenLayers {

    /** {@code auto} freezes the lowest layers that have this share of the weights: {@code block3} of dlib-resnet. */
    private static final double SHARE = 0.02;

    private final Map<String, OnnxGraph> graphs = new HashMap<>();

    /**
     * The model with the name of the tensor.
     *
     * @throws BadInput if the network cannot be divided at that tensor
     */
    StudySettings.Model resolved(StudySettings.Model model, Backbone backbone) {
        TrainingSection keys = model.training();
        if (model.isFrozen()) {
            return model.with(keys.frozenAt(graph(backbone).output().name()));
        }
        if (keys.freezeBelow().equals(TrainingSection.NONE)) {
            return model;
        }
        if (keys.freezeBelow().equals(TrainingSection.AUTO)) {
            String cut = TrainerSettings.start(model.pretrained()) == Start.PRETRAINED
                    ? graph(backbone).deepestCut(SHARE).orElse(TrainingSection.NONE)
                    : TrainingSection.NONE;
            return model.with(keys.withFreezeBelow(cut));
        }
        try {
            graph(backbone).cutAt(keys.freezeBelow());
        } catch (BadInput wrong) {
            Problem problem = wrong.problems().get(0);
            throw new BadInput(
                    "study file, model " + model.name() + ", freeze_below",
                    problem.value(),
                    problem.what(),
                    "Write auto, none, or a tensor of " + model.backbone() + " that all data pass through.");
        }
        return model;
    }

    private OnnxGraph graph(Backbone backbone) {
        return graphs.computeIfAbsent(backbone.label(), label -> backbone.graph());
    }
}
