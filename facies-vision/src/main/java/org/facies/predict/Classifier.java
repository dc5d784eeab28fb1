package org.facies.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.embed.CropNetwork;
import org.facies.embed.Embedding;
import org.facies.embed.Views;
import org.facies.image.Rgb;

/**
 * A trained classifier in ONNX Runtime: computes class probabilities and an embedding of aligned crops. It predicts
 * like the training engine in a study: the mean of the probabilities of the crop and its mirror image.
 *
 * <p>Crops are 8-bit RGB of exactly the geometry of {@link ClassifierSpec#input}; the classifier normalises them. If a
 * crop has a margin, as studies make for training, pass its {@linkplain Rgb#centre middle}.
 *
 * <pre>{@code
 * ClassifierSpec spec = new ClassifierSpec(InputSpec.ARCFACE, List.of("none", "noonan"));
 * try (Classifier classifier = Classifier.open(Path.of("run/trials/tuned/fold-0/model.onnx"), spec, 2)) {
 *     CropPrediction answer = classifier.classify(List.of(crop)).get(0);
 *     double noonan = answer.probabilities().get(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe. The same file, crops and number of threads give the same numbers. It may not be used after it is
 * closed.
 */
public final class Classifier implements AutoCloseable {

    private static final int PROBABILITIES = 0;
    private static final int LOGITS = 1;
    private static final int EMBEDDING = 2;

    private final ClassifierSpec spec;
    private final CropNetwork network;
    private final boolean hasEmbedding;

    private Classifier(ClassifierSpec spec, CropNetwork network, boolean hasEmbedding) {
        this.spec = spec;
        this.network = network;
        this.hasEmbedding = hasEmbedding;
    }

    /**
     * Loads the {@code model.onnx} of a trial.
     *
     * @param threads number of threads for one batch
     * @throws org.facies.input.BadInput if the file is missing, is not a classifier, or has another number of classes
     */
    public static Classifier open(Path file, ClassifierSpec spec, int threads) {
        return open(ClassifierNetwork.read(file), spec, threads);
    }

    /**
     * Loads a network from memory.
     *
     * @param threads number of threads for one batch
     * @throws org.facies.input.BadInput if it has another number of classes, or cannot be loaded
     */
    public static Classifier open(ClassifierNetwork network, ClassifierSpec spec, int threads) {
        return new Classifier(spec, network.open(spec, threads), network.hasEmbedding());
    }

    /** The expected crops, and the classes in the order of the probabilities. */
    public ClassifierSpec spec() {
        return spec;
    }

    /**
     * Classifies any number of crops, each with its mirror image.
     *
     * @param crops Rgb[n] of the geometry of {@link #spec}
     * @return CropPrediction[n], in the order of the crops
     * @throws IllegalArgumentException if a crop is of another size
     */
    public List<CropPrediction> classify(List<Rgb> crops) {
        return classify(crops, Views.CROP_AND_MIRROR);
    }

    /**
     * Classifies like {@link #classify(List)}, or without mirror images, which takes half the time but differs from a
     * study.
     *
     * @param crops Rgb[n] of the geometry of {@link #spec}
     */
    public List<CropPrediction> classify(List<Rgb> crops, Views views) {
        List<List<float[][]>> seen = new ArrayList<>(List.of(network.run(crops)));
        if (views == Views.CROP_AND_MIRROR) {
            seen.add(network.run(crops.stream().map(Rgb::mirrored).toList()));
        }
        return IntStream.range(0, crops.size())
                .mapToObj(crop -> prediction(seen, crop))
                .toList();
    }

    /** @param views the outputs of each view: float[n][size] each */
    private CropPrediction prediction(List<List<float[][]>> views, int crop) {
        float[] probabilities = mean(
                views.stream().map(outputs -> outputs.get(PROBABILITIES)[crop]).toList());
        double[] logs = LogProbabilities.ofMean(views.stream()
                .map(outputs -> LogProbabilities.ofLogits(outputs.get(LOGITS)[crop]))
                .toList());
        return new CropPrediction(
                IntStream.range(0, probabilities.length)
                        .mapToObj(i -> (double) probabilities[i])
                        .toList(),
                DoubleStream.of(logs).boxed().toList(),
                hasEmbedding ? Optional.of(Embedding.of(views.get(0).get(EMBEDDING)[crop])) : Optional.empty());
    }

    /** The mean in float32, as in the training engine. */
    private static float[] mean(List<float[]> rows) {
        float[] mean = new float[rows.get(0).length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= rows.size();
        }
        return mean;
    }

    @Override
    public void close() {
        network.close();
    }
}
