package org.facies.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answer of a model for a child.
 *
 * @param pooled by class: mean over the photos, as the networks give it
 * @param probabilities by class: calibrated, among children as in the study
 * @param predicted the most probable class
 * @param sets prediction sets, in the order of the rules
 * @param screening any syndrome; empty where the study has no class of unaffected children
 * @param distance mean over the photos; empty where it is not known
 * @param reservations why the answer should not be relied on; empty where nothing speaks against it
 */
public record Answer(
        Map<String, Double> pooled,
        Map<String, Double> probabilities,
        String predicted,
        List<PredictionSet> sets,
        Optional<AnySyndrome> screening,
        Optional<Double> distance,
        List<Reservation> reservations) {

    public Answer {
        pooled = Collections.unmodifiableMap(new LinkedHashMap<>(pooled));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        sets = List.copyOf(sets);
        reservations = List.copyOf(reservations);
    }

    /** The same with more reservations; they stand in the order of the constants, each once. */
    public Answer with(Collection<Reservation> more) {
        Set<Reservation> all = EnumSet.noneOf(Reservation.class);
        all.addAll(reservations);
        all.addAll(more);
        return new Answer(pooled, probabilities, predicted, sets, screening, distance, List.copyOf(all));
    }

    /**
     * A prediction set: classes that contain the diagnosis with a chosen coverage.
     *
     * @param rule how it was made
     * @param classes may be empty
     */
    public record PredictionSet(SetRule rule, List<String> classes) {
        public PredictionSet {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Whether there is any syndrome.
     *
     * @param score probability of all syndromes together
     * @param points for each threshold whether the score reaches it
     */
    public record AnySyndrome(double score, List<Point> points) {
        public AnySyndrome {
            points = List.copyOf(points);
        }

        /** A threshold, and whether the score reaches it. */
        public record Point(ScreeningRule rule, boolean isPositive) {}
    }
}
