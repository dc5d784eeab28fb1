package org.facies.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.loss.MarginLoss;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.BatchSource;
import org.facies.train.data.CropSource;

/**
 * One model to train.
 *
 * @param backbone from crops to embeddings
 * @param input the input that the backbone expects
 * @param classes names in the order of the labels
 * @param activations stored output of the frozen part; if empty, the frozen part runs at every step on newly augmented
 *     crops
 */
public record TrainingTask(
        OnnxGraph backbone,
        Start start,
        MarginLoss loss,
        InputSpec input,
        TrainingSettings settings,
        List<String> classes,
        CropSource training,
        Optional<ActivationStore> activations) {

    public TrainingTask {
        Objects.requireNonNull(backbone);
        Objects.requireNonNull(start);
        Objects.requireNonNull(loss);
        Objects.requireNonNull(input);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(activations);
        classes = List.copyOf(classes);
        if (activations.isPresent() && (settings.frozen().isEmpty() || start == Start.SCRATCH)) {
            throw new IllegalArgumentException("stored activations need a pretrained network with a frozen part");
        }
        if (training.size() == 0) {
            throw new BadInput("training", "", "has no crops", "Check why the photos were excluded.");
        }
        if (classes.size() < 2) {
            throw new BadInput(
                    "training", "", "has fewer than two classes", "Use a cohort with at least two diagnoses.");
        }
    }

    /** A task that reads its crops at every step. */
    public TrainingTask(
            OnnxGraph backbone,
            Start start,
            MarginLoss loss,
            InputSpec input,
            TrainingSettings settings,
            List<String> classes,
            CropSource training) {
        this(backbone, start, loss, input, settings, classes, training, Optional.empty());
    }

    BatchSource batches() {
        return activations
                .map(store -> BatchSource.stored(training, store, settings.seed()))
                .orElseGet(() -> BatchSource.of(training, input, settings.augmentation(), settings.seed()));
    }

    /** The backbone at the start of training. */
    OnnxGraph startingGraph() {
        return start.of(backbone, settings.seed());
    }

    /** The part of the backbone that reads {@link #batches()}: all of it, or the part above stored activations. */
    OnnxGraph trained(OnnxGraph wholeBackbone) {
        return activations.isEmpty()
                ? wholeBackbone
                : wholeBackbone.cutAt(settings.frozen().orElseThrow().cut()).upper();
    }

    /** Hash of everything that affects the result; training crops enter with their keys. */
    String fingerprint() {
        List<String> parts = new ArrayList<>();
        parts.add(Sha256.of(backbone.toBytes()));
        parts.add(start + " " + loss + " " + input);
        parts.add(settings + activations.map(store -> " " + store.id()).orElse(""));
        parts.add(classes.toString());
        for (int i = 0; i < training.size(); i++) {
            parts.add(training.key(i) + " " + training.label(i));
        }
        return Sha256.of(String.join("\n", parts));
    }
}
