package org.facies.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
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
                        csv + " row 3, column subject: \"P9\" is not in the predictions. Mend the name, or remove the"
                                + " row.",
                        csv + " row 4, column answer: \"turner\" is not a class of the predictions. Write one of none,"
                                + " noonan.",
                        csv + " row 5, column subject: \"P1\" was judged by Ada before, in row 2. Keep one of the two"
                                + " rows.",
                        csv + " row 6, column confidence: \"90\" is not a confidence. Give a number from 0 to 1.",
                        csv + " row 6, column seconds: \"-1\" is not a time in seconds. Give a number above 0.",
                        csv + " row 6, column experience: \"junior\" contradicts \"senior\" of the same reader in row"
                                + " 2. Give one experience a reader, the same in each row.",
                        csv + " row 7, column reader: is empty. Fill the cell, or remove the row.",
                        csv + " row 8, column subject: is empty. Fill the cell, or remove the row.",
                        csv + " row 8, column answer: is empty. Fill the cell, or remove the row.",
                        csv + " row 8, column confidence: \"NaN\" is not a confidence. Give a number from 0 to 1.",
                        csv + " row 8, column seconds: \"soon\" is not a time in seconds. Give a number above 0."));
    }

    @Test
    void a_file_about_other_cases_gets_one_sentence() {
        assertThatThrownBy(() -> read("reader,subject,answer\nAda,X1,none\nAda,X2,none\nBo,X1,turner\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv + ": \"X1\" and every other subject is not in the predictions. Name each subject as in"
                        + " the predictions, for example P1.");
    }

    @Test
    void answers_at_both_levels_are_refused() {
        assertThatThrownBy(() -> read("reader,photo,subject,answer\nAda,a.jpg,,none\nAda,,P2,none\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv + ": has answers about photos (first in row 2) and about subjects (first in row 3)."
                        + " Fill one of the two columns, and evaluate two files one by one.");
    }

    @Test
    void a_file_without_cases_or_with_other_columns_is_told_so() {
        assertThatThrownBy(() -> read("reader,child,answer\nAda,P1,none\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 1: \"child\" is not a known column. Remove the column; known are reader, photo or"
                                + " subject, answer, confidence, seconds and experience.",
                        csv + " row 1: has neither a column subject nor a column photo. Name the case that was judged"
                                + " in one of them."));
        assertThatThrownBy(() -> read("reader,subject,answer\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(csv + ": has no answer. Give a file with at least one row.");
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
