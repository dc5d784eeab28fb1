package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.facies.DrawnCohort;
import org.facies.cli.command.ExitCode;
import org.facies.file.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a user can name is called canary-something here; none of it may reach {@code facies.log}. */
class RunLogCommandTest {
    private static final String STUDY = """
            name: canary-study
            cohort: canary-manifest.csv
            folds: {k: 2}
            models:
              - {name: canary-model, loss: cosface, training: {epochs: 1, batch_size: 8, freeze_below: block13}}
            subgroups: {columns: [canary-column]}
            """;

    @TempDir
    private Path folder;

    private Path cohort;
    private Path run;

    @BeforeEach
    void draw() throws IOException {
        cohort = Files.createDirectory(folder.resolve("canary-folder"));
        run = cohort.resolve("canary-run");
        List<String> rows = Files.readAllLines(DrawnCohort.write(cohort, 4, 3));
        List<String> canaries = new ArrayList<>(List.of("photo,subject,diagnosis,age_months,sex,canary-column"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            String photo = cells[0].replace("photos/", "canary-photos/canary-photo-");
            Files.createDirectories(cohort.resolve("canary-photos"));
            Files.move(cohort.resolve(cells[0]), cohort.resolve(photo));
            canaries.add(String.join(
                    ",",
                    photo,
                    "canary-subject-" + cells[1],
                    "canary-class-" + cells[2],
                    cells[3],
                    cells[4],
                    "canary-value-" + cells[4]));
        }
        canaries.set(2, canaries.get(2).replaceFirst("(fe)?male,", "other,"));
        Files.write(cohort.resolve("canary-manifest.csv"), canaries);
        Files.writeString(cohort.resolve("canary-study.yaml"), STUDY);
    }

    @Test
    void a_study_and_its_resumption_are_told_step_by_step_and_nobody_is_named() throws IOException {
        CommandLineRun first = study();
        assertThat(first.exitCode()).as(first.err()).isZero();
        List<String> log = log();
        Files.delete(run.resolve("trials/canary-model/fold-1/predictions.csv"));
        assertThat(study().exitCode()).isZero();
        List<String> both = log();

        String settings = Sha256.of(run.resolve("study.yaml"));
        assertThat(words(log))
                .contains(
                        "INFO  faces: 24 of 24 photos usable",
                        "INFO  training 1/2 (model 1, fold 0): begun",
                        "INFO  training 2/2 (model 1, fold 1): begun")
                .endsWith("INFO  ended: done")
                .anyMatch(line -> line.matches(
                        "INFO {2}begun: facies \\S+, seed \\d+, threads 2, device cpu, settings " + settings))
                .anyMatch(line -> line.matches("WARN {2}manifest: \\d+ warnings, see cohort.json"));
        for (String stage :
                List.of("faces", "audit", "training", "training 1/2 (model 1, fold 0)", "evaluation", "report")) {
            assertThat(words(log)).as(stage).anyMatch(line -> line.startsWith("INFO  " + stage + ": done in "));
        }
        assertThat(both.subList(0, log.size())).as("appended").isEqualTo(log);
        assertThat(words(both.subList(log.size(), both.size())))
                .contains(
                        "INFO  training 1/2 (model 1, fold 0): was done before",
                        "INFO  training 2/2 (model 1, fold 1): resumed")
                .endsWith("INFO  ended: done")
                .first()
                .asString()
                .startsWith("INFO  resumed: facies ");
        assertNamesNobody();
    }

    @Test
    void a_study_that_fails_on_its_photos_says_how_it_ended_and_nobody_is_named() throws IOException {
        BufferedImage noFace = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int subject = 0; subject < 3; subject++) {
            for (int photo = 1; photo <= 2; photo++) {
                noFace.setRGB(subject, photo, 0xFFFFFF);
                Path file = cohort.resolve("canary-photos/canary-photo-none-" + subject + "_" + photo + ".jpg");
                assertThat(file).exists();
                ImageIO.write(noFace, "jpg", file.toFile());
            }
        }

        CommandLineRun failed = study();

        assertThat(failed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(failed.err()).contains("canary-class-none: has 1 child with a usable photo");
        assertThat(words(log()))
                .contains("INFO  faces: begun")
                .endsWith("ERROR ended: org.facies.input.BadInput, problems: 1");
        assertNamesNobody();
    }

    @Test
    void what_is_refused_before_the_run_begins_leaves_no_log() throws IOException {
        Files.writeString(cohort.resolve("canary-photos/canary-photo-none-0_1.jpg"), "no picture");

        CommandLineRun refused = study();

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("canary-photo-none-0_1.jpg");
        assertThat(run).doesNotExist();
    }

    private CommandLineRun study() {
        return facies(
                "study",
                "run",
                cohort.resolve("canary-study.yaml").toString(),
                "--out",
                run.toString(),
                "--yes",
                "--threads",
                "2");
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(run.resolve("facies.log"));
    }

    /** Lines without their times. */
    private static List<String> words(List<String> lines) {
        assertThat(lines).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*"));
        return lines.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }

    private void assertNamesNobody() throws IOException {
        assertThat(run.resolve("facies.log"))
                .content()
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("wide-eyes", "wide-mouth", folder.toString(), ".jpg");
    }
}
