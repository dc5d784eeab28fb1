package org.facies.cli.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortSynthCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_cohort_is_drawn_that_passes_the_check() throws IOException {
        Path out = folder.resolve("synthetic");

        CommandLineRun run = synth(out, "--count", "noonan=2", "--count", "none=3", "--photos", "1-2", "--size", "96");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("These faces are synthetic and the effect sizes are assumptions.")
                .contains("noonan", "none", "Next: facies cohort check " + out.resolve("manifest.csv"));
        CommandLineRun check =
                facies("cohort", "check", out.resolve("manifest.csv").toString(), "--folds", "2");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(out.resolve("README.md")).content().startsWith("**These faces are synthetic: no child here exists.");
        assertThat(Files.readAllLines(out.resolve("parameters.csv"))).hasSize(6);
        assertThat(out.resolve("profiles/noonan.yaml")).exists();
        assertThat(out.resolve("profiles/alagille.yaml")).doesNotExist();
    }

    /** The order of {@code Map.of} changes from process to process, so one process cannot tell. */
    @Test
    void another_process_draws_the_same_bytes() throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        String[] small = {"--count", "noonan=2", "--count", "none=3", "--photos", "1", "--size", "96", "--effect", "2"};
        assertThat(synth(here, small).exitCode()).isZero();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "cohort",
                "synth",
                "--yes",
                "--out",
                there.toString()));
        command.addAll(List.of(small));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();

        try (Stream<Path> photos = Files.list(here.resolve("photos"))) {
            assertThat(photos)
                    .hasSize(5)
                    .allSatisfy(photo -> assertThat(photo)
                            .hasSameBinaryContentAs(there.resolve("photos").resolve(photo.getFileName())));
        }
    }

    @Test
    void the_result_is_there_as_data() throws IOException {
        CommandLineRun run = synth(
                folder.resolve("s"), "--count", "none=1", "--photos", "1", "--size", "64", "--json", "--effect", "0");

        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.get("note").asText())
                .isEqualTo("the faces are synthetic and the effect sizes are assumptions");
        assertThat(result.get("subjects").get("none").asInt()).isEqualTo(1);
        assertThat(result.get("manifest").asText())
                .isEqualTo(folder.resolve("s/manifest.csv").toString());
    }

    @Test
    void nonsense_options_get_one_list_and_nothing_is_drawn() {
        CommandLineRun run = synth(
                folder.resolve("s"),
                "--count",
                "nonan=3",
                "--count",
                "none=0",
                "--photos",
                "3-1",
                "--effect",
                "-1",
                "--size",
                "7",
                "--trap",
                "camera");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "--count: \"nonan\" is not a class. Did you mean \"noonan\"?",
                        "--count: \"none=0\" is outside 1 to 100000. To leave out a class, leave out its --count.",
                        "--photos: \"3-1\" is not a number of photos from 1 to 100. Give 2, or 1-3.",
                        "--trap: \"camera\" is not a trap. Use one of site-camera, site-background, ancestry,"
                                + " near-duplicates.",
                        "--effect: \"-1.0\" is outside 0 to 10. Give 1 for the effect sizes of the profiles.",
                        "--size: \"7\" is outside 64 to 4096 pixels. Give 256, the usual size.");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void too_few_children_for_five_folds_are_refused() {
        CommandLineRun run = synth(folder.resolve("s"), "--subjects", "19");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().strip())
                .isEqualTo(
                        "--subjects: \"19\" is outside 20 to 100000. Give --count for each class to choose the numbers"
                                + " yourself.");
    }

    @Test
    void a_profile_with_a_mistake_is_refused_with_its_line() throws IOException {
        Path profile = Files.writeString(folder.resolve("own.yaml"), """
                diagnosis: own
                name: My own
                features:
                  - hpo: HP:0000154
                    label: Wide mouth
                    trait: mouth-width
                    targets: {mouth/mouth-scale-horz-incr: 0.3}
                    shift: 1
                    probability: 1
                """);

        CommandLineRun run = synth(folder.resolve("s"), "--profile", profile.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().strip())
                .isEqualTo(profile + " line 7: \"mouth/mouth-scale-horz-incr\" is not a shape target. Did you mean"
                        + " \"mouth/mouth-scale-horiz-incr\"?");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void targets_are_listed() {
        CommandLineRun run = facies("cohort", "synth", "--list-targets");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .contains("mouth/mouth-scale-horiz-incr", "eyes/l-eye-move-out")
                .isSorted();
    }

    @Test
    void without_a_folder_it_says_what_is_missing() {
        CommandLineRun run = facies("cohort", "synth");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--out");
    }

    private static CommandLineRun synth(Path out, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "cohort";
        arguments[1] = "synth";
        arguments[2] = "--out";
        arguments[3] = out.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return facies(arguments);
    }
}
