package org.facies.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.Libtorch;
import org.facies.classifier.ClassMoments;
import org.facies.classifier.LinearDiscriminant;
import org.facies.loss.Softmax;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/**
 * The baseline that training should exceed: the backbone is frozen, and a {@link LinearDiscriminant} is fitted to the
 * embeddings of the training crops, each scaled to length 1. Its scores are linear, so the result is one graph like
 * that of a trained model.
 *
 * <pre>{@code
 * OnnxGraph network = FrozenDiscriminant.withUnitEmbedding(backbone);
 * TrainedModel baseline = FrozenDiscriminant.fit(taskWith(network));
 * }</pre>
 */
public final class FrozenDiscriminant {
    /** The score of a class without an example: far below all others, but finite, as files require. */
    private static final double NEVER = -1e4;

    private static final String UNIT = "embedding.unit";

    private FrozenDiscriminant() {}

    /**
     * A backbone whose embeddings have length 1.
     *
     * @param backbone with the embedding [n][d] as its first output
     */
    public static OnnxGraph withUnitEmbedding(OnnxGraph backbone) {
        List<OnnxNode> nodes = new ArrayList<>(backbone.nodes());
        nodes.add(OnnxNode.of(
                "LpNormalization",
                List.of(backbone.output().name()),
                UNIT,
                Map.of("axis", OnnxAttribute.of(1), "p", OnnxAttribute.of(2))));
        List<OnnxValue> outputs = List.of(new OnnxValue(UNIT, backbone.output().shape()));
        return new OnnxGraph(
                backbone.opset(),
                backbone.inputs(),
                outputs,
                nodes,
                new LinkedHashMap<>(backbone.weights()),
                backbone.integers(),
                backbone.notes());
    }

    /**
     * Fits the discriminant. The same task gives the same model with the same number of threads.
     *
     * @param task with a backbone of {@link #withUnitEmbedding}; of its settings only those of the hardware matter
     */
    public static TrainedModel fit(TrainingTask task) {
        torch.set_num_threads(task.settings().compute().threads());
        Libtorch.reproducible();
        OnnxGraph backbone = task.startingGraph();
        float[][] embeddings = PlainEmbeddings.of(task, backbone);
        int classes = task.classes().size();
        ClassMoments moments = new ClassMoments(embeddings[0].length, classes);
        for (int i = 0; i < embeddings.length; i++) {
            moments.add(widened(embeddings[i]), task.training().label(i));
        }
        LinearDiscriminant fitted = new LinearDiscriminant(moments);
        ClassifierHead head =
                new ClassifierHead(new Softmax(), rows(fitted.directions()), Optional.of(offsets(fitted.offsets())));
        return new TrainedModel(backbone, head, task.input(), task.classes());
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** Subtracts the part common to all classes, which does not affect probabilities but loses digits in float32. */
    private static FloatTensor rows(double[][] directions) {
        int d = directions[0].length;
        double[] common = new double[d];
        for (double[] direction : directions) {
            for (int j = 0; j < d; j++) {
                common[j] += direction[j] / directions.length;
            }
        }
        FloatTensor rows = FloatTensor.filled(List.of((long) directions.length, (long) d), 0);
        for (int c = 0; c < directions.length; c++) {
            for (int j = 0; j < d; j++) {
                rows.values()[c * d + j] = (float) (directions[c][j] - common[j]);
            }
        }
        return rows;
    }

    private static FloatTensor offsets(double[] offsets) {
        FloatTensor shifts = FloatTensor.filled(List.of((long) offsets.length), 0);
        for (int c = 0; c < offsets.length; c++) {
            shifts.values()[c] = (float) Math.max(NEVER, offsets[c]);
        }
        return shifts;
    }
}
