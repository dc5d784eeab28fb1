package org.facies.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/**
 * The starting point for fine-tuning a pretrained backbone on a few classes. The embedding is whitened by the
 * within-class covariance, and each class's row of the head is the mean of the class. In the whitened space a cosine
 * head is linear discriminant analysis (Fisher 1936; the covariance is shrunk towards a multiple of the identity,
 * Ledoit and Wolf 2004). Training therefore begins with what the frozen backbone can already distinguish, instead of
 * first losing it.
 *
 * <p>Computed from training photos only.
 */
final class WhitenedStart {

    /** Added to every variance, as a fraction of the mean variance. */
    private static final double SHRINKAGE = 0.3;

    private static final String WEIGHT = "whitened.weight";
    private static final String BIAS = "whitened.bias";

    private WhitenedStart() {}

    /**
     * The graph with the whitening in its last layer, and a head with rows of length 1.
     *
     * @param backbone with the embedding [n][d] as its first output
     * @param embeddings float[n][d] of training photos
     * @param labels class of each photo; every class must occur
     */
    static StartingPoint of(OnnxGraph backbone, float[][] embeddings, int[] labels, int classes) {
        return NativeMemory.withoutGradients(() -> {
            Tensor all = rows(embeddings);
            Tensor mean = all.mean(0);
            Tensor centred = all.sub(mean);
            Tensor classMeans = classMeans(centred, labels, classes);
            Tensor within = centred.sub(classMeans.index_select(0, Tensor.create(longs(labels))));
            Tensor covariance = within.t().mm(within).div(new Scalar((double) embeddings.length));
            Tensor whitening = inverseRoot(covariance);
            Tensor bias = mean.matmul(whitening).neg();
            Tensor head = normalised(classMeans.mm(whitening));
            return new StartingPoint(appended(backbone, floats(whitening), floats(bias)), floats(head));
        });
    }

    /** The symmetric inverse square root of a covariance, with shrinkage. */
    private static Tensor inverseRoot(Tensor covariance) {
        T_TensorTensor_T eigen = torch.linalg_eigh(covariance);
        Tensor values = eigen.get0();
        Tensor vectors = eigen.get1();
        Tensor shrunk = values.clamp_min(new Scalar(0.0)).add(values.mean().mul(new Scalar(SHRINKAGE)));
        return vectors.mul(shrunk.rsqrt()).mm(vectors.t());
    }

    private static Tensor classMeans(Tensor centred, int[] labels, int classes) {
        double[] share = new double[classes * labels.length];
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        for (int i = 0; i < labels.length; i++) {
            share[labels[i] * labels.length + i] = 1.0 / counts[labels[i]];
        }
        return Tensor.create(share).reshape(classes, labels.length).mm(centred);
    }

    private static Tensor normalised(Tensor rows) {
        Tensor squares = rows.mul(rows).sum(new long[] {1}, true, new ScalarTypeOptional());
        return rows.div(squares.sqrt().clamp_min(new Scalar(1e-12)));
    }

    /**
     * The backbone followed by {@code e · weight + bias}, merged into its last matrix if it ends with one.
     */
    private static OnnxGraph appended(OnnxGraph graph, FloatTensor weight, FloatTensor bias) {
        String output = graph.output().name();
        OnnxNode last = graph.producer(output).orElseThrow();
        Optional<FloatTensor> matrix = last.op().equals("MatMul")
                ? Optional.ofNullable(graph.weights().get(last.inputs().get(1)))
                : Optional.empty();
        List<OnnxNode> nodes = new ArrayList<>(graph.nodes());
        Map<String, FloatTensor> weights = new LinkedHashMap<>(graph.weights());
        String source;
        if (matrix.isPresent()) {
            nodes.remove(last);
            weights.remove(last.inputs().get(1));
            weights.put(WEIGHT, product(matrix.get(), weight));
            source = last.inputs().get(0);
        } else {
            source = output + ".raw";
            nodes.set(nodes.indexOf(last), last.withOutput(source));
            weights.put(WEIGHT, weight);
        }
        weights.put(BIAS, bias);
        nodes.add(OnnxNode.of("Gemm", List.of(source, WEIGHT, BIAS), output, Map.<String, OnnxAttribute>of()));
        return new OnnxGraph(
                graph.opset(), graph.inputs(), graph.outputs(), nodes, weights, graph.integers(), graph.notes());
    }

    private static FloatTensor product(FloatTensor left, FloatTensor right) {
        return floats(doubles(left).mm(doubles(right)));
    }

    private static Tensor doubles(FloatTensor matrix) {
        return Tensors.of(matrix).to(torch.ScalarType.Double);
    }

    private static Tensor rows(float[][] values) {
        int d = values[0].length;
        double[] flat = new double[values.length * d];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < d; j++) {
                flat[i * d + j] = values[i][j];
            }
        }
        return Tensor.create(flat).reshape(values.length, d);
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static FloatTensor floats(Tensor tensor) {
        return Tensors.toFloatTensor(tensor.to(torch.ScalarType.Float));
    }
}
