package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The published analysis of the VanDyke data, and seeded scores against a brute-force recipe,
 * {@code golden/mrmc/make.py}.
 */
class ObuchowskiRocketteTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double[][] VAN_DYKE = {
        {.919645733, .858776167, .903864734, .973107890, .829790660},
        {.947826087, .905314010, .921739130, .999355878, .929951691}
    };
    private static final ReaderCovariance VAN_DYKE_JACKKNIFE =
            new ReaderCovariance(.00080228827, .00034661371, .00034407483, .00023902837);

    private final JsonNode golden = golden();
    private final DeLong[][] areas = areas();

    @Test
    void van_dyke_random_readers_and_random_cases() {
        ObuchowskiRockette analysis = new ObuchowskiRockette(VAN_DYKE, VAN_DYKE_JACKKNIFE);
        assertThat(analysis.msModality()).isCloseTo(.00479617053, within(5e-10));
        assertThat(analysis.msInteraction()).isCloseTo(.00055103062, within(5e-11));
        ModalityComparison test = analysis.randomReadersRandomCases();
        assertThat(test.statistic()).isCloseTo(4.45631869, within(5e-7));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.denominatorDegreesOfFreedom()).isCloseTo(15.25967459, within(5e-6));
        assertThat(test.p()).isCloseTo(.05166568582, within(5e-9));
        assertThat(test.difference()).isCloseTo(-.043800322, within(5e-10));
        assertThat(test.standardError()).isCloseTo(.02074861838, within(5e-10));
        assertThat(test.interval().low()).isCloseTo(-.08795950, within(5e-9));
        assertThat(test.interval().high()).isCloseTo(.00035885, within(5e-9));
    }

    @Test
    void van_dyke_fixed_readers_and_fixed_cases() {
        ObuchowskiRockette analysis = new ObuchowskiRockette(VAN_DYKE, VAN_DYKE_JACKKNIFE);
        ModalityComparison readers = analysis.fixedReaders();
        assertThat(readers.statistic()).isCloseTo(5.47595324, within(5e-7));
        assertThat(readers.p()).isCloseTo(.01927984, within(5e-9));
        assertThat(readers.denominatorDegreesOfFreedom()).isInfinite();
        ModalityComparison cases = analysis.fixedCases();
        assertThat(cases.statistic()).isCloseTo(8.704, within(5e-4));
        assertThat(cases.p()).isCloseTo(.04195875, within(5e-8));
    }

    /**
     * Only F is published of the DeLong analysis; it gives the excess of cov2 over cov3, on which freedom and p depend.
     */
    @Test
    void van_dyke_with_delong_covariance() {
        double excess = (.00479617053 / 4.48485432 - .00055103062) / 5;
        ModalityComparison test = new ObuchowskiRockette(VAN_DYKE, new ReaderCovariance(.0008, .0003, excess, 0))
                .randomReadersRandomCases();
        assertThat(test.denominatorDegreesOfFreedom()).isCloseTo(15.06610794, within(5e-6));
        assertThat(test.p()).isCloseTo(.05123303, within(5e-8));
    }

    @Test
    void areas_and_covariances_agree_with_leaving_out_each_case_and_with_all_pairs() {
        for (int m = 0; m < areas.length; m++) {
            for (int r = 0; r < areas[m].length; r++) {
                double expected = golden.at("/auc/" + (m * areas[m].length + r)).asDouble();
                assertThat(areas[m][r].auc()).isCloseTo(expected, EXACT);
            }
        }
        assertSame(ReaderCovariance.jackknife(areas), golden.get("jackknife"));
        assertSame(ReaderCovariance.deLong(areas), golden.get("delong"));
    }

    @Test
    void tests_agree_with_the_recipe() {
        assertTests(ReaderCovariance.jackknife(areas), golden.get("jackknife_tests"));
        assertTests(ReaderCovariance.deLong(areas), golden.get("delong_tests"));
    }

    @Test
    void readers_against_one_model_agree_with_the_recipe() {
        DeLong model = areas[1][3];
        double[] differences = IntStream.range(0, 4)
                .mapToDouble(r -> areas[0][r].auc() - model.auc())
                .toArray();
        double[][] withoutEach = IntStream.range(0, 4)
                .mapToObj(r -> minus(areas[0][r].withoutEach(), model.withoutEach()))
                .toArray(double[][]::new);
        ReaderCovariance errors = ReaderCovariance.jackknife(new double[][][] {withoutEach});
        ModalityComparison test = ObuchowskiRockette.readersAgainstModel(differences, errors);
        JsonNode expected = golden.get("against_model");
        assertThat(errors.cov2()).isCloseTo(expected.get("cov2").asDouble(), within(1e-12));
        assertThat(errors.cov1()).isNaN();
        assertThat(test.statistic()).isCloseTo(expected.get("t").asDouble(), EXACT);
        assertThat(test.denominatorDegreesOfFreedom())
                .isCloseTo(expected.get("df").asDouble(), within(1e-7));
        assertThat(test.p()).isCloseTo(expected.get("p").asDouble(), EXACT);
    }

    @Test
    void cohen_kappa_and_its_error_agree_with_statsmodels() {
        double[][] scores = columns();
        CohenKappa kappa = CohenKappa.of(levels(scores[1]), levels(scores[6]), 3);
        assertThat(kappa.value()).isCloseTo(golden.at("/cohen/kappa").asDouble(), EXACT);
        assertThat(kappa.standardError()).isCloseTo(golden.at("/cohen/se").asDouble(), EXACT);
    }

    @Test
    void the_jackknife_of_a_mean_is_its_sample_covariance() {
        double[][][] correct = {{{1, 0, 1, 1, 0, 1}, {1, 1, 0, 1, 0, 0}}, {{0, 0, 1, 1, 1, 1}, {1, 0, 0, 1, 1, 0}}};
        double[][][] withoutEach = new double[2][2][];
        for (int m = 0; m < 2; m++) {
            for (int r = 0; r < 2; r++) {
                double[] own = correct[m][r];
                double sum = IntStream.range(0, 6).mapToDouble(i -> own[i]).sum();
                withoutEach[m][r] = IntStream.range(0, 6)
                        .mapToDouble(i -> (sum - own[i]) / 5)
                        .toArray();
            }
        }
        ReaderCovariance means = ReaderCovariance.ofMeans(correct);
        ReaderCovariance jackknife = ReaderCovariance.jackknife(withoutEach);
        assertThat(means.variance()).isCloseTo(jackknife.variance(), within(1e-15));
        assertThat(means.cov1()).isCloseTo(jackknife.cov1(), within(1e-15));
        assertThat(means.cov2()).isCloseTo(jackknife.cov2(), within(1e-15));
        assertThat(means.cov3()).isCloseTo(jackknife.cov3(), within(1e-15));
    }

    @Test
    void figures_that_do_not_vary_have_no_test() {
        double[][] same = {{0.8, 0.8}, {0.8, 0.8}};
        ObuchowskiRockette analysis = new ObuchowskiRockette(same, new ReaderCovariance(0, 0, 0, 0));
        assertThat(analysis.randomReadersRandomCases().p()).isNaN();
        assertThat(analysis.fixedReaders().p()).isNaN();
        assertThat(analysis.fixedCases().statistic()).isNaN();
    }

    @Test
    void one_reader_is_no_sample_of_readers() {
        assertThatThrownBy(() -> new ObuchowskiRockette(new double[][] {{0.8}, {0.9}}, VAN_DYKE_JACKKNIFE))
                .hasMessage("2 modalities and 1 readers; both need two");
        assertThatThrownBy(() -> ObuchowskiRockette.readersAgainstModel(new double[1], VAN_DYKE_JACKKNIFE))
                .hasMessage("1 readers; two are needed");
    }

    private void assertTests(ReaderCovariance errors, JsonNode expected) {
        double[][] figures = new double[2][4];
        for (int m = 0; m < 2; m++) {
            for (int r = 0; r < 4; r++) {
                figures[m][r] = areas[m][r].auc();
            }
        }
        ObuchowskiRockette analysis = new ObuchowskiRockette(figures, errors);
        ModalityComparison both = analysis.randomReadersRandomCases();
        assertThat(analysis.msModality()).isCloseTo(expected.get("ms_t").asDouble(), EXACT);
        assertThat(analysis.msInteraction()).isCloseTo(expected.get("ms_tr").asDouble(), EXACT);
        assertThat(both.statistic()).isCloseTo(expected.get("f").asDouble(), EXACT);
        assertThat(both.denominatorDegreesOfFreedom())
                .isCloseTo(expected.get("ddf").asDouble(), within(1e-8));
        assertThat(both.p()).isCloseTo(expected.get("p").asDouble(), EXACT);
        assertThat(both.standardError()).isCloseTo(expected.get("se").asDouble(), EXACT);
        assertThat(analysis.fixedReaders().statistic())
                .isCloseTo(expected.get("chi2").asDouble(), EXACT);
        assertThat(analysis.fixedReaders().p())
                .isCloseTo(expected.get("p_fixed_readers").asDouble(), EXACT);
        assertThat(analysis.fixedCases().p())
                .isCloseTo(expected.get("p_fixed_cases").asDouble(), EXACT);
    }

    private static void assertSame(ReaderCovariance actual, JsonNode expected) {
        assertThat(actual.variance()).isCloseTo(expected.get("variance").asDouble(), within(1e-12));
        assertThat(actual.cov1()).isCloseTo(expected.get("cov1").asDouble(), within(1e-12));
        assertThat(actual.cov2()).isCloseTo(expected.get("cov2").asDouble(), within(1e-12));
        assertThat(actual.cov3()).isCloseTo(expected.get("cov3").asDouble(), within(1e-12));
    }

    private static DeLong[][] areas() {
        double[][] columns = columns();
        boolean[] positive = new boolean[columns[0].length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = columns[0][i] == 1;
        }
        DeLong[][] areas = new DeLong[2][4];
        for (int m = 0; m < 2; m++) {
            for (int r = 0; r < 4; r++) {
                areas[m][r] = DeLong.of(columns[1 + 4 * m + r], positive);
            }
        }
        return areas;
    }

    private static int[] levels(double[] scores) {
        return IntStream.range(0, scores.length)
                .map(i -> scores[i] >= 1 ? 2 : scores[i] >= 0 ? 1 : 0)
                .toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private static double[][] columns() {
        List<String> lines = new String(bytes("scores.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
        double[][] columns = new double[9][lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = Double.parseDouble(cells[c]);
            }
        }
        return columns;
    }

    private static JsonNode golden() {
        try {
            return new ObjectMapper().readTree(bytes("golden.json"));
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream file = ObuchowskiRocketteTest.class.getResourceAsStream("/golden/mrmc/" + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * Two modalities hide a wrong number of degrees of freedom. By the formulas of Hillis 2014 in numpy and scipy 1.17.
     */
    @Test
    void three_modalities_agree_with_scipy() {
        double[][] figures = {{.80, .85, .78, .91}, {.84, .86, .83, .90}, {.75, .83, .79, .85}};
        ObuchowskiRockette analysis =
                new ObuchowskiRockette(figures, new ReaderCovariance(.0008, .0004, .00035, .0002));
        assertThat(analysis.msModality()).isCloseTo(0.002775, EXACT);
        assertThat(analysis.msInteraction()).isCloseTo(0.00040833333333333325, EXACT);
        ModalityComparison random = analysis.randomReadersRandomCases();
        assertThat(random.statistic()).isCloseTo(2.752066115702467, EXACT);
        assertThat(random.denominatorDegreesOfFreedom()).isCloseTo(36.58725531028739, EXACT);
        assertThat(random.p()).isCloseTo(0.07701714431975064, EXACT);
        assertThat(random.standardError()).isCloseTo(0.022453655975512465, EXACT);
        ModalityComparison readers = analysis.fixedReaders();
        assertThat(readers.statistic()).isCloseTo(6.529411764705851, EXACT);
        assertThat(readers.p()).isCloseTo(0.03820817112863075, EXACT);
        assertThat(readers.standardError()).isCloseTo(0.020615528128088305, EXACT);
        ModalityComparison cases = analysis.fixedCases();
        assertThat(cases.statistic()).isCloseTo(6.795918367346909, EXACT);
        assertThat(cases.p()).isCloseTo(0.028722900390625257, EXACT);
    }
}
