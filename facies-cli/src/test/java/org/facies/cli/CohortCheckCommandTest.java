package org.facies.cli;

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
                .contains("class subjects photos photos a subject", "wide-eyes 5 10 2.00", "all 15 30 2.00")
                .contains("The cohort is in order.");
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
