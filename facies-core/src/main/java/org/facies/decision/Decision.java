package org.facies.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.facies.metric.Pooling;
import org.facies.statistic.Order;

/**
 * How probabilities of photos become an answer about a child; the key {@code decision} of {@code bundle.json}. Applied
 * in this order: mean over the child's photos, calibration, prediction sets, the threshold of confidence, screening,
 * unknown faces. Sets and thresholds work on calibrated probabilities.
 *
 * <pre>{@code
 * PhotoEvidence photo = new PhotoEvidence(List.of(0.7, 0.3), OptionalDouble.empty());
 * Answer answer = decision.answer(List.of(photo), OptionalDouble.of(30));
 * }</pre>
 *
 * @param subjects number of training children, by class, in class order; their shares are the mix that
 *     probabilities refer to
 * @param unaffected the class of children without a syndrome; empty where there is none
 * @param sets at least one
 * @param screening empty where there is no unaffected class
 * @param unknownFaces empty where distances were not fitted
 * @param ages empty where ages were not known
 */
public record Decision(
        Map<String, Integer> subjects,
        Optional<String> unaffected,
        CalibrationRule calibration,
        List<SetRule> sets,
        AbstentionRule abstention,
        List<ScreeningRule> screening,
        Optional<UnknownFaceRule> unknownFaces,
        Optional<AgeRange> ages) {

    public Decision {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        sets = List.copyOf(sets);
        screening = List.copyOf(screening);
    }

    /** The same with the rule for unknown faces, and the ages of the training children. */
    public Decision with(Optional<UnknownFaceRule> unknown, Optional<AgeRange> known) {
        return new Decision(subjects, unaffected, calibration, sets, abstention, screening, unknown, known);
    }

    /** The classes, in order. */
    public List<String> classes() {
        return List.copyOf(subjects.keySet());
    }

    /**
     * Decides about one child.
     *
     * @param photos at least one, each with a probability for each class
     * @param ageMonths empty where the age is not known
     */
    public Answer answer(List<PhotoEvidence> photos, OptionalDouble ageMonths) {
        List<String> classes = classes();
        double[] pooled =
                Pooling.mean(photos.stream().map(PhotoEvidence::probabilities).toList());
        double[] calibrated = calibration.scaling().apply(pooled);
        int predicted = Order.largest(calibrated);
        Optional<Double> distance = distance(photos);
        List<Reservation> reservations = new ArrayList<>();
        if (distance.isPresent()
                && unknownFaces.filter(rule -> rule.refuses(distance.get())).isPresent()) {
            reservations.add(Reservation.UNKNOWN_FACE);
        }
        if (calibrated[predicted] < abstention.confidence()) {
            reservations.add(Reservation.LOW_CONFIDENCE);
        }
        if (2 * agreeing(photos, predicted) < photos.size()) {
            reservations.add(Reservation.PHOTOS_DISAGREE);
        }
        if (ageMonths.isPresent()
                && ages.filter(range -> !range.contains(ageMonths.getAsDouble()))
                        .isPresent()) {
            reservations.add(Reservation.AGE_OUTSIDE);
        }
        return new Answer(
                byClass(classes, pooled),
                byClass(classes, calibrated),
                classes.get(predicted),
                sets.stream()
                        .map(rule -> new Answer.PredictionSet(rule, rule.set(classes, calibrated)))
                        .toList(),
                unaffected.map(none -> anySyndrome(1 - calibrated[classes.indexOf(none)])),
                distance,
                reservations);
    }

    /** How many photos give this class by themselves. */
    private long agreeing(List<PhotoEvidence> photos, int predicted) {
        return photos.stream()
                .filter(photo ->
                        Order.largest(calibration.scaling().apply(Pooling.mean(List.of(photo.probabilities()))))
                                == predicted)
                .count();
    }

    private static Optional<Double> distance(List<PhotoEvidence> photos) {
        return photos.stream().allMatch(photo -> photo.distance().isPresent())
                ? Optional.of(photos.stream()
                        .mapToDouble(photo -> photo.distance().getAsDouble())
                        .average()
                        .orElseThrow())
                : Optional.empty();
    }

    private Answer.AnySyndrome anySyndrome(double score) {
        return new Answer.AnySyndrome(
                score,
                screening.stream()
                        .map(rule -> new Answer.AnySyndrome.Point(rule, score >= rule.threshold()))
                        .toList());
    }

    private static Map<String, Double> byClass(List<String> classes, double[] numbers) {
        Map<String, Double> byClass = new LinkedHashMap<>();
        IntStream.range(0, numbers.length).forEach(c -> byClass.put(classes.get(c), numbers[c]));
        return byClass;
    }
}
