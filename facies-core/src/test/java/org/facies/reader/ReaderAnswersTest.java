package org.facies.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.facies.input.BadInput;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderAnswersTest {
    private static final PredictionTable TABLE = new PredictionTable(
            List.of("none", "noonan"),
            List.of(
                    prediction("a.jpg", "P1", "none"),
                    prediction("b.jpg", "P2", "noonan"),
                    prediction("c.jpg", "P3", "none")));

    @TempDir
    private Path folder;

    private Path csv;

    @Test
    void answers_about_subjects_are_read_with_all_that_comes_with_them() throws IOException {
        ReaderAnswers answers = read("""
                reader,subject,answer,confidence,seconds,experience
                Ada,P1,none,0.9,12,20 years
                Ada,P2,none,,,20 years
                Bo,P2,noonan,,,
                """);
        assertThat(answers)
                .isEqualTo(new ReaderAnswers(
                        Level.SUBJECT,
                        List.of(
                                new Reader(
                                        "Ada",
                                        "20 years",
                                        List.of(
                                                new Answer("P1", "none", OptionalDouble.of(0.9), OptionalDouble.of(12)),
                                                plain("P2", "none"))),
                                new Reader("Bo", "", List.of(plain("P2", "noonan"))))));
        assertThat(answers.judgedByAny()).containsExactly("P1", "P2");
        assertThat(answers.judgedByAll()).containsExactly("P2");
    }

    @Test
    void answers_about_photos_are_read_although_a_column_for_subjects_is_there() throws IOException {
        ReaderAnswers answers = read("reader,photo,subject,answer\nAda,a.jpg,,none\n");
        assertThat(answers.level()).isEqualTo(Level.PHOTO);
        assertThat(answers.readers()).containsExactly(new Reader("Ada", "", List.of(plain("a.jpg", "none"))));
    }

    @Test
    void one_run_names_one_of_each_defect() {
        assertThatThrownBy(() -> read("""
                        reader,subject,answer,confidence,seconds,experience
                        Ada,P1,none,0.9,12,senior
                        Ada,P9,none,,,senior
                        Ada,P2,turner,,,senior
                        Ada,P1,noonan,,,senior
                        Ada,P3,none,90,-1,junior
                        ,P1,none,,,
                        Bo,,,NaN,soon,
                        """))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv
                                + " row 3, column subject: \"P9\" is not in the predictions. Correct the name, or"
                                + " remove the row.",
                        csv + " row 4, column answer: \"turner\" is not a class of the predictions. Write one of none,"
                                + " noonan.",
                        csv + " row 5, column subject: \"P1\" was already answered by Ada in row 2. Keep one of the two"
                                + " rows.",
                        csv + " row 6, column confidence: \"90\" is not a confidence. Write a number from 0 to 1.",
                        csv + " row 6, column seconds: \"-1\" is not a time in seconds. Write a number above 0.",
                        csv
                                + " row 6, column experience: \"junior\" contradicts \"senior\" for the same reader"
                                + " in row 2. Write the same experience in every row of a reader.",
                        csv + " row 7, column reader: is empty. Fill in the cell, or remove the row.",
                        csv + " row 8, column subject: is empty. Fill in the cell, or remove the row.",
                        csv + " row 8, column confidence: \"NaN\" is not a confidence. Write a number from 0 to 1.",
                        csv + " row 8, column seconds: \"soon\" is not a time in seconds. Write a number above 0."));
    }

    @Test
    void a_reader_study_is_read_with_the_model_repeats_positions_and_probabilities() throws IOException {
        ReaderAnswers answers = read("""
                reader,subject,arm,answer,confidence,seconds,experience,position,block,repeat,p_noonan,p_none,comment
                Ada,P1,unaided,none,0.8,4,,4,1,0,0.2,0.8,"a, b"
                Ada,P1,aided,noonan,0.6,2,,4,1,0,,,
                Ada,P2,unaided,,,9,,5,1,0,,,
                Ada,P2,aided,noonan,1,3,,5,1,0,,,
                Ada,P1,unaided,none,0.6,5,,6,2,1,,,
                Ada,P1,aided,none,0.6,5,,6,2,1,,,
                """);
        Reader ada = answers.readers().get(0);
        assertThat(ada.answers())
                .containsExactly(
                        new Answer(
                                "P1",
                                "none",
                                OptionalDouble.of(0.8),
                                OptionalDouble.of(4),
                                Optional.of(new Answer.Place(4, 1)),
                                List.of(0.8, 0.2)),
                        placed("P2", "", OptionalDouble.empty(), 9, 5, 1));
        assertThat(ada.answers().get(1).isGiven()).isFalse();
        assertThat(ada.further().aided())
                .containsExactly(
                        placed("P1", "noonan", OptionalDouble.of(0.6), 2, 4, 1),
                        placed("P2", "noonan", OptionalDouble.of(1), 3, 5, 1));
        assertThat(ada.further().repeats()).containsExactly(placed("P1", "none", OptionalDouble.of(0.6), 5, 6, 2));
        assertThat(ada.isSimulated()).isFalse();
    }

    @Test
    void a_reader_whose_experience_begins_with_simulated_is_a_program() throws IOException {
        ReaderAnswers answers = read("""
                reader,subject,answer,experience
                Ada,P1,none,"simulated, 3 years"
                Bo,P1,none,simulated
                Cy,P1,none,worked with simulated patients
                """);
        assertThat(answers.readers()).extracting(Reader::isSimulated).containsExactly(true, true, false);
        assertThat(answers.withSimulated(Set.of("Cy", "Di")).readers())
                .extracting(Reader::isSimulated)
                .containsOnly(true);
    }

    @Test
    void one_run_names_one_of_each_defect_of_a_reader_study() {
        assertThatThrownBy(() -> read("""
                        reader,subject,arm,answer,confidence,position,block,repeat,p_none,p_noonan
                        Ada,P1,unaided,none,,4,1,0,0.5,0.4
                        Ada,P2,helped,none,,4,1,2,,
                        Ada,P2,unaided,,0.5,0,x,0,1,
                        Ada,P3,unaided,none,,4,1,0,-1,2
                        Ada,P3,aided,none,,7,1,1,,
                        Bo,P1,aided,none,,1,1,0,,
                        Bo,P1,aided,none,,2,1,0,,
                        """))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv
                                + " row 2, column p_none: \"0.5\" and the probabilities of the other classes"
                                + " do not sum to"
                                + " 1. Write probabilities that sum to 1.",
                        csv + " row 3, column arm: \"helped\" is not a known value. Write unaided or aided.",
                        csv
                                + " row 3, column repeat: \"2\" is not a known value. Write 0, or 1 for the"
                                + " second time"
                                + " that the reader saw the case.",
                        csv
                                + " row 3, column position: \"4\" is also the position of another case of"
                                + " Ada, in row 2. Give each case of a reader a different position.",
                        csv
                                + " row 4, column confidence: \"0.5\" is the confidence of an empty answer,"
                                + " which means"
                                + " \"cannot say\". Fill in the answer, or leave the confidence empty.",
                        csv
                                + " row 4, column position: \"0\" is not a position. Write a whole number"
                                + " that is at least 1.",
                        csv
                                + " row 4, column block: \"x\" is not a block number. Write a whole number"
                                + " that is at least 0.",
                        csv
                                + " row 4, column p_noonan: is empty, although other classes have a"
                                + " probability. Fill in all of them, or none.",
                        csv
                                + " row 4, column subject: \"P2\" was already answered by Ada in row 3. Keep"
                                + " one of the two"
                                + " rows.",
                        csv + " row 5, column p_none: \"-1\" is not a probability. Write a number from 0 to 1.",
                        csv + " row 5, column p_noonan: \"2\" is not a probability. Write a number from" + " 0 to 1.",
                        csv
                                + " row 5, column position: \"4\" is also the position of another case of"
                                + " Ada, in row 2. Give each case of a reader a different position.",
                        csv
                                + " row 8, column subject: \"P1\" was already answered by Bo in row 7. Keep"
                                + " one of the two"
                                + " rows.",
                        csv
                                + " row 6, column repeat: \"1\" has no first answer: no row has the same"
                                + " case, reader and arm and repeat 0."
                                + " Add that row, or write 0 if the case was shown once.",
                        csv
                                + " row 7, column reader: \"Bo\" has no unaided answer. Add the answers"
                                + " without the model, or remove the reader."));
    }

    @Test
    void a_file_about_other_cases_gets_one_sentence() {
        assertThatThrownBy(() -> read("reader,subject,answer\nAda,X1,none\nAda,X2,none\nBo,X1,turner\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv
                        + ": \"X1\" and every other subject is not in the predictions. Write each subject as"
                        + " in the predictions, for example P1.");
    }

    @Test
    void answers_at_both_levels_are_refused() {
        assertThatThrownBy(() -> read("reader,photo,subject,answer\nAda,a.jpg,,none\nAda,,P2,none\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv + ": has answers about photos (first in row 2) and about subjects (first in row 3)."
                        + " Fill in only one of the two columns, or split the file and evaluate each part separately.");
    }

    @Test
    void a_file_without_cases_or_with_other_columns_is_told_so() {
        assertThatThrownBy(() -> read("reader,child,answer\nAda,P1,none\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv
                                + " row 1: \"child\" is not a known column. Remove the column. The known"
                                + " columns are reader, photo or"
                                + " subject, arm, answer, confidence, seconds, experience, position, block,"
                                + " repeat,"
                                + " p_<class> and comment.",
                        csv
                                + " row 1: has neither a column subject nor a column photo. Add one of them,"
                                + " with the case of each answer."));
        assertThatThrownBy(() -> read("reader,subject,answer\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv + ": has no answer. Use a file with at least one row.");
        assertThatThrownBy(() -> read("reader,subject\nAda,P1\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"answer\" is missing from the columns");
    }

    @Test
    void the_median_time_is_of_the_answers_that_have_one() {
        Reader reader = new Reader("Ada", "", List.of(timed("P1", 4), timed("P2", 10), plain("P3", "none")));
        assertThat(reader.medianSeconds()).hasValue(7);
        assertThat(new Reader("Bo", "", List.of(plain("P1", "none"))).medianSeconds())
                .isEmpty();
    }

    private static Answer plain(String id, String diagnosis) {
        return new Answer(id, diagnosis, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Answer placed(
            String id, String diagnosis, OptionalDouble confidence, double seconds, int position, int block) {
        return new Answer(
                id,
                diagnosis,
                confidence,
                OptionalDouble.of(seconds),
                Optional.of(new Answer.Place(position, block)),
                List.of());
    }

    private static Answer timed(String id, double seconds) {
        return new Answer(id, "none", OptionalDouble.empty(), OptionalDouble.of(seconds));
    }

    private static Prediction prediction(String photo, String subject, String diagnosis) {
        return new Prediction("m", 0, photo, subject, diagnosis, List.of(0.6, 0.4));
    }

    private ReaderAnswers read(String text) throws IOException {
        csv = Files.writeString(folder.resolve("readers.csv"), text);
        return ReaderAnswers.read(csv, TABLE);
    }
}
