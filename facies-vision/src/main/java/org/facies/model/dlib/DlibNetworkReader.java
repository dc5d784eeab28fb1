package org.facies.model.dlib;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facies.model.dlib.DlibLayer.AddMarked;
import org.facies.model.dlib.DlibLayer.Affine;
import org.facies.model.dlib.DlibLayer.AveragePool;
import org.facies.model.dlib.DlibLayer.Convolution;
import org.facies.model.dlib.DlibLayer.FullyConnected;
import org.facies.model.dlib.DlibLayer.Marker;
import org.facies.model.dlib.DlibLayer.MaxPool;
import org.facies.model.dlib.DlibLayer.Relu;

/**
 * Reads a network in dlib's serialisation. First comes the loss, then the version of each layer from the outermost to
 * the innermost (1: a marker without content, 2: a layer, 3: the innermost layer). Then follow the input and the
 * content of the layers from the innermost to the outermost.
 */
final class DlibNetworkReader {

    private static final int MARKER = 1;
    private static final int INNERMOST_LAYER = 3;
    private static final int MAX_LAYERS = 1_000;

    private final DlibInput in;

    private DlibNetworkReader(DlibInput in) {
        this.in = in;
    }

    static DlibNetwork read(DlibInput in) {
        return new DlibNetworkReader(in).network();
    }

    private DlibNetwork network() {
        in.expect(1, "loss version");
        name("loss_metric_2");
        in.real();
        in.real();
        List<Integer> versions = layerVersions();
        Collections.reverse(versions);
        name("input_rgb_image_sized");
        List<Float> mean = List.of((float) in.real(), (float) in.real(), (float) in.real());
        int heightPx = in.integer();
        int widthPx = in.integer();
        List<DlibLayer> layers = new ArrayList<>();
        for (int version : versions) {
            layers.add(version == MARKER ? new Marker() : layer());
            if (version == INNERMOST_LAYER) {
                in.expect(1, "sample expansion");
            }
        }
        if (!in.atEnd()) {
            throw in.refuse("is after the end of the network");
        }
        return new DlibNetwork(widthPx, heightPx, mean, layers);
    }

    private List<Integer> layerVersions() {
        List<Integer> versions = new ArrayList<>();
        int version;
        do {
            version = in.integer();
            if (version < MARKER || version > INNERMOST_LAYER || versions.size() == MAX_LAYERS) {
                throw in.refuse("has layer version " + version + " as number " + (versions.size() + 1));
            }
            versions.add(version);
        } while (version != INNERMOST_LAYER);
        return versions;
    }

    private DlibLayer layer() {
        DlibLayer layer = content();
        for (int flag = 0; flag < 3; flag++) {
            in.truthValue();
        }
        for (int leftOverFromTraining = 0; leftOverFromTraining < 3; leftOverFromTraining++) {
            in.tensor();
        }
        return layer;
    }

    private DlibLayer content() {
        String name = in.text();
        return switch (name) {
            case "con_4" -> convolution();
            case "affine_" -> affine();
            case "relu_" -> new Relu();
            case "add_prev_" -> new AddMarked();
            case "max_pool_2" -> maxPool();
            case "avg_pool_2" -> averagePool();
            case "fc_2" -> fullyConnected();
            default -> throw in.refuse("names a layer of an unknown kind");
        };
    }

    private Convolution convolution() {
        Weights all = in.tensor();
        int filters = positive();
        int sizePx = positive();
        in.expect(sizePx, "kernel width");
        int stridePx = positive();
        in.expect(stridePx, "horizontal stride");
        int paddingPx = in.integer();
        in.expect(paddingPx, "horizontal padding");
        int split = all.count() - filters;
        int channels = (int) (Math.max(0, split) / ((long) filters * sizePx * sizePx));
        in.alias(filters, channels, sizePx, sizePx);
        in.alias(1, filters, 1, 1);
        learningRates();
        if (channels * filters * sizePx * sizePx != split) {
            throw in.refuse("ends a convolution of " + all.count() + " weights");
        }
        return new Convolution(
                filters, channels, sizePx, stridePx, paddingPx, all.part(0, split), all.part(split, all.count()));
    }

    private Affine affine() {
        Weights all = in.tensor();
        int channels = all.count() / 2;
        in.alias(1, channels, 1, 1);
        in.alias(1, channels, 1, 1);
        in.expect(0, "affine mode");
        return new Affine(channels, all.part(0, channels), all.part(channels, 2 * channels));
    }

    private MaxPool maxPool() {
        int sizePx = positive();
        in.expect(sizePx, "pool width");
        return new MaxPool(sizePx, poolStride());
    }

    private AveragePool averagePool() {
        int sizePx = in.integer();
        in.expect(sizePx, "pool width");
        return new AveragePool(sizePx, poolStride());
    }

    private int poolStride() {
        int stridePx = positive();
        in.expect(stridePx, "horizontal stride");
        in.expect(0, "vertical padding");
        in.expect(0, "horizontal padding");
        return stridePx;
    }

    private FullyConnected fullyConnected() {
        int outputs = positive();
        int inputs = positive();
        Weights weight = in.tensor();
        in.alias(inputs, outputs, 1, 1);
        in.alias(0, 0, 0, 0);
        in.expect(1, "bias mode");
        learningRates();
        if (weight.count() != inputs * outputs) {
            throw in.refuse("ends a matrix of " + weight.count() + " weights");
        }
        return new FullyConnected(inputs, outputs, weight);
    }

    /** Reads the rate and decay multipliers of weights and of biases. */
    private void learningRates() {
        for (int i = 0; i < 4; i++) {
            in.real();
        }
    }

    private int positive() {
        int value = in.integer();
        if (value < 1 || value > 1 << 12) {
            throw in.refuse("holds the size " + value);
        }
        return value;
    }

    private void name(String expected) {
        if (!in.text().equals(expected)) {
            throw in.refuse("is the end of a name that should be \"" + expected + "\"");
        }
    }
}
