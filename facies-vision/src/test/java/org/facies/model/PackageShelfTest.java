package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageShelfTest {

    private static final byte[] HEAD = "head".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path archive;
    private PinnedPackage pinned;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void pack() throws IOException {
        archive = folder.resolve("assets.tgz");
        try (TestPackage out = TestPackage.at(archive)) {
            out.file("package/../../head.json", HEAD)
                    .file("head.json", HEAD)
                    .link("package/other.json", "/etc/passwd")
                    .file("package/head.json", HEAD)
                    .file("package/clothes.json", new byte[9]);
        }
        pinned = new PinnedPackage("assets", "1.0.0", 3, Sha256.of(archive));
    }

    @Test
    void only_files_asked_for_are_handed_over_and_no_link_is_followed() {
        TreeMap<String, byte[]> taken = new TreeMap<>();

        PackageShelf.use(archive, pinned, opened -> {
            Set<String> missing = opened.take(
                    Set.of("head.json", "other.json"), (path, content) -> taken.put(path, content.readAllBytes()));
            assertThat(missing).containsExactly("other.json");
        });

        assertThat(taken).containsOnlyKeys("head.json");
        assertThat(taken.get("head.json")).isEqualTo(HEAD);
    }

    @Test
    void a_fetched_package_is_announced_used_and_forgotten() {
        List<PackageArchive> used = new ArrayList<>();

        fetch((coordinates, into) -> copy(into), used);

        assertThat(used).hasSize(1);
        assertThat(said).containsExactly("Downloading the heads: npm package assets@1.0.0 (3 MB)");
        assertThat(FolderTree.entries(folder.resolve("shelf")))
                .extracting(entry -> entry.getFileName().toString())
                .containsExactly(".lock");
    }

    @Test
    void without_npm_one_sentence_says_which_file_to_bring() {
        PackageSource absent = (coordinates, into) -> {
            throw new PackageSource.Unavailable("npm is not installed, or is not on the PATH");
        };

        assertThatThrownBy(() -> fetch(absent, new ArrayList<>()))
                .isInstanceOf(BadInput.class)
                .hasMessage("the heads: need npm package assets@1.0.0 (a file of 3 MB, SHA-256 " + pinned.sha256()
                        + "), which cannot be downloaded: npm is not installed, or is not on the PATH. On a"
                        + " computer with npm and a network connection, run \"npm pack assets@1.0.0\". Copy the"
                        + " .tgz file to this computer, and give its path with --from FILE.");
    }

    @Test
    void a_package_that_was_tampered_with_is_not_used() {
        List<PackageArchive> used = new ArrayList<>();
        PackageSource tampering = (coordinates, into) -> {
            Path file = copy(into);
            append(file);
            return file;
        };

        assertThatThrownBy(() -> fetch(tampering, used))
                .isInstanceOf(BadInput.class)
                .hasMessage("npm package assets@1.0.0: does not have the expected SHA-256 " + pinned.sha256()
                        + ". Do not use this package, and inform the operator of your registry or mirror. Nothing"
                        + " was installed.");
        assertThat(used).isEmpty();
    }

    @Test
    void a_truncated_file_that_the_user_brought_is_refused() throws IOException {
        Path cut = folder.resolve("cut.tgz");
        byte[] whole = Files.readAllBytes(archive);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> PackageShelf.use(cut, pinned, opened -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessage(cut + ": is not npm package assets@1.0.0 (SHA-256 " + pinned.sha256()
                        + "). Run \"npm pack assets@1.0.0\", and copy the .tgz file again; nothing was installed.");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Path absent = folder.resolve("absent.tgz");

        assertThatThrownBy(() -> PackageShelf.use(absent, pinned, opened -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessage(absent + ": cannot be read. Give the path of a file that exists and that you may read.");
    }

    private void fetch(PackageSource source, List<PackageArchive> used) {
        PackageShelf shelf = new PackageShelf(folder.resolve("shelf"), source, said::add);
        shelf.exclusively(() -> {
            shelf.fetch(pinned, "the heads", used::add);
            return used;
        });
    }

    private Path copy(Path into) {
        try {
            return Files.copy(archive, into.resolve("assets-1.0.0.tgz"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
