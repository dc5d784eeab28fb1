package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Fleiss' kappa on the diagnoses of Fleiss 1971 (30 patients, 6 psychiatrists), with the values of R's irr; Cohen's by
 * hand.
 */
class AgreementTest {
    /** Answers per patient: depression, personality disorder, schizophrenia, neurosis, other. */
    private static final List<String> DIAGNOSES = List.of(
            "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006", "10050", "11040",
            "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203", "00006", "01050", "02013", "20040",
            "10041", "05010", "40002", "02040", "10500", "00006");

    @Test
    void fleiss_kappa_of_thirty_patients_and_six_psychiatrists() {
        FleissKappa kappa = FleissKappa.ofCounts(counts(DIAGNOSES));
        assertThat(kappa.value()).isCloseTo(0.43024452006, within(5e-12));
        assertThat(kappa.standardError()).isCloseTo(0.0243739321, within(5e-11));
        assertThat(kappa.z()).isCloseTo(17.65183, within(5e-6));
        assertThat(kappa.p()).isLessThan(1e-60);
        assertThat(kappa.categoryValues())
                .containsExactly(new double[] {0.24475524, 0.24475524, 0.52, 0.47112727, 0.56611781}, within(5e-9));
    }

    @Test
    void a_weight_counts_like_as_many_copies_of_the_case() {
        int[] weights = IntStream.range(0, DIAGNOSES.size()).map(i -> i % 3).toArray();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            copies.addAll(Collections.nCopies(weights[i], DIAGNOSES.get(i)));
        }
        FleissKappa weighted = new AnswerCounts(counts(DIAGNOSES)).kappa(weights);
        FleissKappa copied = FleissKappa.ofCounts(counts(copies));
        assertThat(weighted.value()).isCloseTo(copied.value(), within(1e-12));
        assertThat(weighted.standardError()).isCloseTo(copied.standardError(), within(1e-12));
        assertThat(weighted.categoryValues()).containsExactly(copied.categoryValues(), within(1e-12));
    }

    @Test
    void raters_who_always_agree_have_kappa_1_and_a_single_category_has_none() {
        assertThat(FleissKappa.of(new int[][] {{0, 1, 2}, {0, 1, 2}}, 3).value())
                .isEqualTo(1);
        FleissKappa single = FleissKappa.of(new int[][] {{0, 0}, {0, 0}}, 2);
        assertThat(single.value()).isNaN();
        assertThat(single.standardError()).isNaN();
        assertThat(single.p()).isNaN();
        assertThat(FleissKappa.of(new int[][] {{0, 1}}, 2).value()).isNaN();
        assertThat(FleissKappa.of(new int[0][], 2).value()).isNaN();
    }

    @Test
    void two_raters_with_equal_margins_have_the_kappas_of_cohen_and_fleiss_alike() {
        int[] first = {0, 0, 1, 1, 2, 2, 0};
        int[] second = {0, 1, 1, 2, 2, 0, 0};
        assertThat(FleissKappa.of(new int[][] {first, second}, 3).value())
                .isCloseTo(CohenKappa.of(first, second, 3).value(), within(1e-12));
    }

    @Test
    void a_case_that_a_rater_left_out_is_refused() {
        assertThatThrownBy(() -> FleissKappa.ofCounts(new int[][] {{2, 0}, {1, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cases with different numbers of raters: [1, 0]");
    }

    @Test
    void cohen_kappa_by_hand() {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: agreement 0.7, by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
        int[] first = new int[50];
        int[] second = new int[50];
        for (int i = 0; i < 50; i++) {
            first[i] = i < 25 ? 1 : 0;
            second[i] = i < 20 || (i >= 25 && i < 35) ? 1 : 0;
        }
        CohenKappa kappa = CohenKappa.of(first, second, 2);
        assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
        assertThat(kappa.interval(0.95).low())
                .isCloseTo(0.4 - 1.959963984540054 * kappa.standardError(), within(1e-12));
    }

    @Test
    void cohen_kappa_of_one_same_answer_is_undefined() {
        CohenKappa kappa = CohenKappa.of(new int[] {1, 1}, new int[] {1, 1}, 2);
        assertThat(kappa.value()).isNaN();
        assertThat(kappa.standardError()).isNaN();
        assertThat(CohenKappa.of(new int[0], new int[0], 2).value()).isNaN();
    }

    private static int[][] counts(List<String> rows) {
        return rows.stream()
                .map(row -> row.chars().map(digit -> digit - '0').toArray())
                .toArray(int[][]::new);
    }

    @Test
    void agreement_on_a_category_has_its_own_z_and_p() {
        FleissKappa.OfCategory category = new FleissKappa.OfCategory(0.3, 0.1);
        assertThat(category.z()).isCloseTo(3, within(1e-12));
        assertThat(category.p()).isCloseTo(0.0026997960632601866, within(1e-12));
    }

    @Test
    void the_interval_of_cohens_kappa_lies_around_it_and_within_its_range() {
        Interval interval = new CohenKappa(0.4, 0.1).interval(0.95);
        assertThat(interval.low()).isCloseTo(0.4 - 0.1959963984540054, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.4 + 0.1959963984540054, within(1e-12));
        assertThat(new CohenKappa(0.95, 0.1).interval(0.95).high()).isEqualTo(1);
        assertThat(new CohenKappa(-0.95, 0.1).interval(0.95).low()).isEqualTo(-1);
    }
}
