package org.facies.model;

import java.util.List;
import org.facies.inference.InferenceSession;
import org.facies.inference.TensorShape;
import org.facies.input.BadInput;
import org.facies.model.ImportedModel.Ends;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * A network that was tried on pictures.
 *
 * @param network for any number of pictures, if it can
 * @param ends its input and output
 */
record TrialInference(ImportedNetwork network, Ends ends) {

    private static final String REMEDY = "Use a network that expects one face crop and computes one embedding.";

    /** Largest difference by rounding between rows computed together and alone, relative to the largest number. */
    private static final float ROUNDING = 1e-3f;

    private static final long MAX_SIDE_PX = 1024;

    /** A grey value that is suitable for all normalisations: 0.5 of 255 away from the middle. */
    private static final float GREY = 0.5f / 127.5f;

    /** The graph for any number of pictures and without constant computations, if it works in that form. */
    static TrialInference freed(String name, OnnxGraph graph) {
        TrialInference asExported = of(name, new ImportedNetwork.Understood(graph));
        Ends ends = asExported.ends();
        for (OnnxGraph start : List.of(graph.withDynamicBatch(), graph)) {
            OnnxGraph plain = ShapesFound.in(name, start, ends.heightPx(), ends.widthPx());
            if (isSameForTwo(name, plain, ends)) {
                return new TrialInference(
                        new ImportedNetwork.Understood(plain),
                        new Ends(ends.input(), plain.input().shape(), ends.output(), ends.embeddingSize()));
            }
        }
        return asExported;
    }

    /** The network without changes. */
    static TrialInference of(String name, ImportedNetwork network) {
        try (InferenceSession session = InferenceSession.open(name, network.onnx(), 1)) {
            TensorShape in = only(name, "input", session.inputs());
            TensorShape out = only(name, "output", session.outputs());
            if (in.shape().size() != 4 || !isAny(in.shape().get(1), 3)) {
                throw refusal(name, "expects an input of shape " + in.shape() + ", not a crop [1, 3, height, width]");
            }
            if (in.shape().get(2) > MAX_SIDE_PX || in.shape().get(3) > MAX_SIDE_PX) {
                throw refusal(
                        name, "expects crops of shape " + in.shape() + "; the limit is " + MAX_SIDE_PX + " pixels");
            }
            Ends asked = new Ends(in.name(), in.shape(), out.name(), 1);
            FloatTensor embedding = embedding(name, session, asked);
            int size = Math.toIntExact(embedding.shape().get(1));
            return new TrialInference(network, new Ends(in.name(), in.shape(), out.name(), size));
        }
    }

    private static boolean isAny(long extent, long wanted) {
        return extent == -1 || extent == wanted;
    }

    private static FloatTensor embedding(String name, InferenceSession session, Ends ends) {
        FloatTensor grey = FloatTensor.filled(List.of(1L, 3L, (long) ends.heightPx(), (long) ends.widthPx()), GREY);
        FloatTensor output = output(name, session, ends, grey);
        if (output.shape().size() != 2 || output.shape().get(0) != 1 || output.values().length == 0) {
            throw refusal(name, "has an output of shape " + output.shape() + ", not one row of numbers for a crop");
        }
        for (float number : output.values()) {
            if (!Float.isFinite(number)) {
                throw refusal(name, "computes numbers that are not finite for a plain grey picture");
            }
        }
        return output;
    }

    private static FloatTensor output(String name, InferenceSession session, Ends ends, FloatTensor pictures) {
        try {
            FloatTensor output = session.runAll(ends.input(), pictures).floats().get(ends.output());
            if (output == null) {
                throw refusal(name, "has an output that is not of type float32");
            }
            return output;
        } catch (IllegalStateException failure) {
            BadInput problem = refusal(name, "fails on a plain grey picture");
            problem.initCause(failure);
            throw problem;
        }
    }

    /** Whether two pictures in one run give two rows, and the first is the same as in a run of its own. */
    private static boolean isSameForTwo(String name, OnnxGraph graph, Ends ends) {
        try (InferenceSession session = InferenceSession.open(name, graph.toBytes(), 1)) {
            FloatTensor one = output(name, session, ends, ShapesFound.noise(1, ends.heightPx(), ends.widthPx()));
            FloatTensor two = output(name, session, ends, ShapesFound.noise(2, ends.heightPx(), ends.widthPx()));
            int size = one.values().length;
            if (two.values().length != 2 * size) {
                return false;
            }
            float largest = 0;
            float farthest = 0;
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, Math.abs(one.values()[i]));
                farthest = Math.max(farthest, Math.abs(one.values()[i] - two.values()[i]));
            }
            return farthest <= ROUNDING * largest;
        } catch (BadInput onePictureOnly) {
            return false;
        }
    }

    private static TensorShape only(String name, String role, List<TensorShape> tensors) {
        if (tensors.size() != 1) {
            throw refusal(name, "has " + tensors.size() + " " + role + "s instead of one");
        }
        return tensors.get(0);
    }

    private static BadInput refusal(String name, String what) {
        return new BadInput(name, "", what, REMEDY);
    }
}
