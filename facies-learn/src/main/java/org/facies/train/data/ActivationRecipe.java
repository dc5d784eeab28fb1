package org.facies.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.facies.autograd.ComputeDevice;
import org.facies.file.Sha256;
import org.facies.input.Range;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;

/**
 * Everything that determines the content of an {@link ActivationStore}, in addition to the crops and the weights.
 *
 * @param trunk the cut, and the number of augmented views to store
 * @param input the input that the backbone expects
 * @param augmentation of the augmented views
 * @param seed of the augmented views
 * @param device for the frozen part, in float32; not part of the identity
 * @param threads of libtorch; not part of the identity
 */
public record ActivationRecipe(
        FrozenTrunk trunk, InputSpec input, Augmentation augmentation, long seed, ComputeDevice device, int threads) {

    /** The crop itself and its mirror image. */
    static final int PLAIN_VIEWS = 2;

    public ActivationRecipe {
        Objects.requireNonNull(trunk);
        Objects.requireNonNull(input);
        Objects.requireNonNull(augmentation);
        Objects.requireNonNull(device);
        Range.require("training, threads", threads, 1, 1024);
    }

    int viewsPerCrop() {
        return PLAIN_VIEWS + trunk.views();
    }

    String id(OnnxGraph lower, CropSource cohort) {
        List<String> parts = new ArrayList<>();
        parts.add(Sha256.of(lower.toBytes()));
        parts.add(trunk + " " + input + " " + augmentation + " " + seed);
        for (int i = 0; i < cohort.size(); i++) {
            parts.add(cohort.key(i));
        }
        return Sha256.of(String.join("\n", parts));
    }
}
