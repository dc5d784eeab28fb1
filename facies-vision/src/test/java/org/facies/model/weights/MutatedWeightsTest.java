package org.facies.model.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a file, it is refused or read; any other exception fails these tests. */
class MutatedWeightsTest {

    private static final String PICKLE = "nested/data.pkl";
    private static final int MUTATIONS = 10_000;
    private static final long MAX_BYTES_TAKEN = 4 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_damaged_pth_file_is_refused_or_read() throws IOException {
        byte[] good = Files.readAllBytes(GoldenWeightsTest.file("fp32.pth"));
        int refused = survived(Reading.torch(folder), good, new Random(1));

        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    /** The checksums of an archive keep damage away from the pickle; these archives are sound around it. */
    @Test
    void a_damaged_pickle_in_a_sound_archive_is_refused_or_read() throws IOException {
        Map<String, byte[]> entries = entries(GoldenWeightsTest.file("nested.pth"));
        byte[] pickle = entries.get(PICKLE);
        Random random = new Random(2);
        assertThat(Reading.torch(folder).of(archive(entries))).isNotEmpty();
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            entries.put(PICKLE, mutated(pickle, random));
            refused += refusedOrRead(Reading.torch(folder), archive(entries), round);
        }

        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    @Test
    void a_damaged_safetensors_file_is_refused_or_read() throws IOException {
        byte[] good = Files.readAllBytes(GoldenWeightsTest.file("good.safetensors"));
        int refused = survived(Reading.safetensors(folder), good, new Random(3));

        assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws IOException {
        for (String name : new String[] {"fp32.pth", "good.safetensors"}) {
            byte[] good = Files.readAllBytes(GoldenWeightsTest.file(name));
            Reading reading = name.endsWith(".pth") ? Reading.torch(folder) : Reading.safetensors(folder);
            for (int length = 0; length < good.length; length++) {
                assertThat(refusedOrRead(reading, Arrays.copyOf(good, length), length))
                        .as("first %d bytes of %s", length, name)
                        .isEqualTo(1);
            }
        }
    }

    private static int survived(Reading reading, byte[] good, Random random) {
        assertThat(reading.of(good)).isNotEmpty();
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            refused += refusedOrRead(reading, mutated(good, random), round);
        }
        return refused;
    }

    /** One in four is cut, the others have one to four bits flipped. */
    private static byte[] mutated(byte[] good, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
        byte[] mutated = good.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            mutated[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return mutated;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] archive(Map<String, byte[]> entries) {
        ZipBytes archive = new ZipBytes();
        entries.forEach(archive::stored);
        return archive.toByteArray();
    }

    private static int refusedOrRead(Reading reading, byte[] file, int round) {
        int[] refused = {0};
        long taken = Reading.allocatedBytes(() -> {
            try {
                assertSound(reading.of(file), round);
            } catch (BadInput expected) {
                assertThat(expected)
                        .hasMessageStartingWith(reading.file().getFileName().toString());
                refused[0] = 1;
            }
        });
        assertThat(taken).as("bytes taken in round %d", round).isLessThan(MAX_BYTES_TAKEN);
        return refused[0];
    }

    private static void assertSound(Map<String, FloatTensor> weights, int round) {
        assertThat(weights).as("round %d", round).isNotEmpty();
        for (FloatTensor tensor : weights.values()) {
            boolean sound = tensor.shape().stream().allMatch(extent -> extent > 0 && extent < 10_000);
            for (float value : tensor.values()) {
                sound &= Float.isFinite(value);
            }
            assertThat(sound).as("round %d", round).isTrue();
        }
    }
}
