package org.facies.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.file.FileRefusal;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.ModelKind.Backbone;

/**
 * A backbone in ONNX Runtime that computes embeddings of aligned crops. An embedding is the network's own output, not
 * scaled to length 1; {@link Embedding#unit} does that.
 */
public final class Embedder implements AutoCloseable {

    private final Backbone backbone;
    private final CropNetwork network;

    private Embedder(Backbone backbone, CropNetwork network) {
        this.backbone = backbone;
        this.network = network;
    }

    /**
     * Loads a model.
     *
     * @param threads number of threads for one batch
     * @throws org.facies.input.BadInput if the model is not a backbone or cannot be loaded
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
     * @param name its name in error messages
     * @param threads number of threads for one batch
     * @throws org.facies.input.BadInput if it cannot be loaded
     */
    public static Embedder open(String name, Backbone backbone, byte[] onnx, int threads) {
        CropNetwork.Ends ends =
                new CropNetwork.Ends(backbone.input(), backbone.inputTensor(), List.of(backbone.outputTensor()));
        return new Embedder(backbone, CropNetwork.open(name, onnx, ends, threads));
    }

    /** The expected crops. */
    public InputSpec input() {
        return backbone.input();
    }

    /** The length of an embedding. */
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
        return Arrays.stream(network.run(crops).get(0)).map(Embedding::of).toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
