package org.facies.model.dlib;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Iterator;
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
 * dlib's face recogniser (King 2017, {@code dlib_face_recognition_resnet_model_v1.dat}) as an ONNX graph. Its input is
 * float[n][3][150][150] in tensor {@code input}, its output float[n][128] in tensor {@code embedding}. The stem's
 * output is tensor {@code stem}, that of residual block i (1 to 14) tensor {@code block<i>}.
 *
 * <p>A residual block is two 3 × 3 convolutions, each with an affine layer, plus its input. A block that halves the
 * picture has a stride in its first convolution, without padding. Its input goes through a 2 × 2 average pool. Both
 * sides are padded with zeros, in channels and at the right and bottom edge, to the larger of the two sizes.
 */
public final class DlibResnet {

    private static final int INPUT_PX = 150;

    /** Filters of the residual blocks; a negative number marks a block that halves the picture. */
    private static final List<Integer> BLOCKS =
            List.of(32, 32, 32, -64, 64, 64, 64, -128, 128, 128, -256, 256, 256, -256);

    private final DlibInput in;
    private final Iterator<DlibLayer> layers;
    private final ResnetGraph graph = new ResnetGraph(INPUT_PX);

    private DlibResnet(DlibInput in, DlibNetwork network) {
        this.in = in;
        this.layers = network.layers().iterator();
    }

    /**
     * A converted file.
     *
     * @param model ONNX, opset 13; any number of crops at a time
     * @param mean to be subtracted from red, green and blue (0..255) before the division by 256
     */
    public record Converted(ModelProto model, List<Float> mean) {
        public Converted {
            mean = List.copyOf(mean);
        }
    }

    /**
     * Converts a file.
     *
     * @param file its name in error messages
     * @param content the whole file
     * @throws org.facies.input.BadInput if it is not exactly this network, or is incomplete
     */
    public static Converted convert(String file, byte[] content) {
        DlibInput in = new DlibInput(file, content);
        DlibNetwork network = DlibNetworkReader.read(in);
        if (network.widthPx() != INPUT_PX || network.heightPx() != INPUT_PX) {
            throw in.refuse(
                    "is the end of a network for pictures of %d × %d".formatted(network.widthPx(), network.heightPx()));
        }
        return new Converted(new DlibResnet(in, network).model(), network.mean());
    }

    private ModelProto model() {
        convolution("stem.conv", 32, 7, 2, 0);
        affine("stem.affine");
        next(Relu.class);
        graph.relu("stem.relu");
        MaxPool pool = next(MaxPool.class);
        require(pool.equals(new MaxPool(3, 2)), "stem pool");
        graph.maxPool("stem", 3, 2);
        for (int i = 0; i < BLOCKS.size(); i++) {
            block("block" + (i + 1), Math.abs(BLOCKS.get(i)), BLOCKS.get(i) < 0);
        }
        require(next(AveragePool.class).equals(new AveragePool(0, 1)), "global pool");
        FullyConnected last = next(FullyConnected.class);
        require(last.inputs() == 256 && last.outputs() == 128, "last layer");
        require(!layers.hasNext(), "number of layers");
        return graph.finish(last);
    }

    private void block(String name, int filters, boolean halves) {
        next(Marker.class);
        ResnetGraph.Tensor input = graph.current();
        convolution(name + ".conv1", filters, 3, halves ? 2 : 1, halves ? 0 : 1);
        affine(name + ".affine1");
        next(Relu.class);
        graph.relu(name + ".relu1");
        convolution(name + ".conv2", filters, 3, 1, 1);
        affine(name + ".affine2");
        ResnetGraph.Tensor residual = graph.current();
        ResnetGraph.Tensor shortcut = halves ? halved(name, input) : input;
        next(AddMarked.class);
        next(Relu.class);
        graph.join(name, residual, shortcut);
    }

    private ResnetGraph.Tensor halved(String name, ResnetGraph.Tensor input) {
        next(Marker.class);
        next(Marker.class);
        require(next(AveragePool.class).equals(new AveragePool(2, 2)), "shortcut pool");
        return graph.averagePool(name + ".shortcut.pool", input, 2);
    }

    private void convolution(String name, int filters, int sizePx, int stridePx, int paddingPx) {
        Convolution convolution = next(Convolution.class);
        require(
                convolution.filters() == filters
                        && convolution.channels() == graph.current().channels()
                        && convolution.sizePx() == sizePx
                        && convolution.stridePx() == stridePx
                        && convolution.paddingPx() == paddingPx,
                name);
        graph.convolution(name, convolution);
    }

    private void affine(String name) {
        Affine affine = next(Affine.class);
        require(affine.channels() == graph.current().channels(), name);
        graph.affine(name, affine);
    }

    private <L extends DlibLayer> L next(Class<L> kind) {
        require(layers.hasNext(), "number of layers");
        DlibLayer layer = layers.next();
        require(kind.isInstance(layer), "order of layers");
        return kind.cast(layer);
    }

    private void require(boolean asExpected, String layer) {
        if (!asExpected) {
            throw in.refuse("is the end of a network whose " + layer + " differs from that of dlib's face recogniser");
        }
    }
}
