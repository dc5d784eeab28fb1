package org.facies.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.facies.calibration.ScalingMethod;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrevalenceTest {
    private static final String WHERE = "--prevalence";

    /** Of 100 children of the study 75 are unaffected, 15 have one syndrome and 10 the other. */
    private static final Decision STUDY = study(Optional.of("none"));

    @Test
    void the_rest_goes_to_the_unaffected_class() {
        Prevalence site = Prevalence.parse(WHERE, "noonan=0.002, wbs=1e-4", STUDY);

        assertThat(site.shares().keySet()).containsExactly("none", "noonan", "wbs");
        assertThat(site.shares().get("none")).isCloseTo(0.9979, within(1e-12));
    }

    /** By hand: 0.2 · 0.98/0.75 = 0.26133, 0.6 · 0.01/0.15 = 0.04, 0.2 · 0.01/0.1 = 0.02; their sum is 0.32133. */
    @Test
    void bayes_rule_as_worked_by_hand() {
        Map<String, Double> atSite = Prevalence.parse(WHERE, "noonan=0.01,wbs=0.01", STUDY)
                .reweighted(Map.of("none", 0.2, "noonan", 0.6, "wbs", 0.2));

        assertThat(atSite.get("none")).isCloseTo(0.81328, within(1e-5));
        assertThat(atSite.get("noonan")).isCloseTo(0.12448, within(1e-5));
        assertThat(atSite.get("wbs")).isCloseTo(0.06224, within(1e-5));
    }

    @Test
    void the_mix_of_the_study_changes_nothing_and_probabilities_always_add_up() {
        Random random = new Random(11);
        Prevalence same = Prevalence.parse(WHERE, "noonan=0.15,wbs=0.1", STUDY);
        Prevalence rare = Prevalence.parse(WHERE, "noonan=0.0004,wbs=0.0001", STUDY);
        for (int i = 0; i < 200; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble() * (1 - a);
            Map<String, Double> probabilities = Map.of("none", a, "noonan", b, "wbs", 1 - a - b);

            same.reweighted(probabilities)
                    .forEach((label, p) -> assertThat(p).isCloseTo(probabilities.get(label), within(1e-12)));
            Map<String, Double> atSite = rare.reweighted(probabilities);
            assertThat(atSite.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
            assertThat(atSite.get("none")).isGreaterThanOrEqualTo(a);
        }
    }

    @Test
    void a_class_that_does_not_occur_has_no_probability_and_what_is_undefined_is_not_zero() {
        Prevalence site = Prevalence.parse(WHERE, "noonan=0,wbs=0", STUDY);

        assertThat(site.reweighted(Map.of("none", 0.5, "noonan", 0.5, "wbs", 0.0))
                        .get("noonan"))
                .isZero();
        assertThat(site.reweighted(Map.of("none", 0.0, "noonan", 0.5, "wbs", 0.5))
                        .get("none"))
                .isNaN();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> Prevalence.parse(WHERE, "noonan=2,Wbs=0.1", STUDY))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "--prevalence: \"noonan=2.0\" is no share from 0 to 1. Write 0.002, say, for 1 child in 500.",
                        "--prevalence: \"Wbs\" is no class of the bundle. Did you mean \"wbs\"?",
                        "--prevalence: gives no share for wbs. Give a share for each syndrome, 0 where it does not"
                                + " occur."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noonan | \"noonan\" is no CLASS=SHARE.",
                "noonan=x,wbs=0.1 | \"noonan=x\" is no share",
                "noonan=NaN,wbs=0.1 | \"noonan=NaN\" is no share",
                "noonan=-0.1,wbs=0.1 | \"noonan=-0.1\" is no share",
                "noonan=1e400,wbs=0.1 | \"noonan=Infinity\" is no share",
                "noonan=0.1,noonan=0.1 | \"noonan\" is there twice.",
                "noonan=0.1,wbs=0.1, | \"\" is no CLASS=SHARE",
                "=0.1 | \"=0.1\" is no CLASS=SHARE",
                "noonan=0.7,wbs=0.7 | adds up to 1.4, not to 1",
                "none=0.5,noonan=0.1,wbs=0.1 | adds up to 0.7, not to 1",
            })
    void what_is_no_prevalence_is_refused(String text, String told) {
        assertThatThrownBy(() -> Prevalence.parse(WHERE, text, STUDY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(told.equals("\"\" is no CLASS=SHARE") ? "is no CLASS=SHARE" : told)
                .hasMessageStartingWith("--prevalence: ");
    }

    @Test
    void without_an_unaffected_class_every_class_is_to_be_stated() {
        Decision affectedOnly = study(Optional.empty());

        assertThat(Prevalence.parse(WHERE, "none=0.5,noonan=0.3,wbs=0.2", affectedOnly)
                        .shares())
                .containsEntry("wbs", 0.2);
        assertThatThrownBy(() -> Prevalence.parse(WHERE, "noonan=0.3,wbs=0.2", affectedOnly))
                .hasMessageContaining("gives no share for none");
    }

    @Test
    void sentences_say_which_children_are_meant() {
        AnswerText text = text(STUDY);

        assertThat(text.studyMix())
                .isEqualTo("Of the 100 children that the model learnt from, 1 in 4 had a syndrome (25).");
        assertThat(text.siteMix(Prevalence.parse(WHERE, "noonan=0.0015,wbs=0.0005", STUDY)))
                .isEqualTo("At the site, 1 in 500 has a syndrome, as stated. Prediction sets and thresholds are those"
                        + " of the study's mix: they are not re-weighted.");
    }

    @Test
    void the_answer_is_a_sentence_and_abstention_says_why() {
        AnswerText text = text(STUDY);

        assertThat(text.of(answer(0.1, 0.8, 0.1), Optional.empty()))
                .isEqualTo("The model finds Noonan syndrome most probable: 80.0 % among children like those of the"
                        + " study.");
        assertThat(text.of(answer(0.9, 0.05, 0.05), Optional.empty()))
                .isEqualTo("The model finds no syndrome most probable (class none): 90.0 % among children like those"
                        + " of the study.");
        Answer doubtful = answer(0.5, 0.3, 0.2).with(List.of(Reservation.SEVERAL_FACES, Reservation.LOW_CONFIDENCE));
        assertThat(doubtful.reservations()).containsExactly(Reservation.LOW_CONFIDENCE, Reservation.SEVERAL_FACES);
        assertThat(text.of(doubtful, Optional.empty()))
                .isEqualTo("The model abstains: no class is probable enough (the most probable has 50.0 %; the"
                        + " model answers only from 60.0 %); a photo shows several faces, and a rule chose"
                        + " one of them.");
        for (Reservation reservation : Reservation.values()) {
            assertThat(text.of(reservation, doubtful)).matches("\\p{Lu}.+\\.");
        }
    }

    @Test
    void where_frequencies_of_the_site_are_stated_the_answer_names_the_most_probable_class_there_too() {
        AnswerText text = text(STUDY);
        Answer answer = answer(0.1, 0.8, 0.1);

        assertThat(text.of(answer, Optional.of(Map.of("none", 0.99, "noonan", 0.008, "wbs", 0.002))))
                .isEqualTo(
                        "Among children like those of the study: Noonan syndrome, 80.0 %. At your site, as stated: no"
                                + " syndrome, 99.0 % (Noonan syndrome 0.8 %).");
        assertThat(text.of(answer, Optional.of(Map.of("none", 0.3, "noonan", 0.6, "wbs", 0.1))))
                .isEqualTo("Among children like those of the study: Noonan syndrome, 80.0 %. At your site, as stated:"
                        + " Noonan syndrome, 60.0 %.");
        assertThat(text.of(
                        answer.with(List.of(Reservation.UNKNOWN_FACE)),
                        Optional.of(Map.of("none", 0.3, "noonan", 0.6, "wbs", 0.1))))
                .startsWith("The model abstains: ");
    }

    @Test
    void small_shares_keep_a_digit() {
        assertThat(AnswerText.percent(0.5)).isEqualTo("50.0 %");
        assertThat(AnswerText.percent(0.00012)).isEqualTo("0.012 %");
        assertThat(AnswerText.percent(0.0005)).isEqualTo("0.05 %");
        assertThat(AnswerText.percent(0.000012345)).isEqualTo("0.0012 %");
        assertThat(AnswerText.percent(1e-12)).isEqualTo("<0.0001 %");
        assertThat(AnswerText.percent(0)).isEqualTo("0.0 %");
        assertThat(AnswerText.percent(Double.NaN)).isEqualTo("–");
    }

    private static AnswerText text(Decision decision) {
        return new AnswerText(
                decision, Map.of("none", "none", "noonan", "Noonan syndrome", "wbs", "Williams syndrome"));
    }

    private static Answer answer(double... probabilities) {
        return STUDY.answer(
                List.of(new PhotoEvidence(
                        List.of(probabilities[0], probabilities[1], probabilities[2]), OptionalDouble.empty())),
                OptionalDouble.empty());
    }

    private static Decision study(Optional<String> unaffected) {
        Map<String, Integer> subjects = new LinkedHashMap<>();
        subjects.put("none", 75);
        subjects.put("noonan", 15);
        subjects.put("wbs", 10);
        Estimate some = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");
        return new Decision(
                subjects,
                unaffected,
                new CalibrationRule(ScalingMethod.NONE, Optional.empty(), List.of(), List.of()),
                List.of(),
                new AbstentionRule(0.9, 0.6, some, some),
                List.of(),
                Optional.empty(),
                Optional.of(new AgeRange(6, 120)));
    }
}
