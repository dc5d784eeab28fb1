package org.facies.model.iresnet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The number of convolutions of an IResNet, and their distribution over its four stages. */
public enum Depth {
    IRESNET_18(18),
    IRESNET_34(34),
    IRESNET_50(50),
    IRESNET_100(100);

    private final int layers;

    Depth(int layers) {
        this.layers = layers;
    }

    /** The number in the network's name. */
    public int layers() {
        return layers;
    }

    /** The number of residual blocks of each stage. */
    public List<Integer> blocks() {
        return switch (this) {
            case IRESNET_18 -> List.of(2, 2, 2, 2);
            case IRESNET_34 -> List.of(3, 4, 6, 3);
            case IRESNET_50 -> List.of(3, 4, 14, 3);
            case IRESNET_100 -> List.of(3, 13, 30, 3);
        };
    }

    /** The depth with these numbers of blocks; empty if there is none. */
    static Optional<Depth> withBlocks(List<Integer> blocks) {
        return Arrays.stream(values())
                .filter(depth -> depth.blocks().equals(blocks))
                .findFirst();
    }

    /** {@code IResNet-50}. */
    @Override
    public String toString() {
        return "IResNet-" + layers;
    }
}
