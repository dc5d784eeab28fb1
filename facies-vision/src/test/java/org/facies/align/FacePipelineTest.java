package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.facies.cohort.Photo;
import org.facies.detect.DrawnFace;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.Sha256;
import org.facies.image.Affine;
import org.facies.image.ImageLimits;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.model.TestZoo;
import org.facies.progress.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacePipelineTest {

    private static final CropGeometry GEOMETRY = CropGeometry.ARCFACE_112;
    private static FaceModels models;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws IOException {
        models = new FaceModels(
                Files.readAllBytes(TestZoo.model("retinaface-mnet25").file()),
                RetinaFaceVariant.V1,
                Files.readAllBytes(TestZoo.model("landmarks-68").file()));
    }

    @Test
    void the_same_face_gives_the_same_crop_however_it_is_photographed() throws IOException {
        List<Photo> photos = List.of(
                photo("upright.png", DrawnFace.portrait()),
                photo("large.png", DrawnFace.portrait(700)),
                photo("aside.png", DrawnFace.seenThrough(new Affine(1, 0, -60, 0, 1, -30), 330, 290)),
                photo("tilted.png", DrawnFace.seenThrough(turnedAboutTheMiddle(12), 250, 250)));
        try (FacePipeline pipeline = new FacePipeline(models, FaceSettings.onThreads(1))) {
            Rgb expected = aligned(pipeline.align(photos.get(0), GEOMETRY)).crop();

            for (Photo photo : photos) {
                assertThat(meanDifference(
                                aligned(pipeline.align(photo, GEOMETRY)).crop(), expected))
                        .as(photo.path())
                        .isLessThan(8);
            }
            assertThat(aligned(pipeline.align(photos.get(3), GEOMETRY))
                            .facts()
                            .pose()
                            .rollDegrees())
                    .isCloseTo(-12, within(4.0));
        }
    }

    @Test
    void results_do_not_depend_on_the_number_of_threads() throws IOException, InterruptedException {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Affine shifted = new Affine(1, 0, i, 0, 1, -i);
            photos.add(photo(i + ".png", i % 5 == 4 ? DrawnFace.noise(i) : DrawnFace.seenThrough(shifted, 240, 250)));
        }
        List<String> onOne = described(photos, 1);

        assertThat(described(photos, 3)).isEqualTo(onOne).hasSize(12);
        assertThat(onOne.get(4)).isEqualTo("4.png [NO_FACE]");
    }

    @Test
    void photos_without_a_face_and_broken_files_are_refused_with_a_reason() throws IOException, InterruptedException {
        List<Photo> photos = List.of(
                photo("noise.png", DrawnFace.noise(1)),
                photo("face.png", DrawnFace.portrait()),
                photo("broken.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}));
        List<Integer> progress = new ArrayList<>();
        try (FacePipeline pipeline = new FacePipeline(models, FaceSettings.onThreads(2))) {
            List<FaceResult> results =
                    pipeline.align(photos, GEOMETRY, (done, note) -> progress.add((int) done * 10 + photos.size()));

            assertThat(results).extracting(FaceResult::photo).isEqualTo(photos);
            assertThat(((FaceResult.Refused) results.get(0)).reason()).isEqualTo("No face was found.");
            assertThat(results.get(1)).isInstanceOf(FaceResult.Aligned.class);
            assertThat(((FaceResult.Refused) results.get(2)).reason())
                    .isEqualTo("is cut off or damaged (its header ends early)");
            assertThat(progress).containsExactly(13, 23, 33);
        }
    }

    @Test
    void a_second_face_is_remarked_on_and_excludes_only_if_asked_to() throws IOException {
        Photo two = photo("two.png", DrawnFace.row(DrawnFace.portrait(), DrawnFace.portrait()));
        FacePolicy strict = new FacePolicy(FaceThresholds.DEFAULT, Set.of(FaceFinding.SEVERAL_FACES));
        FaceSettings strictly = new FaceSettings(ImageLimits.DEFAULT, strict, 1, Optional.empty());
        try (FacePipeline lenient = new FacePipeline(models, FaceSettings.onThreads(1));
                FacePipeline excluding = new FacePipeline(models, strictly)) {
            assertThat(aligned(lenient.align(two, GEOMETRY)).findings()).contains(FaceFinding.SEVERAL_FACES);
            FaceResult.Refused refused = (FaceResult.Refused) excluding.align(two, GEOMETRY);
            assertThat(refused.reason())
                    .isEqualTo("Several faces were found; the largest and most central one was used.");
            assertThat(refused.facts()).map(FaceFacts::faces).contains(2);
        }
    }

    @Test
    void the_face_that_is_asked_for_is_taken_and_the_crops_are_kept_apart() throws IOException {
        Rgb small = DrawnFace.seenThrough(new Affine(2, 0, -125, 0, 2, -125), 250, 250);
        Photo photo = photo("three.png", DrawnFace.row(DrawnFace.portrait(), small, DrawnFace.portrait()));
        Path cache = folder.resolve("cache");
        for (int round = 0; round < 2; round++) {
            assertThat(middle("1", photo, cache)).isCloseTo(125, within(15.0));
            assertThat(middle("central", photo, cache)).isCloseTo(375, within(15.0));
            assertThat(middle("2", photo, cache)).isCloseTo(375, within(15.0));
            assertThat(middle("3", photo, cache)).isCloseTo(625, within(15.0));
        }
        try (FacePipeline fourth = choosing("4", cache)) {
            for (int round = 0; round < 2; round++) {
                FaceResult.Refused refused = (FaceResult.Refused) fourth.align(photo, GEOMETRY);
                assertThat(refused.reason()).isEqualTo("The photo shows fewer faces than the requested number.");
                assertThat(refused.findings()).containsExactly(FaceFinding.NO_SUCH_FACE);
            }
        }
    }

    @Test
    void where_nothing_is_to_be_chosen_another_choice_finds_the_kept_crop() throws IOException {
        Photo photo = photo("one.png", DrawnFace.portrait());
        Path cache = folder.resolve("cache");
        try (FacePipeline largest = choosing("largest", cache);
                FacePipeline central = choosing("central", cache);
                FacePipeline second = choosing("2", cache)) {
            FaceResult.Aligned made = aligned(largest.align(photo, GEOMETRY));
            Files.delete(photo.file());

            FaceResult.Aligned kept = aligned(central.align(photo, GEOMETRY));
            assertThat(kept.crop().data()).isEqualTo(made.crop().data());
            assertThat(central.crops().read(photo.sha256(), GEOMETRY).data())
                    .isEqualTo(made.crop().data());
            assertThat(second.align(photo, GEOMETRY)).isInstanceOf(FaceResult.Refused.class);
        }
    }

    private static FacePipeline choosing(String word, Path cache) {
        FacePolicy policy = new FacePolicy(
                FaceThresholds.DEFAULT, Set.of(), FaceChoice.of(word).orElseThrow());
        return new FacePipeline(models, new FaceSettings(ImageLimits.DEFAULT, policy, 1, Optional.of(cache)));
    }

    /** Where the face that was taken has its middle, in pixels from the left. */
    private double middle(String word, Photo photo, Path cache) {
        try (FacePipeline pipeline = choosing(word, cache)) {
            return aligned(pipeline.align(photo, GEOMETRY))
                    .facts()
                    .box()
                    .centre()
                    .x();
        }
    }

    @Test
    void what_is_in_the_cache_is_not_made_again_and_what_is_damaged_is() throws IOException {
        Photo photo = photo("face.png", DrawnFace.portrait());
        Path cache = folder.resolve("cache");
        try (FacePipeline pipeline =
                new FacePipeline(models, FaceSettings.onThreads(1).cachedIn(cache))) {
            FaceResult.Aligned made = aligned(pipeline.align(photo, GEOMETRY));
            Path moved = Files.move(photo.file(), folder.resolve("moved.png"));

            FaceResult.Aligned kept = aligned(pipeline.align(photo, GEOMETRY));
            assertThat(kept.crop().data()).isEqualTo(made.crop().data());
            assertThat(kept.facts()).isEqualTo(made.facts());

            Path entry = onlyFile(cache);
            byte[] sound = Files.readAllBytes(entry);
            Files.write(entry, new byte[] {1, 2, 3});
            assertThat(pipeline.align(photo, GEOMETRY)).isInstanceOf(FaceResult.Refused.class);
            Files.move(moved, photo.file());
            assertThat(aligned(pipeline.align(photo, GEOMETRY)).facts()).isEqualTo(made.facts());
            assertThat(Files.readAllBytes(entry)).isEqualTo(sound);
        }
    }

    private List<String> described(List<Photo> photos, int threads) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        try (FacePipeline pipeline = new FacePipeline(models, FaceSettings.onThreads(threads))) {
            pipeline.align(photos, CropGeometry.DLIB_150.padded(8), Progress.Bar.SILENT, result -> {
                String crop = result instanceof FaceResult.Aligned aligned
                        ? " " + Sha256.of(aligned.crop().data()) + aligned.facts()
                        : "";
                lines.add(result.photo().path() + " " + result.findings() + crop);
            });
        }
        return lines;
    }

    private Photo photo(String name, Rgb picture) throws IOException {
        return photo(name, PngWriter.encode(picture));
    }

    private Photo photo(String name, byte[] bytes) throws IOException {
        return new Photo(name, Files.write(folder.resolve(name), bytes), Sha256.of(bytes));
    }

    private static FaceResult.Aligned aligned(FaceResult result) {
        assertThat(result).isInstanceOf(FaceResult.Aligned.class);
        return (FaceResult.Aligned) result;
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** From the turned picture back to the portrait. */
    private static Affine turnedAboutTheMiddle(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Affine(cos, -sin, 125 - 125 * cos + 125 * sin, sin, cos, 125 - 125 * sin - 125 * cos);
    }

    private static double meanDifference(Rgb a, Rgb b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += Math.abs((a.data()[i] & 0xFF) - (b.data()[i] & 0xFF));
        }
        return sum / a.data().length;
    }
}
