package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.facies.detect.RetinaFaceVariant;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CropStoreTest {
    private static final CropGeometry GEOMETRY = CropGeometry.ARCFACE_112;
    private static final String PHOTO = "a".repeat(64);
    private static final FaceModels MODELS = new FaceModels(new byte[] {1}, RetinaFaceVariant.V1, new byte[] {2});

    @TempDir
    private Path folder;

    private CropCache cache;
    private CropStore store;

    @BeforeEach
    void open() {
        cache = new CropCache(folder, MODELS, FaceChoice.LARGEST);
        store = new CropStore(folder, MODELS.fingerprint(FaceChoice.LARGEST));
    }

    @Test
    void a_crop_that_the_pipeline_kept_is_read_bit_by_bit() {
        Rgb crop = crop(1);
        cache.write(PHOTO, GEOMETRY, face(crop));

        assertThat(store.read(PHOTO, GEOMETRY).data()).isEqualTo(crop.data());
    }

    @Test
    void crops_that_other_networks_found_are_not_taken() {
        cache.write(PHOTO, GEOMETRY, face(crop(1)));
        CropStore other = new CropStore(folder, "others");

        assertThatThrownBy(() -> other.read(PHOTO, GEOMETRY)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_crop_that_vanished_is_told_in_one_sentence_that_names_no_photo() throws IOException {
        cache.write(PHOTO, GEOMETRY, face(crop(1)));
        Files.delete(cache.entry(PHOTO, GEOMETRY));

        assertThatThrownBy(() -> store.read(PHOTO, GEOMETRY))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + ": lacks the crop of a photo, or its file there is damaged. Run the same command"
                        + " again: it makes the crop again from the photo, and resumes.");
    }

    @Test
    void a_damaged_crop_is_refused_wherever_the_damage_is() throws IOException {
        cache.write(PHOTO, GEOMETRY, face(crop(1)));
        Path entry = cache.entry(PHOTO, GEOMETRY);
        byte[] sound = Files.readAllBytes(entry);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(entry, damaged);

            assertThatThrownBy(() -> store.read(PHOTO, GEOMETRY)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void a_photo_without_a_face_has_no_crop() {
        cache.write(PHOTO, GEOMETRY, new Alignment.NoFace(0));

        assertThatThrownBy(() -> store.read(PHOTO, GEOMETRY)).isInstanceOf(BadInput.class);
    }

    private static Alignment.Face face(Rgb crop) {
        return new Alignment.Face(crop, FaceQualityTest.facts(1, .97, 41.5, 130.25, new HeadPose(-3.5, 2, .125)));
    }

    private static Rgb crop(long seed) {
        byte[] pixels = new byte[3 * 112 * 112];
        new Random(seed).nextBytes(pixels);
        return new Rgb(112, 112, pixels);
    }
}
