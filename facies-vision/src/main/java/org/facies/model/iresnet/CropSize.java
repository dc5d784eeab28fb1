package org.facies.model.iresnet;

import java.util.Optional;
import org.facies.input.BadInput;

/**
 * Size of the crops of an IResNet. Its four stages halve them four times, so height and width are multiples of 16.
 *
 * @param heightPx from 16 to 512
 * @param widthPx from 16 to 512
 */
public record CropSize(int heightPx, int widthPx) {

    /** The crop size of arcface_torch. */
    public static final CropSize ARCFACE = new CropSize(112, 112);

    static final int CELL_PX = 16;
    private static final int MAX_PX = 512;

    /** @throws BadInput if the network cannot be built for this size */
    public CropSize {
        if (!suits(heightPx) || !suits(widthPx)) {
            throw new BadInput(
                    "crop",
                    heightPx + " × " + widthPx,
                    "(height × width) is not a valid crop of an IResNet: both must be multiples of " + CELL_PX
                            + " pixels from " + CELL_PX + " to " + MAX_PX,
                    "Choose another size, such as 112 × 112 or 160 × 128.");
        }
    }

    /** The square crop whose last feature map has this many numbers in its 512 channels; empty if there is none. */
    static Optional<CropSize> withFeatures(long features) {
        long cells = features / Layout.EMBEDDING_SIZE;
        long side = Math.round(Math.sqrt((double) cells));
        if (side < 1 || side > MAX_PX / CELL_PX || side * side * Layout.EMBEDDING_SIZE != features) {
            return Optional.empty();
        }
        int sidePx = Math.toIntExact(side) * CELL_PX;
        return Optional.of(new CropSize(sidePx, sidePx));
    }

    private static boolean suits(int px) {
        return px >= CELL_PX && px <= MAX_PX && px % CELL_PX == 0;
    }

    /** The number of positions in the last feature map. */
    int cells() {
        return heightPx / CELL_PX * (widthPx / CELL_PX);
    }
}
