package org.facies.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.file.FileRefusal;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.OnnxSession;

/**
 * A backbone in ONNX Runtime: aligned crops in, embeddings out. An embedding is the network's own output, not scaled to
 * length 1; {@link Embedding#unit} does that.
 */
public final class Embedder implements AutoCloseable {

    private static final int BATCH = 16;

    private final Backbone backbone;
    private final OnnxSession session;
    private final int batch;

    private Embedder(Backbone backbone, OnnxSession session) {
        this.backbone = backbone;
        this.session = session;
        long fixedBatch = session.inputs().get(0).shape().get(0);
        this.batch = fixedBatch > 0 ? (int) fixedBatch : BATCH;
    }

    /**
     * Loads a model.
     *
     * @param threads how many threads a batch may use
     * @throws org.facies.input.BadInput if the model is no backbone or cannot be loaded
     */
    public static Embedder open(InstalledModel model, int threads) {
        Backbone backbone = model.card().backbone();
        try {
            byte[] onnx = Files.readAllBytes(model.file());
            return open(model.file().toString(), backbone, onnx, threads);
        } catch (IOException failure) {
            throw FileRefusal.reading(model.file(), failure);
        }
    }

    /**
     * Loads a network that is not installed.
     *
     * @param name what to call it in a refusal
     * @param threads how many threads a batch may use
     * @throws org.facies.input.BadInput if it cannot be loaded
     */
    public static Embedder open(String name, Backbone backbone, byte[] onnx, int threads) {
        return new Embedder(backbone, OnnxSession.open(name, onnx, threads));
    }

    /** What the crops must look like. */
    public InputSpec input() {
        return backbone.input();
    }

    /** Numbers in an embedding. */
    public int embeddingSize() {
        return backbone.embeddingSize();
    }

    /**
     * Embeds any number of crops.
     *
     * @param crops of the geometry of {@link #input}
     * @return one embedding of {@link #embeddingSize} numbers for each crop
     */
    public List<Embedding> embed(List<Rgb> crops, Views views) {
        List<Embedding> straight = embed(crops);
        if (views == Views.CROP) {
            return straight;
        }
        List<Embedding> mirrored = embed(crops.stream().map(Rgb::mirrored).toList());
        return IntStream.range(0, crops.size())
                .mapToObj(i -> straight.get(i).mean(mirrored.get(i)))
                .toList();
    }

    private List<Embedding> embed(List<Rgb> crops) {
        List<Embedding> embeddings = new ArrayList<>(crops.size());
        for (int from = 0; from < crops.size(); from += batch) {
            List<Rgb> some = crops.subList(from, Math.min(from + batch, crops.size()));
            float[] output = run(some);
            for (int row = 0; row < some.size(); row++) {
                embeddings.add(Embedding.row(output, row, embeddingSize()));
            }
        }
        return embeddings;
    }

    private float[] run(List<Rgb> crops) {
        InputSpec input = input();
        FloatBuffer values = ByteBuffer.allocateDirect(crops.size() * input.valuesPerCrop() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        crops.forEach(crop -> input.write(crop, values));
        long[] shape = {
            crops.size(), 3, input.geometry().heightPx(), input.geometry().widthPx()
        };
        return session.run(backbone.inputTensor(), values.flip(), shape, backbone.outputTensor());
    }

    @Override
    public void close() {
        session.close();
    }
}
