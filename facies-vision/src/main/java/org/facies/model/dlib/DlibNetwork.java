package org.facies.model.dlib;

import java.util.List;

/**
 * A network file of dlib as read.
 *
 * @param widthPx input width
 * @param heightPx input height
 * @param mean what is taken from red, green and blue before the division by 256
 * @param layers in the order data flows through them
 */
record DlibNetwork(int widthPx, int heightPx, List<Float> mean, List<DlibLayer> layers) {
    DlibNetwork {
        mean = List.copyOf(mean);
        layers = List.copyOf(layers);
    }
}
