package org.facies.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.calibration.ScalingMethod;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.metric.Estimate;
import org.facies.statistic.Interval;
import org.facies.uncertainty.OperatingPoint;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Estimate SOME = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");

    @Test
    void photos_count_alike_before_the_probabilities_are_scaled() {
        Answer answer = decision(2).answer(List.of(photo(0.5, 0.5), photo(9, 1)), OptionalDouble.empty());

        assertThat(answer.pooled().get("none")).isCloseTo(0.7, within(1e-12));
        double none = Math.sqrt(0.7) / (Math.sqrt(0.7) + Math.sqrt(0.3));
        assertThat(answer.probabilities().get("none")).isCloseTo(none, within(1e-12));
        assertThat(answer.predicted()).isEqualTo("none");
    }

    @Test
    void sets_hold_the_classes_whose_score_is_within_their_limit() {
        assertThat(sets(0.75, 0.25)).containsExactly("none");
        assertThat(sets(0.5, 0.5)).containsExactly("none", "noonan");
        assertThat(sets(0.499, 0.501)).containsExactly("noonan");
    }

    @Test
    void a_threshold_is_reached_by_a_score_that_equals_it() {
        assertThat(positive(0.75, 0.25)).containsExactly(true);
        assertThat(positive(0.76, 0.24)).containsExactly(false);
    }

    @Test
    void nothing_speaks_against_a_confident_answer_about_a_usual_face() {
        Answer answer = decision(1).answer(List.of(photo(0.9, 0.1, 1.5)), OptionalDouble.of(24));

        assertThat(answer.reservations()).isEmpty();
        assertThat(answer.distance()).contains(1.5);
    }

    @Test
    void each_reservation_has_its_own_reason() {
        assertThat(reservations(24, photo(0.9, 0.1, 2.1))).containsExactly(Reservation.UNKNOWN_FACE);
        assertThat(reservations(24, photo(0.59, 0.41, 1))).containsExactly(Reservation.LOW_CONFIDENCE);
        assertThat(reservations(11, photo(0.9, 0.1, 1))).containsExactly(Reservation.AGE_OUTSIDE);
        assertThat(reservations(121, photo(0.9, 0.1, 1))).containsExactly(Reservation.AGE_OUTSIDE);
        assertThat(reservations(24, photo(0.99, 0.01, 1), photo(0.45, 0.55, 1), photo(0.45, 0.55, 1)))
                .containsExactly(Reservation.PHOTOS_DISAGREE);
    }

    @Test
    void half_of_the_photos_are_enough_to_agree() {
        assertThat(reservations(24, photo(0.99, 0.01, 1), photo(0.4, 0.6, 1))).isEmpty();
    }

    @Test
    void a_distance_that_is_missing_for_one_photo_is_not_judged() {
        Answer answer = decision(1).answer(List.of(photo(0.9, 0.1, 9), photo(0.9, 0.1)), OptionalDouble.empty());

        assertThat(answer.distance()).isEmpty();
        assertThat(answer.reservations()).isEmpty();
    }

    private static List<String> sets(double none, double noonan) {
        return decision(1)
                .answer(List.of(photo(none, noonan)), OptionalDouble.empty())
                .sets()
                .get(0)
                .classes();
    }

    private static List<Boolean> positive(double none, double noonan) {
        return decision(1)
                .answer(List.of(photo(none, noonan)), OptionalDouble.empty())
                .screening()
                .orElseThrow()
                .points()
                .stream()
                .map(Answer.AnySyndrome.Point::isPositive)
                .toList();
    }

    private static List<Reservation> reservations(double ageMonths, PhotoEvidence... photos) {
        return decision(1).answer(List.of(photos), OptionalDouble.of(ageMonths)).reservations();
    }

    private static PhotoEvidence photo(double none, double noonan) {
        return new PhotoEvidence(List.of(none, noonan), OptionalDouble.empty());
    }

    private static PhotoEvidence photo(double none, double noonan, double distance) {
        return new PhotoEvidence(List.of(none, noonan), OptionalDouble.of(distance));
    }

    private static Decision decision(double temperature) {
        Map<String, Integer> subjects = new LinkedHashMap<>();
        subjects.put("none", 60);
        subjects.put("noonan", 20);
        Map<String, Double> limits = Map.of("none", 0.5, "noonan", 0.7);
        return new Decision(
                subjects,
                Optional.of("none"),
                new CalibrationRule(ScalingMethod.TEMPERATURE, Optional.of(temperature), List.of(), List.of()),
                List.of(new SetRule(Conformity.LAC, 90, Assurance.AVERAGE, limits, SOME, SOME)),
                new AbstentionRule(0.9, 0.6, SOME, SOME),
                List.of(new ScreeningRule(OperatingPoint.SENSITIVITY, 0.9, 0.25, SOME, SOME)),
                Optional.of(new UnknownFaceRule(0.05, 2, SOME)),
                Optional.of(new AgeRange(12, 119)));
    }
}
