package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedAnswersTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_for_each_answer_but_those_of_practice() {
        String rows = """
            reader,subject,arm,answer,confidence,seconds,experience,position,block,repeat,p_n,p_x,p_y,comment
            R1,P0,unaided,n,1.0,12.346,"12 years, ENT, trained in genetics",2,1,0,0.75,0.125,0.125,"=1+1, ""quoted""
            next"
            R1,P3,unaided,,,0.001,"12 years, ENT, trained in genetics",3,1,0,,,,
            R1,P1,unaided,x,0.4666666666666667,4.0,"12 years, ENT, trained in genetics",4,2,0,,,,tab and é
            R1,P2,unaided,y,0.7333333333333333,5.0,"12 years, ENT, trained in genetics",5,2,0,,,,
            R1,P0,unaided,x,0.6,3.25,"12 years, ENT, trained in genetics",6,3,1,,,,
            R2,P0,unaided,x,0.8666666666666667,2.0,"simulated, 1 year, not trained in genetics",2,1,0,,,,
            R2,P0,aided,n,1.0,2.0,"simulated, 1 year, not trained in genetics",2,1,0,,,,
            R2,P3,unaided,n,0.6,2.0,"simulated, 1 year, not trained in genetics",3,1,0,,,,
            """;
        assertThat(SampleReading.collected().files().get("readers.csv")).isEqualTo(rows);
    }

    @Test
    void the_table_reads_back_cell_by_cell() {
        SampleReading.collected().write(folder);
        CsvTable table = CsvTable.read(folder.resolve("readers.csv"));
        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).hasSize(8);
        assertThat(table.rows().get(0).get("comment")).isEqualTo("=1+1, \"quoted\"\nnext");
        assertThat(table.rows().get(1).get("answer")).isEmpty();
        assertThat(table.rows())
                .extracting(row -> row.get("repeat"))
                .containsExactly("0", "0", "0", "0", "1", "0", "0", "0");
    }

    @Test
    void what_was_not_asked_has_no_column() {
        ReadingDesign all = SampleReading.design();
        ReadingDesign plain = new ReadingDesign(
                all.name(),
                all.cohort(),
                all.classes(),
                all.cases(),
                all.pictures(),
                all.order(),
                all.practice(),
                new ReadingDesign.Form(true, false, false, false),
                all.model(),
                all.readers(),
                all.invitationDays());
        ReadingStudy study = SampleReading.study();
        ReadingStudy asked = new ReadingStudy(plain, study.plan(), study.cohortSha256(), study.model(), study.advice());
        assertThat(new CollectedAnswers("0.1.0", asked, List.of()).files().get("readers.csv"))
                .isEqualTo("reader,subject,arm,answer,confidence,seconds,experience,position,block,repeat\n");
    }

    @Test
    void five_steps_lead_from_above_chance_to_certainty() {
        assertThat(AnswerTable.confidence(5, 4)).isEqualTo(1);
        assertThat(AnswerTable.confidence(1, 4)).isEqualTo(0.4);
        assertThat(AnswerTable.confidence(1, 2)).isEqualTo(0.6);
        for (int classes = 2; classes < 10; classes++) {
            for (int step = 1; step <= 5; step++) {
                assertThat(AnswerTable.confidence(step, classes))
                        .isGreaterThan(step == 1 ? 1.0 / classes : AnswerTable.confidence(step - 1, classes));
            }
        }
    }

    @Test
    void the_protocol_says_what_was_shown_to_whom_and_reads_back() {
        CollectedAnswers collected = SampleReading.collected();
        collected.write(folder);
        Protocol read = Protocol.read(folder.resolve("protocol.json"));

        assertThat(read).isEqualTo(collected.protocol());
        assertThat(read.study()).isEqualTo(SampleReading.study().id());
        assertThat(read.prevalenceShown())
                .containsEntry("n", 0.5)
                .containsEntry("x", 0.25)
                .containsEntry("y", 0.25);
        assertThat(read.cases())
                .extracting(Protocol.ShownCase::practice)
                .containsExactly(false, false, false, false, true);
        assertThat(read.cases().get(3).photos().get(0).sha256()).contains("0".repeat(64));
        assertThat(read.readers()).extracting(Protocol.ReaderRecord::simulated).containsExactly(false, true, false);
        assertThat(read.readers().get(0).revised()).containsExactly(new Protocol.Revised(3, Step.FIRST, 2));
        assertThat(read.readers().get(1).revised()).containsExactly(new Protocol.Revised(2, Step.SECOND, 1));
        assertThat(read.readers().get(1).finished()).isEmpty();
        assertThat(read.readers().get(0).order())
                .isEqualTo(SampleReading.readers().get(0).presentations());
    }

    @Test
    void a_protocol_of_a_later_version_or_with_a_missing_case_is_refused() throws IOException {
        Path json = folder.resolve("protocol.json");
        String text = SampleReading.collected().protocol().text();
        Files.writeString(json, text.replace("\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> Protocol.read(json))
                .isInstanceOf(BadInput.class)
                .hasMessage(json + ": was written by a newer version of Facies (format 2). Update Facies.");
        Files.writeString(json, text.replace("\"case_number\" : 3", "\"case_number\" : 33"));
        assertThatThrownBy(() -> Protocol.read(json))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(", key readers.R1: was shown a case that is not in the file. ");
    }

    /** The counts before the data, which iMRMC compares with what it finds; no second reading of a case. */
    @Test
    void each_class_has_a_file_for_imrmc() {
        assertThat(SampleReading.collected().files().get("class-2.imrmc")).isEqualTo("""
                        Facies reader study, class 2 of readers.yaml against all others, simulated readers

                        NR: 3
                        N0: 3
                        N1: 1
                        NM: 3

                        BEGIN DATA:
                        -1,1,truth,0
                        -1,2,truth,1
                        -1,3,truth,0
                        -1,4,truth,0
                        R1,1,unaided,0.125
                        R1,4,unaided,0.3333333333333333
                        R1,2,unaided,0.4666666666666667
                        R1,3,unaided,0.13333333333333333
                        R2,1,unaided,0.8666666666666667
                        R2,1,aided,0.0
                        R2,4,unaided,0.2
                        model,1,model,0.25
                        model,2,model,0.1875
                        model,3,model,0.125
                        model,4,model,0.0625
                        """);
    }

    @Test
    void counts_of_the_imrmc_files_are_those_of_their_lines() {
        CollectedAnswers collected = SampleReading.collected();
        for (int choice = 0; choice < 3; choice++) {
            String text = collected.files().get("class-" + (choice + 1) + ".imrmc");
            List<String[]> lines = text.lines()
                    .dropWhile(line -> !line.equals("BEGIN DATA:"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(4));
            List<String[]> scores =
                    lines.stream().filter(line -> !line[0].equals("-1")).toList();
            Set<List<String>> read = new HashSet<>();
            scores.forEach(line ->
                    assertThat(read.add(Arrays.asList(line).subList(0, 3))).isTrue());
            assertThat(text)
                    .contains("NR: " + distinct(scores, 0) + "\n")
                    .contains("NM: " + distinct(scores, 2) + "\n");
        }
    }

    private static int distinct(List<String[]> lines, int column) {
        return lines.stream()
                .map(line -> line[column])
                .collect(Collectors.toSet())
                .size();
    }

    @Test
    void the_reference_shows_the_columns_that_are_written() {
        String header = SampleReading.collected()
                .files()
                .get("readers.csv")
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(Path.of("..", "docs", "reference", "run-files.md"))
                .content()
                .contains("`" + header.replace("p_n,p_x,p_y", "p_<class>…") + "`");
    }
}
