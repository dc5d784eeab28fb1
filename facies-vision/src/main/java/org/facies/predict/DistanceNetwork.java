package org.facies.predict;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.embed.Embedding;
import org.facies.file.FileRefusal;
import org.facies.inference.InferenceSession;
import org.facies.inference.TensorShape;
import org.facies.input.BadInput;

/**
 * The {@code distance.onnx} of a trial in ONNX Runtime, which computes distances from embeddings. Thread-safe. It may
 * not be used after it is closed.
 *
 * <pre>{@code
 * try (DistanceNetwork network = DistanceNetwork.open(run.trialDistance("tuned", 0))) {
 *     double distance = network.of(List.of(answer.embedding().orElseThrow())).get(0);
 * }
 * }</pre>
 */
public final class DistanceNetwork implements AutoCloseable {
    private final InferenceSession session;
    private final long size;

    private DistanceNetwork(InferenceSession session, long size) {
        this.session = session;
        this.size = size;
    }

    /**
     * Loads the file.
     *
     * @throws BadInput if it cannot be read or loaded, or is another network
     */
    public static DistanceNetwork open(Path file) {
        InferenceSession session = InferenceSession.open(file.toString(), bytes(file), 1);
        TensorShape input = session.inputs().get(0);
        boolean isDistance = input.name().equals(DistanceGraph.EMBEDDING)
                && input.shape().size() == 2
                && session.outputs().get(0).name().equals(DistanceGraph.DISTANCE);
        if (!isDistance) {
            session.close();
            throw new BadInput(
                    file.toString(),
                    "",
                    "does not compute the distance of an embedding",
                    "Use the distance.onnx of a trial of a study.");
        }
        return new DistanceNetwork(session, input.shape().get(1));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    /**
     * The distance of each face from the training faces of the trial's network, as a multiple of the usual distance.
     *
     * @param embeddings from this network, at least one
     * @return double[embeddings]
     * @throws IllegalArgumentException if an embedding is of another size
     */
    public List<Double> of(List<Embedding> embeddings) {
        FloatBuffer values = session.buffer(Math.toIntExact(embeddings.size() * size));
        for (Embedding embedding : embeddings) {
            if (embedding.size() != size) {
                throw new IllegalArgumentException("an embedding of " + embedding.size() + " numbers, not " + size);
            }
            values.put(embedding.toArray());
        }
        long[] shape = {embeddings.size(), size};
        float[] distances = session.run(DistanceGraph.EMBEDDING, values.flip(), shape, DistanceGraph.DISTANCE);
        return IntStream.range(0, distances.length)
                .mapToDouble(i -> distances[i])
                .boxed()
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
