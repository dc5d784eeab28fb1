package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.Sha256;
import org.facies.image.Rgb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CropCacheTest {

    private static final CropGeometry GEOMETRY = CropGeometry.ARCFACE_112;
    private static final String PHOTO = "0".repeat(64);
    private static final FaceModels MODELS = new FaceModels(new byte[] {1}, RetinaFaceVariant.V1, new byte[] {2});

    @TempDir
    Path folder;

    @Test
    void a_face_comes_back_as_it_went_in() {
        Alignment.Face face = face(1);
        CropCache cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);

        cache.write(PHOTO, GEOMETRY, face);

        Alignment.Face read = (Alignment.Face) cache.read(PHOTO, GEOMETRY).orElseThrow();
        assertThat(read.facts()).isEqualTo(face.facts());
        assertThat(read.crop().data()).isEqualTo(face.crop().data());
    }

    @Test
    void that_a_photo_has_no_face_is_remembered_too() {
        CropCache cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);

        for (int faces : new int[] {0, 2}) {
            cache.write(PHOTO, GEOMETRY, new Alignment.NoFace(faces));

            assertThat(cache.read(PHOTO, GEOMETRY)).contains(new Alignment.NoFace(faces));
        }
    }

    @Test
    void another_photo_geometry_network_or_choice_has_an_entry_of_its_own() {
        CropCache cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);
        FaceModels other = new FaceModels(new byte[] {1}, RetinaFaceVariant.V1, new byte[] {3});

        List<Path> entries = List.of(
                cache.entry(PHOTO, GEOMETRY),
                cache.entry("1".repeat(64), GEOMETRY),
                cache.entry(PHOTO, GEOMETRY.padded(1)),
                cache.entry(PHOTO, CropGeometry.DLIB_150),
                new CropCache(folder, other, FaceChoice.LARGEST).entry(PHOTO, GEOMETRY),
                new CropCache(folder, MODELS, FaceChoice.CENTRAL).entry(PHOTO, GEOMETRY),
                new CropCache(folder, MODELS, FaceChoice.numbered(2)).entry(PHOTO, GEOMETRY));

        assertThat(entries).doesNotHaveDuplicates();
        assertThat(new CropCache(folder, MODELS, FaceChoice.LARGEST).entry(PHOTO, GEOMETRY))
                .isEqualTo(entries.get(0));
    }

    /** The key as it was when no other choice could be made: crops that users keep stay good. */
    @Test
    void the_largest_face_has_the_entry_that_it_always_had() {
        String networks = Sha256.of(new byte[] {1}) + " V1 " + Sha256.of(new byte[] {2});
        String key = Sha256.of("facies-faces-2\n" + PHOTO + "\n" + GEOMETRY + "\n" + networks);

        assertThat(new CropCache(folder, MODELS, FaceChoice.LARGEST).entry(PHOTO, GEOMETRY))
                .isEqualTo(folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".face"));
    }

    @Test
    void a_damaged_entry_counts_as_absent_and_is_written_anew() throws IOException {
        CropCache cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);
        cache.write(PHOTO, GEOMETRY, face(2));
        Path entry = cache.entry(PHOTO, GEOMETRY);
        byte[] sound = Files.readAllBytes(entry);
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(entry, i % 4 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : damaged);

            assertThat(cache.read(PHOTO, GEOMETRY)).as("damage %d", i).isEmpty();
        }

        cache.write(PHOTO, GEOMETRY, face(2));

        assertThat(Files.readAllBytes(entry)).isEqualTo(sound);
    }

    @Test
    void nothing_but_entries_is_left_in_the_folder() throws IOException {
        CropCache cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);
        cache.write(PHOTO, GEOMETRY, face(3));
        cache.write(PHOTO, GEOMETRY, face(4));

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(cache.entry(PHOTO, GEOMETRY));
        }
    }

    private static Alignment.Face face(long seed) {
        byte[] pixels = new byte[3 * 112 * 112];
        new Random(seed).nextBytes(pixels);
        return new Alignment.Face(
                new Rgb(112, 112, pixels), FaceQualityTest.facts(2, .97, 41.5, 130.25, new HeadPose(-3.5, 2, .125)));
    }
}
