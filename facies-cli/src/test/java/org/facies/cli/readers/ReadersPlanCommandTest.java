package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersPlanCommandTest {
    /** Made by NumPy: {@code bench/readers/oracle.py golden}. */
    private static final Path GOLDEN = Path.of("..", "facies-core", "src", "test", "resources", "golden", "reading");

    @TempDir
    private Path folder;

    @Test
    void a_plan_without_a_pilot_names_its_published_ranges_and_writes_a_page() throws IOException {
        Path page = folder.resolve("plan.html");
        CommandLineRun run = facies("readers", "plan", "--accuracy", "0.6", "--out", page.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "How many cases are needed to know the readers’ mean accuracy within ±10 percentage points"
                                + " (95\u00a0% interval)?",
                        "in accuracy between readers with and without a model, with a power of 80",
                        "Source: published ranges, for readers with an accuracy of 0.6.",
                        "Obuchowski 2000",
                        "Rockette et al. 1999",
                        "Page with curves: " + page,
                        "Next: facies readers init");
        String html = Files.readString(page);
        assertThat(html)
                .contains("id=\"plan-mean\"", "id=\"plan-model\"", "id=\"plan-aided\"", "low variability (published)")
                .doesNotContain("<script", "http://", "src=");
    }

    @Test
    void a_pilot_gives_the_components_and_the_numbers_of_scipy() throws IOException {
        JsonNode plan = json("--pilot", file("readers.csv"), "--predictions", file("predictions.csv"));
        JsonNode golden =
                new ObjectMapper().readTree(GOLDEN.resolve("golden.json").toFile());
        JsonNode aided = golden.at("/aided/tests/accuracy");
        JsonNode curve = plan.at("/curves/2");
        assertThat(curve.path("question").asText()).isEqualTo("aided");
        assertThat(curve.path("source").asText()).isEqualTo("pilot");
        double shared =
                Math.max(0, aided.path("cov2").asDouble() - aided.path("cov3").asDouble());
        double own = aided.path("variance").asDouble() - aided.path("cov1").asDouble() - shared;
        assertThat(curve.at("/variance/shared").asDouble()).isCloseTo(shared, within(1e-12));
        assertThat(curve.at("/variance/own").asDouble()).isCloseTo(own, within(1e-12));
        assertThat(curve.at("/variance/between").asDouble())
                .isCloseTo(Math.max(0, aided.path("ms_tr").asDouble() - own), within(1e-12));
        assertThat(curve.at("/variance/cases").asInt()).isEqualTo(60);
        assertThat(plan.at("/curves/1/model").asText()).isEqualTo("m");
        assertThat(plan.path("source").asText()).isEqualTo("a pilot of 4\u00a0readers and 60\u00a0subjects");
    }

    @Test
    void more_readers_never_need_more_cases() throws IOException {
        JsonNode plan = json();
        for (JsonNode curve : plan.path("curves")) {
            int before = Integer.MAX_VALUE;
            for (JsonNode point : curve.path("points")) {
                int cases = point.path("cases").asInt(Integer.MAX_VALUE);
                assertThat(cases).isLessThanOrEqualTo(before);
                before = cases;
            }
        }
    }

    @Test
    void a_pilot_of_one_reader_says_so() throws IOException {
        Path pilot = Files.writeString(folder.resolve("pilot.csv"), "reader,subject,answer\nAda,S000,none\n");
        CommandLineRun run =
                facies("readers", "plan", "--pilot", pilot.toString(), "--predictions", file("predictions.csv"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo(pilot + ": has one reader, which does not show how readers differ. Use a pilot with at least"
                        + " two readers, or plan without --pilot." + System.lineSeparator());
    }

    @Test
    void options_that_contradict_each_other_are_a_usage_error() {
        for (CommandLineRun run : new CommandLineRun[] {
            facies("readers", "plan", "--pilot", file("readers.csv")),
            facies("readers", "plan", "--run", folder.toString()),
            facies(
                    "readers",
                    "plan",
                    "--accuracy",
                    "0.5",
                    "--pilot",
                    file("readers.csv"),
                    "--predictions",
                    file("predictions.csv"))
        }) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    private static String file(String name) {
        return GOLDEN.resolve(name).toString();
    }

    private static JsonNode json(String... options) throws IOException {
        String[] line = new String[options.length + 3];
        line[0] = "readers";
        line[1] = "plan";
        line[2] = "--json";
        System.arraycopy(options, 0, line, 3, options.length);
        CommandLineRun run = facies(line);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }
}
