package org.facies.train.data;

import java.util.Objects;
import org.facies.input.Range;

/**
 * Leaves the lower part of the network as it is.
 *
 * @param cut name of the tensor that the frozen part ends in
 * @param views augmented views of each crop whose activations are kept, beside the crop itself and its mirror image; 0
 *     to 64
 */
public record FrozenTrunk(String cut, int views) {

    public FrozenTrunk {
        Objects.requireNonNull(cut);
        Range.require("training, cached_views", views, 0, 64);
    }
}
