package org.facies.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossConformalTest {
    private static final EvaluationSettings FEW = new EvaluationSettings(20, 1);
    private static final Estimate NO_ESTIMATE = new Estimate(Double.NaN, Interval.UNDEFINED, "", "");

    /** {@code golden/uncertainty.py} counts p values straight from their definition. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void sets_agree_with_numpy(String model) {
        HeldOutSubjects subjects = HeldOutSubjects.of(Golden.predictions(), model);
        JsonNode golden = Golden.valuesOf("uncertainty.json").path(model).path("conformal");

        ConformalEvaluation evaluation = ConformalEvaluation.of(subjects, new SubjectResamples(subjects.truths(), FEW));

        assertThat(evaluation.sets()).hasSize(12).allSatisfy(sets -> {
            JsonNode expected = golden.path(sets.conformity().key())
                    .path(sets.levelPercent() + " " + sets.assurance().key());
            assertThat(sets.coverage().value())
                    .isEqualTo(expected.path("coverage").asDouble(), within(1e-12));
            assertThat(sets.meanSize().value())
                    .isEqualTo(expected.path("mean_size").asDouble(), within(1e-12));
            assertThat(sets.empty().value()).isEqualTo(expected.path("empty").asDouble(), within(1e-12));
            assertThat(sets.single().value()).isEqualTo(expected.path("single").asDouble(), within(1e-12));
            sets.perClass()
                    .forEach((name, own) -> assertThat(own.coverage().value())
                            .isEqualTo(expected.path("per_class").path(name).asDouble(), within(1e-12)));
        });
    }

    /** 40 cohorts of 300 subjects: the standard error of a class's mean coverage is about 0.004. */
    @ParameterizedTest
    @EnumSource(Conformity.class)
    void every_class_is_covered_at_the_nominal_rate_on_exchangeable_subjects(Conformity conformity) {
        for (int level : ConformalEvaluation.LEVELS) {
            long[] covered = new long[3];
            long[] n = new long[3];
            for (long seed = 0; seed < 40; seed++) {
                HeldOutSubjects subjects = Simulated.atTemperature(seed, 300, 0.4);
                boolean[][] sets = new CrossConformal(subjects, conformity).sets(level, Assurance.AVERAGE);
                for (int i = 0; i < subjects.size(); i++) {
                    n[subjects.truth(i)]++;
                    covered[subjects.truth(i)] += sets[i][subjects.truth(i)] ? 1 : 0;
                }
            }
            for (int c = 0; c < 3; c++) {
                // Least probable classes share one APS score, so APS may cover more.
                double most = conformity == Conformity.LAC ? level / 100.0 + 0.025 : 1;
                assertThat((double) covered[c] / n[c]).isBetween(level / 100.0 - 0.012, most);
            }
        }
    }

    @Test
    void a_class_with_too_few_subjects_is_in_every_set_and_said_to_be() {
        int n = 100;
        int[] truth = IntStream.range(0, n).map(i -> i < 8 ? 0 : 1).toArray();
        double[][] p = IntStream.range(0, n)
                .mapToObj(i -> new double[] {(i + 1) / 200.0, 1 - (i + 1) / 200.0})
                .toArray(double[][]::new);
        HeldOutSubjects subjects = Simulated.of(List.of("rare", "usual"), truth, p);

        SetFigures at95 = ConformalEvaluation.of(subjects, new SubjectResamples(subjects.truths(), FEW))
                .sets()
                .get(4);

        assertThat(at95.levelPercent()).isEqualTo(95);
        assertThat(at95.assurance()).isEqualTo(Assurance.AVERAGE);
        SetFigures.ClassCoverage rare = at95.perClass().get("rare");
        assertThat(rare.enough()).isFalse();
        assertThat(rare.calibrated()).isEqualTo(6);
        assertThat(rare.needed()).isEqualTo(19);
        assertThat(rare.coverage().value()).isEqualTo(1);
        assertThat(at95.perClass().get("usual").enough()).isTrue();
    }

    @Test
    void a_level_needs_so_many_subjects_that_one_in_all_is_the_tail() {
        assertThat(Assurance.AVERAGE.neededSubjects(80)).isEqualTo(4);
        assertThat(Assurance.AVERAGE.neededSubjects(90)).isEqualTo(9);
        assertThat(Assurance.AVERAGE.neededSubjects(95)).isEqualTo(19);
        assertThat(Assurance.NINE_IN_TEN.neededSubjects(80)).isEqualTo(11);
        assertThat(Assurance.NINE_IN_TEN.neededSubjects(90)).isEqualTo(22);
        assertThat(Assurance.NINE_IN_TEN.neededSubjects(95)).isEqualTo(45);
    }

    @ParameterizedTest
    @EnumSource(Assurance.class)
    void with_one_subject_fewer_than_needed_nothing_is_left_out(Assurance assurance) {
        for (int level : ConformalEvaluation.LEVELS) {
            int needed = assurance.neededSubjects(level);
            assertThat(assurance.beyond(needed, level)).isEqualTo(1);
            assertThat(assurance.beyond(needed - 1, level)).isZero();
        }
    }

    /** 60 cohorts; calibrated on others of the same kind, at least 90 % of them cover what is promised. */
    @Test
    void nine_in_ten_cohorts_cover_the_level_each_by_itself() {
        int kept = 0;
        int onAverage = 0;
        for (long seed = 0; seed < 60; seed++) {
            HeldOutSubjects subjects = Simulated.atTemperature(100 + seed, 1_500, 0.4);
            CrossConformal conformal = new CrossConformal(subjects, Conformity.LAC);
            kept += coverage(subjects, conformal.sets(90, Assurance.NINE_IN_TEN)) >= 0.9 ? 1 : 0;
            onAverage += coverage(subjects, conformal.sets(90, Assurance.AVERAGE)) >= 0.9 ? 1 : 0;
        }

        assertThat(kept).isGreaterThanOrEqualTo(54);
        assertThat(onAverage).isLessThan(kept);
    }

    private static double coverage(HeldOutSubjects subjects, boolean[][] sets) {
        return IntStream.range(0, subjects.size())
                        .filter(i -> sets[i][subjects.truth(i)])
                        .count()
                / (double) subjects.size();
    }

    @Test
    void a_class_is_as_strange_as_it_is_improbable_and_cumulates_what_is_more_probable() {
        double[] p = {0.2, 0.5, 0.3};

        assertThat(Conformity.LAC.score(p, 2)).isCloseTo(0.7, within(1e-12));
        assertThat(Conformity.APS.score(p, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(Conformity.APS.score(p, 2)).isCloseTo(0.8, within(1e-12));
        assertThat(Conformity.APS.score(p, 0)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void of_classes_that_are_equally_probable_none_counts_as_more_probable() {
        double[] tie = {0.4, 0.4, 0.2};
        assertThat(Conformity.APS.score(tie, 0)).isCloseTo(0.4, within(1e-12));
        assertThat(Conformity.APS.score(tie, 1)).isCloseTo(0.4, within(1e-12));
        assertThat(Conformity.APS.score(tie, 2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void sets_of_a_single_class_are_correct_as_often_as_a_count_says() {
        HeldOutSubjects subjects = Simulated.atTemperature(4, 300, 1);
        boolean[][] sets = new CrossConformal(subjects, Conformity.LAC).sets(80, Assurance.AVERAGE);
        int[] single = IntStream.range(0, subjects.size())
                .filter(i -> (sets[i][0] ? 1 : 0) + (sets[i][1] ? 1 : 0) + (sets[i][2] ? 1 : 0) == 1)
                .toArray();
        long correct =
                IntStream.of(single).filter(i -> sets[i][subjects.truth(i)]).count();

        SetFigures figures = new PredictionSets(
                        subjects, new CrossConformal(subjects, Conformity.LAC), Conformity.LAC, 80, Assurance.AVERAGE)
                .figures(NO_ESTIMATE);

        assertThat(correct).isBetween(1L, single.length - 1L);
        assertThat(figures.single().value()).isEqualTo(single.length / 300.0, within(1e-12));
        assertThat(figures.singleRight().value()).isEqualTo((double) correct / single.length, within(1e-12));
    }

    /**
     * At 90 % nine subjects of a class are needed; with five folds, ten subjects leave eight in the others, twelve
     * nine.
     */
    @Test
    void as_many_subjects_as_are_needed_are_enough() {
        for (int ofClass : new int[] {10, 12}) {
            int[] truth = IntStream.range(0, 60).map(i -> i < ofClass ? 0 : 1).toArray();
            double[][] p = IntStream.range(0, 60)
                    .mapToObj(i -> new double[] {0.5, 0.5})
                    .toArray(double[][]::new);
            HeldOutSubjects subjects = Simulated.of(List.of("rare", "usual"), truth, p);

            SetFigures.ClassCoverage rare = new PredictionSets(
                            subjects,
                            new CrossConformal(subjects, Conformity.LAC),
                            Conformity.LAC,
                            90,
                            Assurance.AVERAGE)
                    .figures(NO_ESTIMATE)
                    .perClass()
                    .get("rare");

            assertThat(rare.needed()).isEqualTo(9);
            assertThat(rare.calibrated()).isEqualTo(ofClass == 10 ? 8 : 9);
            assertThat(rare.enough()).isEqualTo(ofClass == 12);
        }
    }
}
