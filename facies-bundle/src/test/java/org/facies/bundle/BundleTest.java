package org.facies.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facies.input.BadInput;
import org.facies.sign.Keys;
import org.facies.sign.PemKeys;
import org.facies.sign.TrustedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final String AGAIN = ". Get a new copy of the bundle from its author.";

    @TempDir
    private Path folder;

    @Test
    void what_was_written_can_be_read_as_a_file_and_as_a_folder() {
        Path file = written(Optional.empty());

        Bundle fromFile = Bundle.open(file);
        Bundle fromFolder = Bundle.open(unpacked(file));

        assertThat(fromFile.file()).isEqualTo(fromFolder.file());
        assertThat(fromFile.content("README.md")).isEqualTo(Tiny.bytes("card"));
        assertThat(fromFile.file().files()).containsOnlyKeys("README.md", "classifier-dlib-150.onnx");
        assertThat(fromFile.signature()).isEmpty();
    }

    @Test
    void the_same_bundle_gives_the_same_bytes() throws IOException {
        Path one = written(Optional.empty());
        Path other = folder.resolve("other.facies");

        Tiny.bundle(Optional.empty()).write(other);

        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    }

    @Test
    void no_byte_of_the_file_can_be_changed() throws IOException {
        Path file = written(Optional.of(0));
        byte[] content = Files.readAllBytes(file);
        TrustedKeys trusted = new TrustedKeys(folder.resolve("home"));
        trusted.add(Keys.known(folder, 0));
        Path changed = folder.resolve("changed.facies");
        for (int i = 0; i < content.length; i++) {
            byte[] other = content.clone();
            other[i] ^= 1;
            Files.write(changed, other);

            assertThatThrownBy(() -> Bundle.open(changed).signedBy(trusted))
                    .as("byte %d", i)
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void nothing_can_be_added_behind_the_file() throws IOException {
        Path file = written(Optional.empty());
        Files.write(file, Tiny.bytes("more"), java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Bundle.open(file)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "classifier-dlib-150.onnx", "bundle.json"})
    void a_changed_file_of_a_folder_is_named(String name) throws IOException {
        Path place = unpacked(written(Optional.empty()));
        Path file = place.resolve(name);
        String text = Files.readString(file);
        String changed = text.replace("card", "cart").replace("For tests", "For patients");
        Files.writeString(file, changed.replaceFirst("^classifier$", "classifies"));

        assertRefused(place, name, "was changed after the bundle was made");
    }

    @Test
    void added_removed_and_swapped_files_are_all_named_at_once() throws IOException {
        Path place = unpacked(written(Optional.empty()));
        Files.writeString(place.resolve("extra.txt"), "extra");
        Files.move(
                place.resolve("README.md"),
                place.resolve("classifier-dlib-150.onnx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Bundle.open(place))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(place + ", README.md: is missing")
                .hasMessageContaining(place + ", classifier-dlib-150.onnx: was changed after the bundle was made")
                .hasMessageContaining(place + ", extra.txt: was added after the bundle was made");
    }

    @Test
    void a_file_that_was_exchanged_together_with_its_hash_is_not_the_one_that_was_signed() throws IOException {
        Path place = unpacked(written(Optional.of(0)));
        Map<String, byte[]> parts = new LinkedHashMap<>(Tiny.PARTS);
        parts.put("README.md", Tiny.bytes("another card"));
        Path forged = folder.resolve("forged.facies");
        Bundle.of(Tiny.file(), parts, Optional.empty()).write(forged);
        for (String name : new String[] {"bundle.json", "README.md"}) {
            Files.write(place.resolve(name), Bundle.open(forged).content(name));
        }

        assertThatThrownBy(() -> Bundle.open(place))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(place + ", README.md: is not the file that was signed")
                .hasMessageContaining(place + ", bundle.json: is not the file that was signed");
    }

    @Test
    void links_and_folders_are_no_part_of_a_bundle() throws IOException {
        Path place = unpacked(written(Optional.empty()));
        Files.move(place.resolve("README.md"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(place.resolve("README.md"), folder.resolve("elsewhere"));

        assertRefused(place, "README.md", "is not a regular file; a bundle contains only regular files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/etc/passwd", "a/b", "..", "a\\b", ""})
    void names_that_lead_elsewhere_are_refused(String name) throws IOException {
        Path file = folder.resolve("hostile.facies");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> Bundle.open(file)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_compressed_zip_is_no_bundle() throws IOException {
        Path file = folder.resolve("compressed.facies");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bundle.json"));
            zip.write(new byte[1000]);
        }
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> Bundle.open(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": contains bundle.json in a format that bundles do not use" + AGAIN);
    }

    @Test
    void what_is_no_bundle_is_refused_in_a_sentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.facies"), "hello");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Bundle.open(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(text + ": is not a bundle, or is damaged" + AGAIN);
        assertThatThrownBy(() -> Bundle.open(empty))
                .isInstanceOf(BadInput.class)
                .hasMessage(empty + ": is not a bundle: it contains no bundle.json" + AGAIN);
        assertThatThrownBy(() -> Bundle.open(folder.resolve("gone.facies"))).isInstanceOf(BadInput.class);
    }

    @Test
    void a_newer_layout_asks_for_a_newer_version() throws IOException {
        Path place = unpacked(written(Optional.empty()));
        Path json = place.resolve("bundle.json");
        Files.writeString(json, Files.readString(json).replace("\"format\" : 1", "\"format\" : 2"));

        assertThatThrownBy(() -> Bundle.open(place))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        place + ", bundle.json: was written by a newer version of Facies (format 2). Update Facies.");
    }

    @Test
    void it_says_who_vouches_for_it() {
        TrustedKeys trusted = new TrustedKeys(folder.resolve("home"));

        assertThat(Tiny.bundle(Optional.empty()).signedBy(trusted)).startsWith("The bundle is not signed");
        Bundle signed = Bundle.open(written(Optional.of(0)));
        assertThat(signed.signedBy(trusted)).startsWith("The bundle is signed with a key that is not trusted here.");
        trusted.add(Keys.known(folder, 0));
        assertThat(signed.signedBy(trusted)).isEqualTo("The bundle is signed with the trusted key \"public-0\".");
    }

    private void assertRefused(Path place, String name, String what) {
        assertThatThrownBy(() -> Bundle.open(place))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(place + ", " + name + ": " + what);
    }

    /** @param key number of the key that signs */
    private Path written(Optional<Integer> key) {
        Path file = folder.resolve("tiny.facies");
        Tiny.bundle(key.map(number -> PemKeys.signing(Keys.secret(folder, number))))
                .write(file);
        return file;
    }

    private Path unpacked(Path file) {
        Path place = folder.resolve("unpacked");
        try {
            Files.createDirectory(place);
            for (Map.Entry<String, byte[]> one : StoredZip.read(file).entrySet()) {
                Files.write(place.resolve(one.getKey()), one.getValue());
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return place;
    }
}
