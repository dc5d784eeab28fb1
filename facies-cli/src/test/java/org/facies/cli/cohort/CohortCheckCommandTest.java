package org.facies.cli.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortCheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_cohort_in_order_is_counted_by_class_and_subgroup() throws IOException {
        Path manifest = DrawnCohort.write(folder, 5, 1);

        CommandLineRun run = facies("cohort", "check", manifest.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains("class children photos photos per child", "wide-eyes 5 10 2.00", "all 15 30 2.00")
                .contains("The cohort is in order: 30 photos of 15 children.");
        assertThat(run.out()).contains("age_months").contains("female");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_cohort_with_one_of_each_defect_gets_one_list_and_exit_code_2() throws IOException {
        Path manifest = withEveryDefect();
        List<Path> before = files(folder);

        CommandLineRun run = facies("cohort", "check", manifest.toString(), "--classes", "none,wide-eyes,wide-mouth");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("missing.jpg")
                .contains("torn.jpg")
                .contains("../outside.jpg")
                .contains("/absolute.jpg")
                .contains("link.jpg")
                .contains("none-1_1.jpg")
                .contains("\"stranger\"")
                .contains("none-0")
                .doesNotContain("Exception");
        assertThat(run.err().lines().filter(line -> line.startsWith("error"))).hasSizeGreaterThanOrEqualTo(9);
        assertThat(files(folder)).as("nothing is written").isEqualTo(before);
    }

    @Test
    void the_same_list_is_there_as_data() throws IOException {
        CommandLineRun run = facies("cohort", "check", withEveryDefect().toString(), "--json");

        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(result.get("ok").asBoolean()).isFalse();
        assertThat(result.get("findings")).allSatisfy(finding -> {
            assertThat(finding.get("problem").get("where").asText()).contains("manifest.csv");
            assertThat(finding.get("problem").get("remedy").asText()).isNotBlank();
        });
    }

    @Test
    void the_closing_line_counts_the_warnings() throws IOException {
        Path manifest = DrawnCohort.write(folder, 5, 1);
        List<String> rows = Files.readAllLines(manifest);

        Files.write(manifest, withSexes(rows, 1));
        CommandLineRun one = facies("cohort", "check", manifest.toString());
        Files.write(manifest, withSexes(rows, 7));
        CommandLineRun seven = facies("cohort", "check", manifest.toString());

        assertThat(one.exitCode() + seven.exitCode()).isZero();
        assertThat(one.out())
                .contains("The cohort is in order: 30 photos of 15 children, 1 warning." + System.lineSeparator());
        assertThat(seven.out())
                .contains("The cohort is in order: 30 photos of 15 children, 7 warnings." + System.lineSeparator());
        assertThat(seven.err().lines()).as("all of them").hasSize(7).allMatch(line -> line.startsWith("warning  "));
    }

    @Test
    void ages_in_years_are_asked_about_and_told_as_data() throws IOException {
        Path manifest = DrawnCohort.write(folder, 5, 1);
        List<String> rows = new ArrayList<>(Files.readAllLines(manifest));
        rows.replaceAll(row -> row.replaceFirst(",\\d+,((fe)?male)$", ",7.8,$1"));
        Files.write(manifest, rows);

        CommandLineRun run = facies("cohort", "check", manifest.toString());
        CommandLineRun data = facies("cohort", "check", manifest.toString(), "--json");

        assertThat(run.out()).contains("The cohort is in order: 30 photos of 15 children, 1 warning.");
        assertThat(run.err().strip())
                .isEqualTo("warning  " + manifest + ", column age_months: has 30 ages from 7.8 to 7.8, not all whole"
                        + " numbers, which makes everybody younger than two years. Are they in years? If so, multiply"
                        + " them by 12; if they are in months, leave them as they are.");
        assertThat(new ObjectMapper()
                        .readTree(data.out())
                        .at("/findings/0/kind")
                        .asText())
                .isEqualTo("ages that may not be in months");
    }

    /** The second photo of so many subjects has another sex. */
    private static List<String> withSexes(List<String> rows, int subjects) {
        List<String> changed = new ArrayList<>(rows);
        for (int i = 0; i < subjects; i++) {
            int row = 2 + 2 * i;
            changed.set(row, changed.get(row).replaceFirst("(fe)?male$", "other"));
        }
        return changed;
    }

    @Test
    void a_manifest_that_is_not_there_is_said_in_one_line() {
        CommandLineRun run =
                facies("cohort", "check", folder.resolve("none.csv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(run.err()).contains("none.csv").doesNotContain("Exception");
    }

    private Path withEveryDefect() throws IOException {
        Path manifest = DrawnCohort.write(folder.resolve("cohort"), 5, 1);
        Path photos = manifest.resolveSibling("photos");
        Files.writeString(photos.resolve("torn.jpg"), "this is no photo", StandardCharsets.UTF_8);
        Files.copy(photos.resolve("none-0_1.jpg"), folder.resolve("outside.jpg"));
        Files.createSymbolicLink(photos.resolve("link.jpg"), folder.resolve("outside.jpg"));
        Files.copy(photos.resolve("none-2_1.jpg"), photos.resolve("copy.jpg"));
        List<String> rows = new ArrayList<>(Files.readAllLines(manifest));
        rows.addAll(List.of(
                "photos/missing.jpg,m,none,1,male",
                "photos/torn.jpg,t,none,1,male",
                "../outside.jpg,o,none,1,male",
                "/absolute.jpg,a,none,1,male",
                "photos/link.jpg,l,none,1,male",
                "photos/none-1_1.jpg,none-1,none,1,male",
                "photos/copy.jpg,c,none,1,male",
                "photos/none-3_1.jpg,s,stranger,1,male",
                "photos/none-0_2.jpg,none-0,wide-eyes,1,male"));
        Files.write(manifest, rows);
        return manifest;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
