package org.facies.metric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.facies.input.BadInput;

/**
 * Out-of-fold predictions of one or several models: the file {@code predictions.csv}.
 *
 * @param classes at least two, in the order of every probability vector
 * @param predictions at most one for each model, division, seed and photo; a photo has one subject, a subject one
 *     diagnosis
 */
public record PredictionTable(List<String> classes, List<Prediction> predictions) {

    public PredictionTable {
        classes = List.copyOf(classes);
        predictions = List.copyOf(predictions);
        if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("needs at least two classes, each once: " + classes);
        }
        PredictionConsistency consistency = new PredictionConsistency();
        for (Prediction prediction : predictions) {
            if (prediction.probabilities().size() != classes.size() || !classes.contains(prediction.diagnosis())) {
                throw new IllegalArgumentException("not of the classes " + classes + ": " + prediction);
            }
            consistency.accept(prediction).ifPresent(contradiction -> {
                throw new IllegalArgumentException(contradiction.value() + " " + contradiction.what());
            });
        }
    }

    /** All predictions of the tables, in their order. */
    public static PredictionTable pooled(List<PredictionTable> tables) {
        List<List<String>> classes =
                tables.stream().map(PredictionTable::classes).distinct().toList();
        if (classes.size() != 1) {
            throw new IllegalArgumentException("tables of different classes cannot be pooled: " + classes);
        }
        return new PredictionTable(
                classes.get(0),
                tables.stream().flatMap(table -> table.predictions().stream()).toList());
    }

    /**
     * Reads {@code model,division,seed,fold,photo,subject,diagnosis,predicted,p_<class>…,log_p_<class>…}. Without
     * {@code division} or {@code seed} all rows are of 0; without {@code log_p_<class>} it is the logarithm of
     * {@code p_<class>}; {@code predicted} may be left out as well.
     *
     * @throws org.facies.input.BadInput with everything that is wrong
     */
    public static PredictionTable read(Path csv) {
        return PredictionFile.read(csv, PredictionRules.OWN);
    }

    /**
     * Reads the same layout as another tool wrote it: {@code fold} may be left out as well (every row is then of fold
     * 0), and probabilities must sum to 1 within {@link PredictionRules#TOLERANCE}; they are divided by their sum.
     *
     * @throws org.facies.input.BadInput with everything that is wrong
     */
    public static PredictionTable readImported(Path csv) {
        return PredictionFile.read(csv, PredictionRules.BROUGHT);
    }

    /** Writes the same layout; every probability reads back to the same bits. */
    public void write(Path csv) {
        PredictionFile.write(csv, this);
    }

    /** The predictions that are wanted; the classes stay. */
    public PredictionTable only(Predicate<Prediction> wanted) {
        return new PredictionTable(classes, predictions.stream().filter(wanted).toList());
    }

    /** The first repetition of the cross-validation: division 0 and seed 0. */
    public PredictionTable first() {
        return of(0, 0);
    }

    /** A table for each repetition of the cross-validation, by division and seed. */
    public List<PredictionTable> repeats() {
        return predictions.stream()
                .map(one -> Map.entry(one.division(), one.seed()))
                .distinct()
                .sorted(Map.Entry.<Integer, Long>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(repeat -> of(repeat.getKey(), repeat.getValue()))
                .toList();
    }

    /** One repetition of the cross-validation. */
    public PredictionTable of(int division, long seed) {
        return only(prediction -> prediction.division() == division && prediction.seed() == seed);
    }

    /** The models in order of appearance. */
    public List<String> models() {
        return predictions.stream().map(Prediction::model).distinct().toList();
    }

    public List<Prediction> of(String model) {
        return predictions.stream()
                .filter(prediction -> prediction.model().equals(model))
                .toList();
    }

    /**
     * Predictions of several models together: for each photo the mean of their log-probabilities, normalised to sum 1
     * (Genest and Zidek 1986, the logarithmic pool). Where no class is possible for all of them, the mean of their
     * probabilities.
     *
     * @param members at least one; tested on the same photos in every division and with every seed
     * @param name of the ensemble
     * @throws org.facies.input.BadInput if they were not tested on the same photos
     */
    public PredictionTable meanOfLogarithms(List<String> members, String name) {
        Map<List<Object>, List<Prediction>> said = new LinkedHashMap<>();
        for (String member : members) {
            of(member)
                    .forEach(one -> said.computeIfAbsent(
                                    List.of(one.division(), one.seed(), one.photo()), first -> new ArrayList<>())
                            .add(one));
        }
        List<Prediction> together = new ArrayList<>();
        said.forEach((where, own) -> {
            if (own.size() < members.size()) {
                throw new BadInput(
                        "predictions of ensemble " + name,
                        own.get(0).photo(),
                        "were not made by every member",
                        "List models that were tested on the same photos.");
            }
            together.add(Prediction.meanOfLogarithms(own, name));
        });
        return new PredictionTable(classes, together);
    }

    /** The class that the prediction chooses. */
    public String predicted(Prediction prediction) {
        return classes.get(prediction.predictedIndex());
    }
}
