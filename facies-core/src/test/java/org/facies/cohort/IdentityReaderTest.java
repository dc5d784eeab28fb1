package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.cohort.IdentityReader.Unusable;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityReaderTest {
    private static final PhotoProbe REFUSES_TEXTS =
            file -> file.toString().endsWith(".txt") ? Optional.of("is not a JPEG, PNG or WebP") : Optional.empty();

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void two_people() throws IOException {
        folder = Files.createDirectory(parent.resolve("people"));
        photo("bea/1.jpg");
        photo("bea/2.jpg");
        photo("ada/1.jpg");
        photo("ada/2.jpg");
    }

    @Test
    void each_folder_is_a_person() {
        Identities read = read(folder, Unusable.REFUSED);

        assertThat(read.people()).extracting(Identity::id).containsExactly("ada", "bea");
        assertThat(read.photos())
                .extracting(Photo::path)
                .containsExactly("ada/1.jpg", "ada/2.jpg", "bea/1.jpg", "bea/2.jpg");
        assertThat(read.photos().get(0).sha256()).isEqualTo(Sha256.of("bytes of ada/1.jpg"));
        assertThat(read.leftOut()).isEqualTo(new Identities.LeftOut(0, 0, 0, 0));
    }

    @Test
    void a_manifest_needs_no_diagnosis_and_may_say_more() throws IOException {
        Path manifest = manifest("""
                note,photo,subject
                x,bea/1.jpg,B
                ,bea/2.jpg,B
                y,ada/1.jpg,A
                ,ada/2.jpg,A
                """);

        Identities read = read(manifest, Unusable.REFUSED);

        assertThat(read.people()).extracting(Identity::id).containsExactly("A", "B");
        assertThat(read.people().get(1).photos()).extracting(Photo::path).containsExactly("bea/1.jpg", "bea/2.jpg");
    }

    @Test
    void people_with_few_photos_and_copies_are_left_out_and_counted() throws IOException {
        photo("eve/1.jpg");
        Files.copy(folder.resolve("eve/1.jpg"), folder.resolve("eve/2.jpg"));
        Files.writeString(folder.resolve(".hidden"), "of the system");

        Identities read = read(folder, Unusable.REFUSED);

        assertThat(read.people()).extracting(Identity::id).containsExactly("ada", "bea");
        assertThat(read.leftOut()).isEqualTo(new Identities.LeftOut(0, 1, 1, 1));
    }

    @Test
    void every_defect_of_a_folder_is_named_at_once() throws IOException {
        photo("loose.jpg");
        Files.createDirectory(folder.resolve("ada/more"));
        Files.createSymbolicLink(folder.resolve("bea/3.jpg"), folder.resolve("ada/1.jpg"));
        Files.createSymbolicLink(folder.resolve("eve"), folder.resolve("ada"));
        Files.createFile(folder.resolve("bea/empty.jpg"));
        photo("bea/note.txt");
        Files.copy(folder.resolve("ada/2.jpg"), folder.resolve("bea/4.jpg"));

        List<String> problems = problems(folder, Unusable.REFUSED);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        folder.resolve("loose.jpg") + ": is not inside the folder of an identity. "
                                + "Put the photos of each person into one folder named after them.",
                        folder.resolve("ada/more") + ": is a folder, not a photo. "
                                + "Put the photos of each person into one folder named after them.",
                        folder.resolve("bea/3.jpg") + ": is a link, not a photo. "
                                + "Put the photos of each person into one folder named after them.",
                        folder.resolve("eve")
                                + ": is a link. Put the photos of each person into one folder named after them.",
                        folder.resolve("bea/empty.jpg")
                                + ": \"bea/empty.jpg\" is an empty file. Replace the photo, or remove it.",
                        folder.resolve("bea/note.txt")
                                + ": \"bea/note.txt\" is not a JPEG, PNG or WebP. Replace the photo, or remove it.",
                        folder.resolve("bea/4.jpg")
                                + ": \"bea/4.jpg\" has the same bytes as \"ada/2.jpg\" of identity ada. "
                                + "Check which identity the photo belongs to.");
    }

    @Test
    void every_defect_of_a_manifest_is_named_at_once() throws IOException {
        Files.writeString(parent.resolve("outside.jpg"), "outside");
        Files.createSymbolicLink(folder.resolve("link.jpg"), parent.resolve("outside.jpg"));
        Path manifest = manifest("""
                photo,subject
                ../outside.jpg,A
                link.jpg,A
                /etc/passwd,A
                gone.jpg,A
                ada/1.jpg,
                ,B
                """);

        List<String> problems = problems(manifest, Unusable.LEFT_OUT);

        assertThat(problems)
                .hasSize(6)
                .anyMatch(problem -> problem.contains("row 2, column photo: \"../outside.jpg\" is outside"))
                .anyMatch(problem -> problem.contains("row 3, column photo: \"link.jpg\" is a link that leads out"))
                .anyMatch(problem -> problem.contains("row 4, column photo: \"/etc/passwd\" is an absolute path"))
                .anyMatch(problem -> problem.contains("row 5, column photo: \"gone.jpg\" does not exist"))
                .anyMatch(problem -> problem.contains("row 6, column subject: is empty"))
                .anyMatch(problem -> problem.contains("row 7, column photo: is empty"));
    }

    @Test
    void unusable_photos_may_be_left_out_and_nobody_keeps_what_two_people_claim() throws IOException {
        photo("ada/3.jpg");
        photo("bea/note.txt");
        Files.copy(folder.resolve("ada/3.jpg"), folder.resolve("bea/3.jpg"));

        Identities read = read(folder, Unusable.LEFT_OUT);

        assertThat(read.photos())
                .extracting(Photo::path)
                .containsExactly("ada/1.jpg", "ada/2.jpg", "bea/1.jpg", "bea/2.jpg");
        assertThat(read.leftOut()).isEqualTo(new Identities.LeftOut(3, 0, 0, 0));
    }

    @Test
    void one_person_alone_cannot_be_told_from_anybody() throws IOException {
        Files.delete(folder.resolve("bea/2.jpg"));

        assertThat(problems(folder, Unusable.REFUSED))
                .containsExactly(folder
                        + ": has 1 identity with at least 2 photos. Add photos so that at least two identities"
                        + " have enough, or lower --min-photos.");
    }

    @Test
    void a_manifest_without_its_columns_is_refused() throws IOException {
        Path manifest = manifest("photo,person\nada/1.jpg,A\n");

        assertThatThrownBy(() -> read(manifest, Unusable.REFUSED))
                .isInstanceOf(BadInput.class)
                .hasMessage(manifest + " row 1: \"subject\" is missing from the columns (photo, person). Add the column"
                        + " \"subject\".");
    }

    private static List<String> problems(Path source, Unusable unusable) {
        return catchThrowableOfType(BadInput.class, () -> read(source, unusable)).problems().stream()
                .map(Problem::sentence)
                .toList();
    }

    private static Identities read(Path source, Unusable unusable) {
        return IdentityReader.read(source, new IdentityReader.Rules(2, unusable, REFUSES_TEXTS, 2));
    }

    private Path manifest(String rows) throws IOException {
        return Files.writeString(folder.resolve("manifest.csv"), rows);
    }

    private void photo(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "bytes of " + path);
    }
}
