package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Folders;
import org.facies.file.Sha256;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small runs, by subject and by photo, are looked at child by child. */
@Tag("slow")
class StudyReviewCommandTest {
    private static final Pattern ID = Pattern.compile("<span class=\"id\">([^<]+)</span>");
    private static final Pattern PICTURE = Pattern.compile("data:image/jpeg;base64,([^\"]+)");

    @TempDir
    private static Path home;

    @TempDir
    private Path temporary;

    private Path folder;
    private Path run;

    @BeforeAll
    static void train() throws IOException {
        DrawnCohort.write(home, 4, 3);
        train("run", "subject");
        train("by-photo", "photo");
    }

    private static void train(String name, String unit) throws IOException {
        Path study = home.resolve(name + ".yaml");
        Files.writeString(study, """
                name: home
                cohort: manifest.csv
                folds: {k: 2, unit: %s}
                models:
                  - {name: cos, loss: cosface}
                  - {name: arc, loss: arcface}
                training: {batch_size: 8, cached_views: 1, epochs: 1}
                """.formatted(unit));
        CommandLineRun done = facies(
                "study", "run", study.toString(), "--out", home.resolve(name).toString(), "--yes", "--threads", "2");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        folder = temporary.resolve("home");
        Folders.copy(home, folder);
        run = folder.resolve("run");
    }

    @Test
    void every_child_is_on_the_page_wrong_ones_first_and_nothing_else_in_the_run_changes() throws IOException {
        Map<String, String> before = hashes(run);

        CommandLineRun done = review(run);

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .contains(run.resolve("review.html").toString(), "photos of children", "Do not share it.");
        String page = Files.readString(run.resolve("review.html"));
        PredictionTable table = PredictionTable.read(run.resolve("predictions.csv"));
        String chosen = done.out().contains("cos got ") ? "cos" : "arc";
        List<JudgedCase> cases = JudgedCase.of(table, chosen, Level.SUBJECT);
        List<String> wrong = cases.stream()
                .filter(one -> !one.isCorrect())
                .map(JudgedCase::subject)
                .toList();
        List<String> ids = ids(page);
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        cases.stream().map(JudgedCase::subject).toList());
        assertThat(ids.subList(0, wrong.size())).containsExactlyInAnyOrderElementsOf(wrong);
        Map<String, String> after = hashes(run);
        assertThat(after.remove("review.html")).isNotNull();
        assertThat(after).isEqualTo(before);
        assertThat(run.resolve("report.html")).content().doesNotContain("review.html", "base64");
        assertThat(pictures(page)).hasSize(table.of(chosen).size()).allSatisfy(jpeg -> {
            String bytes = new String(jpeg, StandardCharsets.ISO_8859_1);
            assertThat(bytes).startsWith("\u00ff\u00d8").doesNotContain("Exif", "http", "Photoshop");
        });
    }

    @Test
    void where_photos_were_divided_the_page_says_that_a_network_may_have_seen_the_child() throws IOException {
        CommandLineRun done = review(folder.resolve("by-photo"));

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(folder.resolve("by-photo/review.html"))
                .content()
                .contains("The folds of this run divide photos, not children", ">folds 0, 1<");
    }

    @Test
    void all_photos_that_are_gone_are_named() throws IOException {
        Files.delete(folder.resolve("photos/none-0_1.jpg"));
        Files.delete(folder.resolve("photos/none-1_2.jpg"));

        CommandLineRun refused = review(run);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("photos/none-0_1.jpg", "photos/none-1_2.jpg");
        assertThat(run.resolve("review.html")).doesNotExist();
    }

    @Test
    void where_the_manifest_is_gone_it_can_be_named() throws IOException {
        Path moved = Files.createDirectories(temporary.resolve("moved"));
        Folders.copy(folder.resolve("photos"), moved.resolve("photos"));
        Files.move(folder.resolve("manifest.csv"), moved.resolve("manifest.csv"));

        CommandLineRun refused = review(run);
        Path elsewhere = temporary.resolve("private.html");
        CommandLineRun done =
                review(run, "--cohort", moved.resolve("manifest.csv").toString(), "--out", elsewhere.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("Name its place with --cohort.");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(elsewhere).isRegularFile();
        assertThat(run.resolve("review.html")).doesNotExist();
    }

    @Test
    void no_file_of_the_run_is_replaced_by_photos() throws IOException {
        String report = Files.readString(run.resolve("report.html"));

        CommandLineRun refused = review(run, "--out", run.resolve("report.html").toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is a file of the run, which the page would replace");
        assertThat(run.resolve("report.html")).hasContent(report);
    }

    @Test
    void predictions_of_another_tool_have_no_photos() throws IOException {
        Path evaluated = temporary.resolve("evaluated");
        facies("evaluate", run.resolve("predictions.csv").toString(), "--out", evaluated.toString());

        CommandLineRun refused = review(evaluated);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("contains predictions of another tool, without photos", "Name the run directory of a study");
    }

    private CommandLineRun review(Path root, String... more) {
        List<String> line = new ArrayList<>(List.of("study", "review", root.toString(), "--yes"));
        line.addAll(List.of(more));
        return facies(line.toArray(String[]::new));
    }

    private static List<String> ids(String page) {
        Matcher id = ID.matcher(page);
        List<String> ids = new ArrayList<>();
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private static List<byte[]> pictures(String page) {
        Matcher picture = PICTURE.matcher(page);
        List<byte[]> jpegs = new ArrayList<>();
        while (picture.find()) {
            jpegs.add(Base64.getDecoder().decode(picture.group(1)));
        }
        return jpegs;
    }

    private static Map<String, String> hashes(Path root) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), Sha256.ofReadable(file));
            }
        }
        return hashes;
    }
}
