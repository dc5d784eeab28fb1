package org.facies.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.statistic.Order;

/**
 * One case that a model judged: a photo, or a subject by the mean over its photos.
 *
 * @param id photo or subject
 * @param fold whose network judged it; of a subject that several judged, that of its first photo
 * @param truth index of the class
 * @param probabilities double[classes], summing to 1
 * @param isUnanswered whether no class was named, by a reader who could not say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Case(String id, String subject, int fold, int truth, double[] probabilities, boolean isUnanswered) {

    /** A case with an answer: the most probable class. */
    Case(String id, String subject, int fold, int truth, double[] probabilities) {
        this(id, subject, fold, truth, probabilities, false);
    }

    static List<Case> of(Level level, List<Prediction> predictions, List<String> classes) {
        List<Case> photos = new ArrayList<>(predictions.size());
        for (Prediction prediction : predictions) {
            double[] shares = Pooling.normalised(Pooling.array(prediction.probabilities()));
            int truth = classes.indexOf(prediction.diagnosis());
            photos.add(new Case(prediction.photo(), prediction.subject(), prediction.fold(), truth, shares));
        }
        return switch (level) {
            case PHOTO -> photos;
            case SUBJECT -> subjects(photos);
        };
    }

    /**
     * The cases of a reader, who names a class or cannot say.
     *
     * @param unanswered ids of the cases of which the reader cannot say
     */
    static List<Case> of(Level level, List<Prediction> predictions, List<String> classes, Set<String> unanswered) {
        return of(level, predictions, classes).stream()
                .map(one -> unanswered.contains(one.id)
                        ? new Case(one.id, one.subject, one.fold, one.truth, one.probabilities, true)
                        : one)
                .toList();
    }

    /** The sum over photos, divided by its own sum, is the mean. */
    private static List<Case> subjects(List<Case> photos) {
        Map<String, double[]> sums = new HashMap<>();
        for (Case photo : photos) {
            Pooling.add(
                    photo.probabilities,
                    sums.computeIfAbsent(photo.subject, none -> new double[photo.probabilities.length]));
        }
        List<Case> subjects = new ArrayList<>(sums.size());
        for (Case photo : photos) {
            double[] sum = sums.remove(photo.subject);
            if (sum != null) {
                subjects.add(new Case(photo.subject, photo.subject, photo.fold, photo.truth, Pooling.normalised(sum)));
            }
        }
        return subjects;
    }

    /** The first of the most probable classes; the number of classes where none was named. */
    int predicted() {
        return isUnanswered ? probabilities.length : mostProbable();
    }

    /** The first of the most probable classes. */
    int mostProbable() {
        return Order.largest(probabilities);
    }
}
