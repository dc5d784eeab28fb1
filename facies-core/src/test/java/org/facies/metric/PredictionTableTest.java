package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionTableTest {
    private static final String HEADER = "model,fold,photo,subject,diagnosis,predicted,p_none,p_noonan\n";

    @TempDir
    Path folder;

    @Test
    void a_table_reads_back_to_the_same_bits() {
        Path csv = folder.resolve("predictions.csv");
        for (long seed = 0; seed < 50; seed++) {
            PredictionTable table = RandomPredictions.of(seed, List.of("a b", "b,c", "ü"), 10, 2);
            table.write(csv);
            assertThat(PredictionTable.read(csv)).as("seed %d", seed).isEqualTo(table);
        }
    }

    @Test
    void the_file_has_the_published_layout() {
        Path csv = folder.resolve("predictions.csv");
        Prediction prediction = new Prediction("m", 3, "a.jpg", "P1", "noonan", List.of(0.5, 0.5));
        new PredictionTable(List.of("none", "noonan"), List.of(prediction)).write(csv);
        assertThat(csv)
                .hasContent("model,division,seed,fold,photo,subject,diagnosis,predicted,p_none,p_noonan,"
                        + "log_p_none,log_p_noonan\n"
                        + "m,0,0,3,a.jpg,P1,noonan,none,0.5,0.5,-0.6931471805599453,-0.6931471805599453\n");
    }

    @Test
    void division_seed_and_logarithms_read_back_a_probability_of_zero_too() {
        Path csv = folder.resolve("predictions.csv");
        PredictionTable table = new PredictionTable(
                List.of("none", "noonan"),
                List.of(
                        new Prediction(
                                "m", 2, 41, 3, "a.jpg", "P1", "noonan", List.of(1.0, 0.0), List.of(-1e-90, -200.5)),
                        new Prediction("m", 0, "b.jpg", "P2", "none", List.of(1.0, 0.0))));
        table.write(csv);

        assertThat(csv).content().contains("m,2,41,3,a.jpg", ",1.0,0.0,-1.0E-90,-200.5\n", ",1.0,0.0,0.0,-Infinity\n");
        assertThat(PredictionTable.read(csv)).isEqualTo(table);
        assertThat(PredictionTable.readImported(csv)).isEqualTo(table);
    }

    @Test
    void a_file_of_the_old_layout_is_of_division_and_seed_zero_with_the_logarithms_of_its_probabilities() {
        Prediction prediction = PredictionTable.read(file(HEADER + "m,3,a.jpg,P1,noonan,none,0.75,0.25\n"))
                .predictions()
                .get(0);
        assertThat(prediction.division()).isZero();
        assertThat(prediction.seed()).isZero();
        assertThat(prediction.logProbabilities()).containsExactly(Math.log(0.75), Math.log(0.25));
    }

    @Test
    void columns_of_logarithms_are_of_all_classes_or_none() {
        Path csv = file("model,fold,photo,subject,diagnosis,p_none,p_noonan,log_p_none,log_p_turner\n");
        String remedy = "Give a column log_p_<class> for each p_<class>, or none.";
        assertThatThrownBy(() -> PredictionTable.read(csv))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 1: \"log_p_noonan\" is missing. " + remedy,
                        csv + " row 1: \"log_p_turner\" is of no class with a column p_. " + remedy));
    }

    @Test
    void logarithms_of_other_numbers_and_of_base_ten_are_named() {
        Path csv = file("""
                model,division,seed,fold,photo,subject,diagnosis,p_none,p_noonan,log_p_none,log_p_noonan
                m,0,0,0,a.jpg,P1,none,0.5,0.5,-0.6931,-0.3010
                m,x,1.5,0,b.jpg,P2,none,0.9,0.1,much,
                """);
        String remedy = "Give ln p, or leave the columns log_p_ out.";
        assertThatThrownBy(() -> PredictionTable.readImported(csv))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 2, column log_p_noonan: \"-0.3010\" is not the natural logarithm of p_noonan. "
                                + remedy,
                        csv + " row 3, column division: \"x\" is not a whole number. Number the divisions from 0.",
                        csv
                                + " row 3, column seed: \"1.5\" is not a whole number. Give the seed of the training,"
                                + " or 0.",
                        csv + " row 3, column log_p_none: \"much\" is not the natural logarithm of p_none. " + remedy,
                        csv + " row 3, column log_p_noonan: is not the natural logarithm of p_noonan. " + remedy));
    }

    @Test
    void one_run_names_one_of_each_defect() {
        Path csv = file(HEADER
                + "m,0,a.jpg,P1,none,none,0.9,0.1\n"
                + "m,0,a.jpg,P1,none,,0.9,0.1\n"
                + "m,0,b.jpg,P1,noonan,,0.9,0.1\n"
                + "n,0,a.jpg,P2,none,,0.9,0.1\n"
                + "m,x,c.jpg,P3,none,,NaN,-0.1\n"
                + "m,0,d.jpg,P4,other,,0.9,0.1\n"
                + "m,0,e.jpg,P5,none,,0,0\n"
                + "m,0,f.jpg,P6,none,noonan,0.9,0.1\n"
                + ",0,g.jpg,P7,none,,Infinity,much\n");
        String number = "Give a number from 0 to 1.";
        String row = "Correct or remove the row.";
        assertThatThrownBy(() -> PredictionTable.read(csv))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 3, column photo: \"a.jpg\" is there twice for model m. " + row,
                        csv + " row 4, column diagnosis: \"noonan\" is not the diagnosis none that subject P1 had. "
                                + row,
                        csv + " row 5, column subject: \"P2\" is not the subject P1 that photo a.jpg had. " + row,
                        csv + " row 6, column fold: \"x\" is not a whole number. Number the folds from 0.",
                        csv + " row 6, column p_none: \"NaN\" is not a probability. " + number,
                        csv + " row 6, column p_noonan: \"-0.1\" is not a probability. " + number,
                        csv + " row 7, column diagnosis: \"other\" has no column p_other. "
                                + "Add the column, or correct the name.",
                        csv + " row 8, column p_none: begins probabilities that sum to 0.0. "
                                + "Give probabilities that sum to 1.",
                        csv + " row 9, column predicted: \"noonan\" is not the most probable class, none. "
                                + "Leave the cell empty, or mend the probabilities.",
                        csv + " row 10, column model: is empty. Fill the cell.",
                        csv + " row 10, column p_none: \"Infinity\" is not a probability. " + number,
                        csv + " row 10, column p_noonan: \"much\" is not a probability. " + number));
    }

    @Test
    void unknown_columns_and_too_few_probabilities_are_named() {
        Path csv = file("model,fold,photo,subject,diagnosis,score,p_none\nm,0,a.jpg,P1,none,1,1\n");
        assertThatThrownBy(() -> PredictionTable.read(csv))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"score\" is not a known column")
                .hasMessageContaining("has 1 probability columns");
    }

    @Test
    void a_file_without_predictions_is_bad_input() {
        Path csv = file(HEADER);
        assertThatThrownBy(() -> PredictionTable.read(csv))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no prediction");
    }

    @Test
    void scores_that_do_not_sum_to_one_are_divided_by_their_sum() {
        PredictionTable table = PredictionTable.read(file(HEADER + "m,0,a.jpg,P1,none,,3,1\n"));
        assertThat(table.predictions().get(0).probabilities()).containsExactly(3.0, 1.0);
        assertThat(Case.of(Level.PHOTO, table.predictions(), table.classes())
                        .get(0)
                        .probabilities())
                .containsExactly(0.75, 0.25);
    }

    @Test
    void predictions_of_another_tool_may_lack_folds_and_sum_to_one_within_a_hundredth() {
        Path csv = file("""
                model,photo,subject,diagnosis,p_none,p_noonan
                m,a.jpg,P1,none,0.7,0.31
                m,b.jpg,P2,noonan,0.69,0.3
                """);
        PredictionTable table = PredictionTable.readImported(csv);
        assertThat(table.predictions()).extracting(Prediction::fold).containsOnly(0);
        assertThat(Case.of(Level.PHOTO, table.predictions(), table.classes())
                        .get(0)
                        .probabilities()[0])
                .isCloseTo(0.7 / 1.01, within(1e-15));
    }

    @Test
    void predictions_of_another_tool_that_sum_to_anything_else_are_refused() {
        Path csv = file(HEADER + "m,0,a.jpg,P1,none,,0.7,0.32\nm,x,b.jpg,P2,none,,70,30\n");
        String remedy = "Give probabilities that sum to 1; sums from 0.99 to 1.01 are accepted as rounding.";
        assertThatThrownBy(() -> PredictionTable.readImported(csv))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 2, column p_none: begins probabilities that sum to 1.02. " + remedy,
                        csv + " row 3, column fold: \"x\" is not a whole number. Number the folds from 0.",
                        csv + " row 3, column p_none: begins probabilities that sum to 100.0. " + remedy));
    }

    @Test
    void a_subject_is_the_mean_of_its_photos_once_each_sums_to_one() {
        PredictionTable table =
                PredictionTable.read(file(HEADER + "m,0,a.jpg,P1,none,,3,1\nm,1,b.jpg,P1,none,,0.25,0.75\n"));
        List<Case> subjects = Case.of(Level.SUBJECT, table.predictions(), table.classes());
        assertThat(subjects).hasSize(1);
        assertThat(subjects.get(0).probabilities()).containsExactly(0.5, 0.5);
    }

    @Test
    void of_equal_probabilities_the_first_is_predicted() {
        assertThat(new Prediction("m", 0, "a.jpg", "P1", "none", List.of(0.2, 0.4, 0.4)).predictedIndex())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_a_probability_cannot_be_made() {
        for (double wrong : new double[] {-1e-300, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Prediction("m", 0, "a.jpg", "P1", "none", List.of(wrong, 0.5)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tables_of_folds_are_pooled_in_their_order() {
        PredictionTable one = one("a.jpg", "none", "noonan");
        PredictionTable two = one("b.jpg", "none", "noonan");
        assertThat(PredictionTable.pooled(List.of(one, two)).predictions())
                .extracting(Prediction::photo)
                .containsExactly("a.jpg", "b.jpg");
        assertThatThrownBy(() -> PredictionTable.pooled(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.jpg is there twice for model m");
        assertThatThrownBy(() -> PredictionTable.pooled(List.of(one, one("b.jpg", "none", "other"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tables of different classes cannot be pooled");
    }

    private static PredictionTable one(String photo, String... classes) {
        Prediction prediction = new Prediction("m", 0, photo, "P1", "none", List.of(0.5, 0.5));
        return new PredictionTable(List.of(classes), List.of(prediction));
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("predictions.csv"), text);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
