package org.facies.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_written_into_folders_that_did_not_exist() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, "größer");
        assertThat(file).hasContent("größer");
        assertThat(files(file.getParent())).isEqualTo(1);
    }

    @Test
    void a_failure_half_way_keeps_the_old_content_and_leaves_nothing_behind() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": cannot be written (disk full). "
                        + "Choose a place with free space where you have permission to write.");
        assertThat(file).hasContent("old");
        assertThat(files(folder)).isEqualTo(1);
    }

    @Test
    void a_file_has_the_permissions_that_any_new_file_has() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "x");
        Path atomic = folder.resolve("atomic.txt");
        AtomicFile.write(atomic, "x");
        assertThat(Files.getPosixFilePermissions(atomic)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void a_bug_in_the_content_stays_a_bug() throws IOException {
        Path file = folder.resolve("c.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(files(folder)).isZero();
    }

    @Test
    void a_folder_that_is_a_file_is_bad_input() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("below.txt"), "x"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void the_hash_is_the_published_one() throws IOException {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Sha256.of("abc")).isEqualTo(abc);
        assertThat(Sha256.of(file)).isEqualTo(abc);
    }

    private static long files(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.count();
        }
    }
}
