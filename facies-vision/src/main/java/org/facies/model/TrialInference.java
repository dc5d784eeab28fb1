package org.facies.model;

import java.util.List;
import org.facies.inference.InferenceSession;
import org.facies.inference.TensorShape;
import org.facies.input.BadInput;
import org.facies.model.ImportedModel.Ends;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * A network after it has worked on pictures once.
 *
 * @param network as it worked, for any number of pictures if it can
 * @param ends what went in and came out
 */
record TrialInference(ImportedNetwork network, Ends ends) {

    private static final String REMEDY = "Bring a network that takes one face crop and gives one embedding.";

    /** Rows that are made together differ from rows made one by one by rounding only; part of the largest number. */
    private static final float ROUNDING = 1e-3f;

    private static final long MAX_SIDE_PX = 1024;

    /** A grey picture, whatever the normalisation: 0.5 of 255 away from the middle. */
    private static final float GREY = 0.5f / 127.5f;

    /** The graph without the number of pictures and the computations that it was exported with, where it works so. */
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

    /** The network as it is. */
    static TrialInference of(String name, ImportedNetwork network) {
        try (InferenceSession session = InferenceSession.open(name, network.onnx(), 1)) {
            TensorShape in = only(name, "input", session.inputs());
            TensorShape out = only(name, "output", session.outputs());
            if (in.shape().size() != 4 || !isAny(in.shape().get(1), 3)) {
                throw refusal(name, "takes an input of shape " + in.shape() + ", not a crop [1, 3, height, width]");
            }
            if (in.shape().get(2) > MAX_SIDE_PX || in.shape().get(3) > MAX_SIDE_PX) {
                throw refusal(name, "takes crops of shape " + in.shape() + "; the limit is " + MAX_SIDE_PX + " pixels");
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
            throw refusal(name, "gives an output of shape " + output.shape() + ", not one row of numbers for a crop");
        }
        for (float number : output.values()) {
            if (!Float.isFinite(number)) {
                throw refusal(name, "gives numbers that are not finite for a plain grey picture");
            }
        }
        return output;
    }

    private static FloatTensor output(String name, InferenceSession session, Ends ends, FloatTensor pictures) {
        try {
            FloatTensor output = session.runAll(ends.input(), pictures).floats().get(ends.output());
            if (output == null) {
                throw refusal(name, "gives an output that is not of type float32");
            }
            return output;
        } catch (IllegalStateException failure) {
            BadInput problem = refusal(name, "fails on a plain grey picture");
            problem.initCause(failure);
            throw problem;
        }
    }

    /** Whether two pictures at once give two rows, the first as that picture alone gives it. */
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
            throw refusal(name, "has " + tensors.size() + " " + role + "s, not one");
        }
        return tensors.get(0);
    }

    private static BadInput refusal(String name, String what) {
        return new BadInput(name, "", what, REMEDY);
    }
}
