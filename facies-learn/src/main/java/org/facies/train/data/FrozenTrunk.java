package org.facies.train.data;

import java.util.Objects;
import org.facies.input.Range;

/**
 * Excludes the lower part of the network from training.
 *
 * @param cut name of the last tensor of the frozen part
 * @param views number of augmented views of each crop whose activations are stored, in addition to the crop and its
 *     mirror image; 0 to 64
 */
public record FrozenTrunk(String cut, int views) {

    public FrozenTrunk {
        Objects.requireNonNull(cut);
        Range.require("training, cached_views", views, 0, 64);
    }
}
