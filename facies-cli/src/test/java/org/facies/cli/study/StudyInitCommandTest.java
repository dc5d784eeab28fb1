package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.study.StudyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyInitCommandTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_path_from_the_current_folder_is_written_as_seen_from_the_study_file() throws IOException {
        Path manifest = manifest("photos of 2026/manifest.csv");
        Path study = folder.resolve("studies/new/study.yaml");

        CommandLineRun run = init(study, HERE.relativize(manifest).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(StudyFile.read(study).cohort()).isEqualTo("../../photos of 2026/manifest.csv");
        assertThat(Files.isSameFile(study.resolveSibling(StudyFile.read(study).cohort()), manifest))
                .isTrue();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "Wrote " + study + ".\nNext: facies study run " + study + " --out runs/first\n");
    }

    @Test
    void a_path_from_the_study_file_is_taken_where_the_current_folder_has_none() throws IOException {
        manifest("photos/manifest.csv");
        Path study = folder.resolve("study.yaml");

        assertThat(init(study, "photos/manifest.csv").exitCode()).isZero();

        assertThat(StudyFile.read(study).cohort()).isEqualTo("photos/manifest.csv");
    }

    @Test
    void an_absolute_path_stays_one_whatever_letters_it_has() throws IOException {
        Path manifest = manifest("a \"b\" \\ c #: é/m\n.csv");
        Path study = folder.resolve("study.yaml");

        assertThat(init(study, manifest.toString()).exitCode()).isZero();

        assertThat(StudyFile.read(study).cohort()).isEqualTo(manifest.toString());
    }

    @Test
    void the_path_is_right_also_where_the_study_lies_behind_a_link() throws IOException {
        Path manifest = manifest("photos/manifest.csv");
        Path real = Files.createDirectories(folder.resolve("deep/er/studies"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Path study = link.resolve("study.yaml");

        assertThat(init(study, HERE.relativize(manifest).toString()).exitCode()).isZero();

        assertThat(Files.isSameFile(study.resolveSibling(StudyFile.read(study).cohort()), manifest))
                .isTrue();
    }

    @Test
    void a_manifest_that_is_not_there_is_named() {
        assertRefused(
                "photos/none.csv",
                "\"photos/none.csv\" does not exist in " + HERE
                        + ". Give the path of the CSV file that lists the photos.");
        String absolute = folder.resolve("none.csv").toString();
        assertRefused(
                absolute, "\"" + absolute + "\" does not exist. Give the path of the CSV file that lists the photos.");
    }

    @Test
    void a_folder_is_no_manifest_and_the_one_in_it_is_proposed() throws IOException {
        Path manifest = manifest("photos/manifest.csv");
        String photos = manifest.getParent().toString();
        assertRefused(
                photos, "\"" + photos + "\" is a folder, not a manifest. Give the manifest in it, " + manifest + ".");
        String empty = Files.createDirectory(folder.resolve("empty")).toString();
        assertRefused(
                empty,
                "\"" + empty + "\" is a folder, not a manifest. Give the path of the CSV file that lists the photos.");
    }

    @Test
    void a_photo_and_a_table_of_something_else_are_no_manifests() throws IOException {
        byte[] jpeg = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xe0,
            0,
            16,
            '"',
            'J',
            'F',
            '\n',
            'I',
            'F',
            (byte) 0xfe,
            '\n',
            '"',
            'x'
        };
        String photo = Files.write(folder.resolve("a.jpg"), jpeg).toString();
        String sheet = Files.writeString(folder.resolve("b.csv"), "photo;subject;diagnosis\na;b;c\n")
                .toString();
        for (String given : List.of(photo, sheet)) {
            assertRefused(
                    given,
                    "\"" + given + "\" is not a manifest: its first row does not name the columns photo, subject,"
                            + " diagnosis, separated by commas. Give the path of the CSV file that lists the photos.");
        }
    }

    @Test
    void a_missing_column_is_named_together_with_a_study_file_that_is_there() throws IOException {
        Path manifest = Files.writeString(folder.resolve("m.csv"), "photo,subject\n");
        Path study = Files.createFile(folder.resolve("study.yaml"));

        CommandLineRun run = init(study, manifest.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .containsExactly(
                        study + ": already exists. Choose another name, or remove the existing file.",
                        manifest + " row 1: \"diagnosis\" is missing from the columns (photo, subject). Add the column"
                                + " \"diagnosis\".");
    }

    @Test
    void without_a_cohort_the_user_is_told_where_to_name_one() throws IOException {
        Path study = folder.resolve("study.yaml");
        CommandLineRun without = facies("study", "init", study.toString());
        assertThat(without.exitCode()).isZero();
        assertThat(without.out())
                .contains("There is no manifest.csv next to it. Write the path of your manifest after \"cohort:\".");

        manifest("other/manifest.csv");
        CommandLineRun with =
                facies("study", "init", folder.resolve("other/study.yaml").toString());
        assertThat(with.out()).doesNotContain("There is no manifest.csv");
    }

    private void assertRefused(String cohort, String sentence) {
        Path study = folder.resolve("refused.yaml");
        CommandLineRun run = init(study, cohort);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).isEqualToIgnoringNewLines("--cohort: " + sentence);
        assertThat(study).doesNotExist();
    }

    private static CommandLineRun init(Path study, String cohort) {
        return facies("study", "init", study.toString(), "--cohort", cohort);
    }

    private Path manifest(String name) throws IOException {
        Path manifest = folder.resolve(name);
        Files.createDirectories(manifest.getParent());
        return Files.writeString(manifest, "photo,subject,diagnosis\n");
    }
}
