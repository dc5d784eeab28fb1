package org.facies.predict;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.embed.Embedding;
import org.facies.image.Rgb;
import org.facies.inference.InferenceSession;
import org.facies.inference.TensorShape;
import org.facies.input.BadInput;

/**
 * An {@link EnsembleGraph} in ONNX Runtime: computes the predictions of the members and their mean from crops. It needs
 * neither the networks of the folds nor a normalisation; both are in the graph.
 *
 * <pre>{@code
 * try (EnsembleClassifier classifier = EnsembleClassifier.open("classifier", bytes, 4, 2)) {
 *     EnsemblePrediction answer = classifier.classify(List.of(crop)).get(0);
 *     double noonan = answer.mean().probabilities().get(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe. The same graph, crops and number of threads give the same numbers.
 */
public final class EnsembleClassifier implements AutoCloseable {

    /** Number of crops in one run. */
    private static final int BATCH = 16;

    private static final List<String> ANSWERS = List.of(
            EnsembleGraph.PROBABILITIES,
            EnsembleGraph.LOG_PROBABILITIES,
            EnsembleGraph.MEMBERS,
            EnsembleGraph.MEMBER_LOGS);

    private final InferenceSession session;
    private final int widthPx;
    private final int heightPx;
    private final int classes;
    private final List<String> outputs;

    private EnsembleClassifier(InferenceSession session, List<Long> input, int classes, List<String> outputs) {
        this.session = session;
        this.heightPx = Math.toIntExact(input.get(1));
        this.widthPx = Math.toIntExact(input.get(2));
        this.classes = classes;
        this.outputs = outputs;
    }

    /**
     * Loads a graph.
     *
     * @param name its name in error messages
     * @param onnx the graph as bytes
     * @param classes number of classes that it must have
     * @param threads number of threads for one batch
     * @throws BadInput if it cannot be loaded or is not such a graph
     */
    public static EnsembleClassifier open(String name, byte[] onnx, int classes, int threads) {
        InferenceSession session = InferenceSession.open(name, onnx, threads);
        try {
            List<Long> input = session.inputs().get(0).shape();
            List<String> present =
                    session.outputs().stream().map(TensorShape::name).toList();
            if (!session.inputs().get(0).name().equals(EnsembleGraph.CROPS)
                    || input.size() != 4
                    || !present.containsAll(ANSWERS)
                    || session.outputs()
                                    .get(present.indexOf(EnsembleGraph.PROBABILITIES))
                                    .shape()
                                    .get(1)
                            != classes) {
                throw new BadInput(
                        name,
                        "",
                        "is not a classifier of crops with " + classes + " classes",
                        "Make the bundle again.");
            }
            return new EnsembleClassifier(session, input, classes, wanted(present));
        } catch (RuntimeException unusable) {
            session.close();
            throw unusable;
        }
    }

    /**
     * Checks that it expects the crops of a geometry.
     *
     * @param name its name in error messages
     * @throws BadInput if it expects crops of another size
     */
    public void requireCrops(String name, CropGeometry geometry) {
        if (geometry.widthPx() != widthPx || geometry.heightPx() != heightPx) {
            throw new BadInput(
                    name,
                    "",
                    "expects crops of " + widthPx + " × " + heightPx + " pixels, but those of " + geometry.id()
                            + " have " + geometry.widthPx() + " × " + geometry.heightPx(),
                    "Make the bundle again.");
        }
    }

    private static List<String> wanted(List<String> present) {
        List<String> wanted = new ArrayList<>(ANSWERS);
        Stream.of(EnsembleGraph.EMBEDDINGS, EnsembleGraph.DISTANCES)
                .filter(present::contains)
                .forEach(wanted::add);
        return wanted;
    }

    /**
     * Classifies any number of crops, a few at a time.
     *
     * @param crops Rgb[n] of the size that the graph expects
     * @return EnsemblePrediction[n], in the order of the crops
     * @throws IllegalArgumentException if a crop is of another size
     */
    public List<EnsemblePrediction> classify(List<Rgb> crops) {
        List<EnsemblePrediction> answers = new ArrayList<>();
        for (int from = 0; from < crops.size(); from += BATCH) {
            answers.addAll(batch(crops.subList(from, Math.min(from + BATCH, crops.size()))));
        }
        return answers;
    }

    private List<EnsemblePrediction> batch(List<Rgb> crops) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(crops.size() * heightPx * widthPx * 3);
        for (Rgb crop : crops) {
            if (crop.widthPx() != widthPx || crop.heightPx() != heightPx) {
                throw new IllegalArgumentException(crop + " is not of " + widthPx + " × " + heightPx + " pixels");
            }
            pixels.put(crop.data());
        }
        long[] shape = {crops.size(), heightPx, widthPx, 3};
        List<float[]> numbers = session.run(EnsembleGraph.CROPS, pixels.flip(), shape, outputs);
        List<float[][]> rows =
                numbers.stream().map(tensor -> divided(tensor, crops.size())).toList();
        return IntStream.range(0, crops.size())
                .mapToObj(crop ->
                        prediction(rows.stream().map(tensor -> tensor[crop]).toList()))
                .toList();
    }

    private static float[][] divided(float[] numbers, int parts) {
        int size = numbers.length / parts;
        return IntStream.range(0, parts)
                .mapToObj(part -> Arrays.copyOfRange(numbers, part * size, (part + 1) * size))
                .toArray(float[][]::new);
    }

    /** @param tensors the outputs for one crop */
    private EnsemblePrediction prediction(List<float[]> tensors) {
        int members = tensors.get(2).length / classes;
        float[][] probabilities = divided(tensors.get(2), members);
        float[][] logs = divided(tensors.get(3), members);
        Optional<float[][]> embeddings =
                found(EnsembleGraph.EMBEDDINGS, tensors).map(vectors -> divided(vectors, members));
        Optional<Double> distance = found(EnsembleGraph.DISTANCES, tensors).map(EnsembleClassifier::mean);
        List<CropPrediction> ofMembers = IntStream.range(0, members)
                .mapToObj(member -> new CropPrediction(
                        list(probabilities[member]),
                        list(logs[member]),
                        embeddings.map(vectors -> Embedding.of(vectors[member]))))
                .toList();
        CropPrediction mean = new CropPrediction(list(tensors.get(0)), list(tensors.get(1)), Optional.empty());
        return new EnsemblePrediction(mean, ofMembers, distance);
    }

    private Optional<float[]> found(String output, List<float[]> tensors) {
        return outputs.contains(output) ? Optional.of(tensors.get(outputs.indexOf(output))) : Optional.empty();
    }

    private static double mean(float[] numbers) {
        return list(numbers).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<Double> list(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .boxed()
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
