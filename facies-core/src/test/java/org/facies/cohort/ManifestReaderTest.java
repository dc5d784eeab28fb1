package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {
    private static final ManifestRules RULES =
            ManifestRules.standard(PhotoProbe.acceptAll(), 2).withFolds(1);
    private static final String SOUND = "photo,subject,diagnosis\na.jpg,P1,none\nb.jpg,P2,noonan\n";

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void two_photos() throws IOException {
        folder = Files.createDirectory(parent.resolve("cohort"));
        photo("a.jpg");
        photo("b.jpg");
    }

    @Test
    void a_sound_manifest_becomes_a_cohort() throws IOException {
        photo("sub folder/Müller, \"M\".jpg");
        String rows = """
                photo,subject,diagnosis,age_months,sex,note
                a.jpg,P1,noonan,39,f,
                "sub folder/Müller, ""M"".jpg",P2,none,,m,"x, y"
                b.jpg,P1,noonan,,f,
                """;
        CohortCheck check = check("\uFEFF" + rows.replace("\n", "\r\n"));
        assertThat(check.findings()).isEmpty();
        Cohort cohort = check.orThrow();
        assertThat(cohort.classes()).containsExactly("none", "noonan");
        assertThat(cohort.subjects()).extracting(Subject::id).containsExactly("P1", "P2");
        Subject first = cohort.subjects().get(0);
        assertThat(first.photos()).extracting(Photo::path).containsExactly("a.jpg", "b.jpg");
        assertThat(first.photos().get(0).sha256()).isEqualTo(Sha256.of("bytes of a.jpg"));
        assertThat(first.attributes()).containsExactly(Map.entry("age_months", "39"), Map.entry("sex", "f"));
        assertThat(cohort.subjects().get(1).photos().get(0).file()).hasContent("bytes of sub folder/Müller, \"M\".jpg");
    }

    @Test
    void one_run_names_one_of_each_defect() throws IOException {
        Files.createDirectory(folder.resolve("folder.jpg"));
        Files.createFile(folder.resolve("empty.jpg"));
        photo("broken.jpg");
        photo("c.jpg");
        Files.copy(folder.resolve("a.jpg"), folder.resolve("copy.jpg"));
        Files.writeString(parent.resolve("outside.jpg"), "outside");
        Files.createSymbolicLink(folder.resolve("link.jpg"), parent.resolve("outside.jpg"));
        Path absolute = parent.resolve("outside.jpg");
        PhotoProbe probe =
                file -> file.endsWith("broken.jpg") ? Optional.of("is not a JPEG, PNG or WebP") : Optional.empty();
        Path manifest = manifest(String.join(
                "\n",
                "photo,subject,diagnosis,age_months,sex",
                "a.jpg,P1,none,39,f",
                "missing.jpg,P1,none,39,f",
                "../outside.jpg,P2,noonan,,",
                absolute + ",P2,noonan,,",
                "link.jpg,P2,noonan,,",
                "folder.jpg,P2,noonan,,",
                "empty.jpg,P2,noonan,,",
                "broken.jpg,P2,noonan,,",
                "a.jpg,P1,none,39,f",
                "copy.jpg,P3,noonan,,",
                "b.jpg,P3,none,old,",
                "c.jpg,,nonan,,m",
                "b.jpg,p1,Noonan"));
        CohortCheck check = ManifestReader.read(manifest, new ManifestRules(Set.of("none", "noonan"), 3, probe, 2));
        String inside = "Give the path of a photo inside the manifest's folder.";
        String replace = "Replace the photo, or remove the row.";
        String known = "Write one of none, noonan.";
        assertThat(check.cohort()).isEmpty();
        assertThat(sentences(manifest, check))
                .containsExactly(
                        "ERROR row 14: has a different number of cells (3) than the header (5). "
                                + "Add or remove cells; put a cell that contains a comma in quotes.",
                        "ERROR row 3, column photo: \"missing.jpg\" does not exist. Add the photo, or remove the row.",
                        "ERROR row 4, column photo: \"../outside.jpg\" is outside the manifest's folder. " + inside,
                        "ERROR row 5, column photo: \"" + absolute + "\" is an absolute path. " + inside,
                        "ERROR row 6, column photo: \"link.jpg\" is a link that leads out of the manifest's folder. "
                                + inside,
                        "ERROR row 7, column photo: \"folder.jpg\" is a folder, not a photo. "
                                + "Give the path of a photo inside it.",
                        "ERROR row 8, column photo: \"empty.jpg\" is an empty file. " + replace,
                        "ERROR row 9, column photo: \"broken.jpg\" is not a JPEG, PNG or WebP. " + replace,
                        "ERROR row 10, column photo: \"a.jpg\" is listed twice, first in row 2. "
                                + "Keep one of the two rows.",
                        "ERROR row 11, column photo: \"copy.jpg\" has the same bytes as \"a.jpg\" in row 2"
                                + " of subject P1. Check which subject the photo belongs to.",
                        "WARNING row 12, column age_months: \"old\" is not an age in months. "
                                + "Give a number, or leave the cell empty.",
                        "ERROR row 12, column diagnosis: \"none\" contradicts \"noonan\" of subject P3 in row 11. "
                                + "Give one diagnosis.",
                        "ERROR row 13, column subject: is empty. Fill the cell, or remove the row.",
                        "ERROR row 13, column diagnosis: \"nonan\" is not a known class. " + known,
                        "ERROR: \"none\" has 2 subjects, fewer than the 3 folds. "
                                + "Add subjects of this class, leave it out, or use fewer folds.",
                        "ERROR: \"noonan\" has 2 subjects, fewer than the 3 folds. "
                                + "Add subjects of this class, leave it out, or use fewer folds.");
    }

    @Test
    void every_error_is_in_the_exception() throws IOException {
        CohortCheck check = check("photo,subject,diagnosis\nx.jpg,P1,none\ny.jpg,P2,noonan\n");
        assertThatThrownBy(check::orThrow)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"x.jpg\" does not exist")
                .hasMessageContaining("\"y.jpg\" does not exist");
    }

    @Test
    void a_copy_within_one_subject_is_a_warning_and_the_cohort_is_there() throws IOException {
        Files.copy(folder.resolve("a.jpg"), folder.resolve("copy.jpg"));
        Path manifest = manifest(SOUND + "copy.jpg,P1,none\n");
        CohortCheck check = ManifestReader.read(manifest, RULES);
        assertThat(sentences(manifest, check))
                .containsExactly("WARNING row 4, column photo: \"copy.jpg\" has the same bytes as \"a.jpg\" in row 2. "
                        + "Remove one of the two rows; a copy adds no information.");
        assertThat(check.orThrow().photos()).hasSize(3);
    }

    @Test
    void one_photo_spelt_in_two_ways_is_listed_twice() throws IOException {
        Path manifest = manifest(SOUND + "./a.jpg,P2,noonan\n");
        assertThat(sentences(manifest, ManifestReader.read(manifest, RULES)))
                .containsExactly(
                        "ERROR row 4, column photo: \"./a.jpg\" is listed twice, first in row 2 of subject P1. "
                                + "Keep one of the two rows.");
    }

    @Test
    void an_umlaut_is_found_however_the_file_system_spells_it() throws IOException {
        photo(Normalizer.normalize("ä.jpg", Normalizer.Form.NFD));
        String composed = Normalizer.normalize("ä.jpg", Normalizer.Form.NFC);
        assertThat(check(SOUND + composed + ",P1,none\n").orThrow().photos()).hasSize(3);
    }

    @Test
    void classes_and_subjects_that_differ_in_case_only_are_named() throws IOException {
        photo("c.jpg");
        Path manifest = manifest(SOUND + "c.jpg,p1,None\n");
        assertThat(sentences(manifest, ManifestReader.read(manifest, RULES)))
                .containsExactly(
                        "WARNING row 4, column subject: \"p1\" differs only in case from subject P1 in row 2. "
                                + "If they are the same child, use one spelling.",
                        "ERROR: \"none\" differs only in case from the class \"None\". Use one spelling.");
    }

    @Test
    void contradicting_sexes_of_a_subject_are_a_warning() throws IOException {
        photo("c.jpg");
        Path manifest = manifest("photo,subject,diagnosis,sex\na.jpg,P1,none,f\nb.jpg,P2,noonan,f\nc.jpg,P1,none,m\n");
        CohortCheck check = ManifestReader.read(manifest, RULES);
        assertThat(sentences(manifest, check))
                .containsExactly("WARNING row 4, column sex: \"m\" contradicts \"f\" of subject P1 in row 2. "
                        + "The first value is used; correct the wrong one.");
        assertThat(check.orThrow().subjects().get(0).attributes()).containsEntry("sex", "f");
    }

    @Test
    void a_cohort_of_one_class_has_nothing_to_tell_apart() throws IOException {
        Path manifest = manifest("photo,subject,diagnosis\na.jpg,P1,none\nb.jpg,P2,none\n");
        assertThat(sentences(manifest, ManifestReader.read(manifest, RULES)))
                .containsExactly("ERROR: \"none\" is the only class. Add subjects of at least one other class.");
    }

    @Test
    void missing_columns_end_the_check_with_each_of_them() throws IOException {
        Path manifest = manifest("photo,patient\na.jpg,P1\n");
        assertThat(sentences(manifest, ManifestReader.read(manifest, RULES)))
                .containsExactly(
                        "ERROR row 1: \"subject\" is missing from the columns (photo, patient). "
                                + "Add the column \"subject\".",
                        "ERROR row 1: \"diagnosis\" is missing from the columns (photo, patient). "
                                + "Add the column \"diagnosis\".");
    }

    @Test
    void empty_and_missing_manifests_are_told_apart() throws IOException {
        assertThat(check("").errors())
                .extracting(finding -> finding.problem().what())
                .containsExactly("is empty");
        assertThat(check("photo,subject,diagnosis\n").errors())
                .extracting(finding -> finding.problem().what())
                .containsExactly("has no photos");
        assertThat(ManifestReader.read(folder.resolve("none.csv"), RULES).errors())
                .extracting(finding -> finding.problem().what())
                .containsExactly("does not exist");
    }

    @Test
    void a_row_in_another_encoding_is_named_once_and_other_rows_are_still_checked() throws IOException {
        Path manifest = manifest(SOUND + "Müller.jpg,P1,none\nmissing.jpg,P2,noonan\n", StandardCharsets.ISO_8859_1);
        assertThat(sentences(manifest, ManifestReader.read(manifest, RULES)))
                .containsExactly(
                        "ERROR row 4: is not UTF-8 (byte 0xFC). Save the file as \"CSV UTF-8\".",
                        "ERROR row 5, column photo: \"missing.jpg\" does not exist. Add the photo, or remove the row.");
    }

    @Test
    void a_path_that_no_file_can_have_is_refused() throws IOException {
        assertThat(check(SOUND + "a\0.jpg,P1,none\n").errors())
                .extracting(finding -> finding.problem().what())
                .containsExactly("is not a valid path (Nul character not allowed)");
    }

    @Test
    void a_bug_in_the_probe_stays_a_bug() throws IOException {
        Path manifest = manifest(SOUND);
        ManifestRules rules = ManifestRules.standard(
                file -> {
                    throw new IllegalStateException("bug");
                },
                2);
        assertThatThrownBy(() -> ManifestReader.read(manifest, rules))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("bug");
    }

    private void photo(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "bytes of " + name);
    }

    private CohortCheck check(String text) throws IOException {
        return ManifestReader.read(manifest(text), RULES);
    }

    private Path manifest(String text) throws IOException {
        return manifest(text, StandardCharsets.UTF_8);
    }

    private Path manifest(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("manifest.csv"), text.getBytes(charset));
    }

    private static List<String> sentences(Path manifest, CohortCheck check) {
        return check.findings().stream()
                .map(finding -> finding.level() + " " + finding.problem().sentence())
                .map(sentence -> sentence.replace(" " + manifest + " ", " ").replace(" " + manifest + ":", ":"))
                .toList();
    }
}
