package org.facies.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.calibration.CrossFitting;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.CohenKappa;
import org.facies.statistic.DecisionCurve;
import org.junit.jupiter.api.Test;

/** What reviewers ask: sensitivity at a fixed specificity, net benefit at a prevalence, agreement of photos. */
class ReviewerFiguresTest {
    private static final EvaluationSettings FEW = new EvaluationSettings(200, 3);
    private static final List<String> CLASSES = List.of("none", "noonan", "wbs");

    @Test
    void a_threshold_holds_its_specificity_on_the_other_folds_and_not_on_its_own() {
        // fold 0: others 0.1 … 1.0, so 90 % are below a threshold just above 0.9; fold 1: others 0.01 … 0.10
        List<Prediction> rows = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            rows.add(row("a" + i, 0, "none", i / 100.0));
            rows.add(row("b" + i, 1, "none", i / 10.0 - 0.001));
        }
        rows.add(row("x", 0, "noonan", 0.95));
        rows.add(row("y", 1, "noonan", 0.095));
        HeldOutSubjects subjects = HeldOutSubjects.of(new PredictionTable(CLASSES, rows), "m");

        Map<String, ClassSensitivity> found = ClassSensitivity.of(subjects, "none");

        assertThat(found).containsOnlyKeys("noonan", "wbs");
        ClassSensitivity noonan = found.get("noonan");
        assertThat(noonan.subjects()).isEqualTo(2);
        assertThat(noonan.points()).extracting(ClassSensitivity.Point::at).containsExactly(0.9, 0.95);
        // of fold 0 all others are clear of 0.899; of fold 1 one of ten is, 0.099, at the threshold just above 0.09
        assertThat(noonan.points().get(0).sensitivity().value()).isEqualTo(1);
        assertThat(noonan.points().get(0).specificity().value()).isEqualTo(10 / 20.0);
        assertThat(found.get("wbs").points().get(0).sensitivity().reason()).isEqualTo("no subject is of class wbs");
    }

    @Test
    void where_there_is_no_unaffected_class_every_class_is_judged() {
        HeldOutSubjects subjects = HeldOutSubjects.of(random(60, 1), "m");

        assertThat(ClassSensitivity.of(subjects, "")).containsOnlyKeys(CLASSES);
    }

    @Test
    void at_the_cohorts_own_prevalence_net_benefit_is_that_of_the_plain_decision_curve() {
        PredictionTable table = random(150, 5);
        HeldOutSubjects subjects = HeldOutSubjects.of(table, "m");
        HeldOutSubjects scaled = CrossFitting.chosen(subjects).scaled();
        double prevalence = 2 / 3.0;

        NetBenefitCurve curve = curves(scaled, prevalence).get(0);

        double[] any = IntStream.range(0, scaled.size())
                .mapToDouble(i -> 1 - scaled.probability(i, 0))
                .toArray();
        boolean[] affected = new boolean[any.length];
        for (int i = 0; i < affected.length; i++) {
            affected[i] = scaled.truth(i) != 0;
        }
        double[] thresholds = curve.points().stream()
                .mapToDouble(NetBenefitCurve.Point::threshold)
                .toArray();
        List<DecisionCurve.Point> plain = DecisionCurve.of(any, affected, thresholds);
        assertThat(curve.points()).hasSizeGreaterThan(1);
        for (int t = 0; t < thresholds.length; t++) {
            NetBenefitCurve.Point point = curve.points().get(t);
            assertThat(point.netBenefit().value()).isEqualTo(plain.get(t).model(), within(1e-12));
            assertThat(point.treatAll()).isEqualTo(plain.get(t).treatAll(), within(1e-12));
            assertThat(point.netBenefit().value())
                    .isBetween(
                            point.netBenefit().interval().low(),
                            point.netBenefit().interval().high());
        }
    }

    @Test
    void thresholds_are_round_numbers_around_the_prevalence() {
        assertThat(NetBenefitCurve.thresholds(0.01))
                .containsExactly(0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5);
        assertThat(NetBenefitCurve.thresholds(0.1)).startsWith(0.05).endsWith(0.7);
    }

    @Test
    void where_a_fitting_set_has_one_kind_of_children_there_is_no_curve() {
        List<Prediction> rows = List.of(
                row("a", 0, "none", 0.1),
                row("b", 0, "none", 0.2),
                row("c", 1, "noonan", 0.7),
                row("d", 1, "wbs", 0.3));
        HeldOutSubjects subjects = HeldOutSubjects.of(new PredictionTable(CLASSES, rows), "m");

        assertThat(NetBenefitCurve.of(
                        subjects, ScreeningSettings.standard(), new SubjectResamples(subjects.truths(), FEW)))
                .isEmpty();
    }

    @Test
    void the_pairs_of_a_child_count_as_one_child() {
        // s: three photos, answers none, none, noonan: one of three pairs agrees. t: both noonan. u: one photo.
        List<Prediction> rows = List.of(
                photo("s", 1, 0.1),
                photo("s", 2, 0.2),
                photo("s", 3, 0.9),
                photo("t", 1, 0.8),
                photo("t", 2, 0.9),
                photo("u", 1, 0.9));

        PhotoAgreement found = agreement(new PredictionTable(CLASSES, rows));

        double observed = (1 / 3.0 + 1) / 2;
        double noonan = (1 / 3.0 + 1) / 2;
        double chance = noonan * noonan + (1 - noonan) * (1 - noonan);
        assertThat(found.subjects()).isEqualTo(2);
        assertThat(found.pairs()).isEqualTo(4);
        assertThat(found.agreement().value()).isEqualTo(observed, within(1e-12));
        assertThat(found.kappa().value()).isEqualTo((observed - chance) / (1 - chance), within(1e-12));
        assertThat(found.byPhotos())
                .extracting(PhotoAgreement.ByPhotos::photos, PhotoAgreement.ByPhotos::subjects)
                .containsExactly(tuple(1, 1), tuple(2, 1), tuple(3, 1));
    }

    @Test
    void with_two_photos_each_it_is_cohens_kappa_of_all_pairs_in_both_orders() {
        PredictionTable table = random(80, 9);
        List<JudgedCase> photos = JudgedCase.of(table, "m", Level.PHOTO);
        int n = photos.size();
        int[] first = new int[n];
        int[] second = new int[n];
        for (int i = 0; i < n; i++) {
            first[i] = photos.get(i).predicted();
            second[i] = photos.get(i ^ 1).predicted();
        }

        PhotoAgreement found = agreement(table);

        assertThat(found.kappa().value())
                .isEqualTo(CohenKappa.of(first, second, CLASSES.size()).value(), within(1e-12));
        assertThat(found.kappa().interval().low()).isLessThan(found.kappa().value());
    }

    @Test
    void without_two_photos_of_a_child_it_says_so() {
        PhotoAgreement found =
                agreement(new PredictionTable(CLASSES, List.of(row("a", 0, "none", 0.1), row("b", 1, "noonan", 0.8))));

        assertThat(found.kappa().value()).isNaN();
        assertThat(found.kappa().reason()).isEqualTo("no subject has two photos");
    }

    private static List<NetBenefitCurve> curves(HeldOutSubjects scaled, double prevalence) {
        return NetBenefitCurve.of(
                        scaled,
                        new ScreeningSettings("none", 0.9, 0.95, List.of(prevalence)),
                        new SubjectResamples(scaled.truths(), FEW))
                .orElseThrow();
    }

    private static PhotoAgreement agreement(PredictionTable table) {
        HeldOutSubjects subjects = HeldOutSubjects.of(table, "m");
        return PhotoAgreement.of(
                JudgedCase.of(table, "m", Level.PHOTO), subjects, new SubjectResamples(subjects.truths(), FEW));
    }

    /** Two photos a subject, neighbours in the table; as many subjects of each class in each of five folds. */
    private static PredictionTable random(int subjects, long seed) {
        Random random = new Random(seed);
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            int truth = i % 3;
            for (int photo = 0; photo < 2; photo++) {
                List<Double> p = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    p.add(Math.exp((c == truth ? 1.2 : 0) + random.nextGaussian()));
                }
                rows.add(new Prediction("m", i / 3 % 5, "p" + i + "_" + photo, "s" + i, CLASSES.get(truth), p));
            }
        }
        return new PredictionTable(CLASSES, rows);
    }

    private static Prediction row(String subject, int fold, String diagnosis, double noonan) {
        return new Prediction("m", fold, subject + ".jpg", subject, diagnosis, List.of(1 - noonan, noonan, 0.0));
    }

    private static Prediction photo(String subject, int number, double noonan) {
        return new Prediction("m", 0, subject + number + ".jpg", subject, "noonan", List.of(1 - noonan, noonan, 0.0));
    }
}
