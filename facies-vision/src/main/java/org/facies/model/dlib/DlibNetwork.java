package org.facies.model.dlib;

import java.util.List;

/**
 * The content of a network file of dlib.
 *
 * @param widthPx input width
 * @param heightPx input height
 * @param mean subtracted from red, green and blue before the division by 256
 * @param layers in the order data flows through them
 */
record DlibNetwork(int widthPx, int heightPx, List<Float> mean, List<DlibLayer> layers) {
    DlibNetwork {
        mean = List.copyOf(mean);
        layers = List.copyOf(layers);
    }
}
