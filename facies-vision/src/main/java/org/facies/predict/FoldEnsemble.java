package org.facies.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.image.Rgb;

/**
 * The networks of one model, one for each fold of a study. The ensemble's prediction is the mean of their
 * probabilities. All networks are in memory until the ensemble is closed.
 *
 * <pre>{@code
 * ClassifierSpec spec = new ClassifierSpec(InputSpec.ARCFACE, List.of("none", "noonan"));
 * try (FoldEnsemble ensemble = FoldEnsemble.open(networks, spec, 2)) {
 *     EnsemblePrediction answer = ensemble.classify(List.of(crop)).get(0);
 *     double noonan = answer.mean().probabilities().get(1);
 *     double ofFirstFold = answer.members().get(0).probabilities().get(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe. The same files, crops and number of threads give the same numbers.
 */
public final class FoldEnsemble implements AutoCloseable {

    private final ClassifierSpec spec;
    private final List<Classifier> members;

    private FoldEnsemble(ClassifierSpec spec, List<Classifier> members) {
        this.spec = spec;
        this.members = List.copyOf(members);
    }

    /**
     * Loads the networks.
     *
     * @param networks the {@code model.onnx} of each fold, at least one
     * @param threads number of threads for one batch; the members run one after the other
     * @throws org.facies.input.BadInput if a file is missing, is not a classifier, or has another number of classes
     */
    public static FoldEnsemble open(List<Path> networks, ClassifierSpec spec, int threads) {
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("no networks");
        }
        List<Classifier> members = new ArrayList<>();
        try {
            networks.forEach(network -> members.add(Classifier.open(network, spec, threads)));
        } catch (RuntimeException unloadable) {
            members.forEach(Classifier::close);
            throw unloadable;
        }
        return new FoldEnsemble(spec, members);
    }

    /** The expected crops of the members, and the classes in the order of the probabilities. */
    public ClassifierSpec spec() {
        return spec;
    }

    /** The members, in the order of the folds. They are closed with the ensemble. */
    public List<Classifier> members() {
        return members;
    }

    /**
     * Classifies any number of crops, each with its mirror image, by every member.
     *
     * @param crops Rgb[n] of the geometry of {@link #spec}
     * @return EnsemblePrediction[n], in the order of the crops
     * @throws IllegalArgumentException if a crop is of another size
     */
    public List<EnsemblePrediction> classify(List<Rgb> crops) {
        List<List<CropPrediction>> byMember =
                members.stream().map(member -> member.classify(crops)).toList();
        return IntStream.range(0, crops.size())
                .mapToObj(crop -> together(
                        byMember.stream().map(answers -> answers.get(crop)).toList()))
                .toList();
    }

    private static EnsemblePrediction together(List<CropPrediction> members) {
        double[] logs = LogProbabilities.ofMean(members.stream()
                .map(member -> member.logProbabilities().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList());
        CropPrediction mean = new CropPrediction(
                mean(members.stream().map(CropPrediction::probabilities).toList()),
                DoubleStream.of(logs).boxed().toList(),
                Optional.empty());
        return new EnsemblePrediction(mean, members, Optional.empty());
    }

    /**
     * The mean of the members' probabilities for one crop, class by class. {@link #classify} computes the same number.
     *
     * @param members double[members][classes], probabilities; at least one member
     * @return double[classes]
     */
    public static List<Double> mean(List<List<Double>> members) {
        return IntStream.range(0, members.get(0).size())
                .mapToObj(c -> members.stream()
                        .mapToDouble(member -> member.get(c))
                        .average()
                        .orElseThrow())
                .toList();
    }

    @Override
    public void close() {
        members.forEach(Classifier::close);
    }
}
