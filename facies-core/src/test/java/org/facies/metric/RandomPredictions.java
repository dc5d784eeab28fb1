package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Predictions that lean towards the truth, many of them tied. */
final class RandomPredictions {
    private final UniformRandomProvider random;
    private final List<String> classes;

    private RandomPredictions(long seed, List<String> classes) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.classes = classes;
    }

    /** Models m0, m1, … on the same subjects of one to three photos each, in five folds by subject. */
    static PredictionTable of(long seed, List<String> classes, int subjects, int models) {
        RandomPredictions made = new RandomPredictions(seed, classes);
        List<Prediction> predictions = new ArrayList<>();
        for (int s = 0; s < subjects; s++) {
            String diagnosis = classes.get(s < classes.size() ? s : made.random.nextInt(classes.size()));
            int photos = 1 + made.random.nextInt(3);
            for (int p = 0; p < photos; p++) {
                for (int m = 0; m < models; m++) {
                    predictions.add(new Prediction(
                            "m" + m, s % 5, "s" + s + "_" + p + ".jpg", "s" + s, diagnosis, made.scores(diagnosis)));
                }
            }
        }
        return new PredictionTable(classes, predictions);
    }

    private List<Double> scores(String diagnosis) {
        return classes.stream()
                .map(name -> (1 + random.nextInt(20) + (name.equals(diagnosis) ? 5 : 0)) / 32.0)
                .toList();
    }
}
