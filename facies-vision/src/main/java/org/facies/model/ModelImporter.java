package org.facies.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.facies.file.Sha256;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.model.OnnxSession.TensorShape;

/**
 * Takes in a face network that the user brings: ONNX (InsightFace and the like) or dlib's {@code .dat}. It is installed
 * only after it has turned a grey picture into one row of finite numbers.
 */
public final class ModelImporter {

    private static final int MAX_BYTES = 1 << 30;
    private static final byte GREY = (byte) 128;
    private static final String REMEDY = "Bring a network that takes one face crop and gives one embedding.";

    private final ModelZoo zoo;

    public ModelImporter(ModelZoo zoo) {
        this.zoo = zoo;
    }

    /**
     * What the user says about the file.
     *
     * @param id name to install it under
     * @param input what the network wants to see; nothing in the file says it
     * @param licence terms and origin as the user knows them
     */
    public record Description(String id, InputSpec input, Licence licence) {}

    /**
     * Checks and installs the file.
     *
     * @throws BadInput if it is not such a network
     */
    public InstalledModel importFile(Path file, Description description) {
        String name = file.toString();
        byte[] content = read(file);
        byte[] onnx = SourceFormat.of(content).toOnnx(name, content);
        ModelKind.Backbone backbone = tried(name, onnx, description.input());
        ModelCard card = new ModelCard(
                description.id(),
                "Imported face network, %d numbers.".formatted(backbone.embeddingSize()),
                backbone,
                new ModelSource.UserFile(file.getFileName().toString(), Sha256.of(content)),
                description.licence());
        return zoo.add(card, onnx);
    }

    private static ModelKind.Backbone tried(String name, byte[] onnx, InputSpec input) {
        try (OnnxSession session = OnnxSession.open(name, onnx, 1)) {
            TensorShape in = only(name, "input", session.inputs());
            TensorShape out = only(name, "output", session.outputs());
            requireCrop(name, in, input);
            if (out.shape().size() != 2) {
                throw refusal(name, "gives an output of shape " + out.shape() + ", not one row of numbers for a crop");
            }
            float[] embedding = run(name, session, input);
            for (float number : embedding) {
                if (!Float.isFinite(number)) {
                    throw refusal(name, "gives numbers that are not finite for a plain grey picture");
                }
            }
            return new ModelKind.Backbone(input, embedding.length, in.name(), out.name());
        }
    }

    private static float[] run(String name, OnnxSession session, InputSpec input) {
        String in = session.inputs().get(0).name();
        String out = session.outputs().get(0).name();
        try {
            return session.run(in, greyCrop(input), shapeOf(input), out);
        } catch (IllegalStateException failure) {
            BadInput problem = refusal(name, "fails on a plain grey picture");
            problem.initCause(failure);
            throw problem;
        }
    }

    private static TensorShape only(String name, String role, List<TensorShape> tensors) {
        if (tensors.size() != 1) {
            throw refusal(name, "has " + tensors.size() + " " + role + "s, not one");
        }
        return tensors.get(0);
    }

    private static void requireCrop(String name, TensorShape in, InputSpec input) {
        long[] wanted = shapeOf(input);
        boolean fits = in.shape().size() == wanted.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = in.shape().get(i) == -1 || in.shape().get(i) == wanted[i];
        }
        if (!fits) {
            throw refusal(
                    name,
                    "takes an input of shape %s, and a crop of %s has the shape %s"
                            .formatted(in.shape(), input.geometry().id(), Arrays.toString(wanted)));
        }
    }

    private static FloatBuffer greyCrop(InputSpec input) {
        byte[] grey = new byte[input.valuesPerCrop()];
        Arrays.fill(grey, GREY);
        FloatBuffer values = FloatBuffer.allocate(grey.length);
        input.write(new Rgb(input.geometry().widthPx(), input.geometry().heightPx(), grey), values);
        return values.flip();
    }

    private static long[] shapeOf(InputSpec input) {
        return new long[] {1, 3, input.geometry().heightPx(), input.geometry().widthPx()};
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                throw refusal(file.toString(), "is larger than 1 GiB");
            }
            return content;
        } catch (IOException unreadable) {
            throw new BadInput(file.toString(), "", "cannot be read", "Name a file that exists and that you may read.");
        }
    }

    private static BadInput refusal(String name, String what) {
        return new BadInput(name, "", what, REMEDY);
    }
}
