package org.facies.serve.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.align.FaceAligner;
import org.facies.align.FacesSeen;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.detect.DrawnFace;
import org.facies.file.Sha256;
import org.facies.image.Affine;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.JpegWriter;
import org.facies.image.PhotoDecoder;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.View;
import org.facies.reading.ReadingPlan;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePreparationTest {
    private static final int SIDE = 360;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void the_face_is_straight_and_has_room_for_forehead_ears_and_chin() throws IOException {
        Path pictures = prepare(View.CROP, 1, png(DrawnFace.seenThrough(turnedAboutTheMiddle(15), 250, 250)));

        FacesSeen.Taken face = seen(decoded(Files.readAllBytes(only(pictures))));
        assertThat(face.facts().pose().rollDegrees()).isCloseTo(0, within(3.0));
        assertThat(face.points().eyeDistancePx()).isBetween(0.22 * SIDE, 0.33 * SIDE);
        assertThat(face.facts().box().top()).isGreaterThan(0.12 * SIDE);
        assertThat(face.facts().box().bottom()).isLessThan(SIDE);
        assertThat(face.facts().box().left()).isGreaterThan(0.12 * SIDE);
        assertThat(face.facts().box().right()).isLessThan(0.88 * SIDE);
    }

    @Test
    void what_lies_beyond_the_edge_of_a_photo_is_grey_and_not_drawn_out() throws IOException {
        Rgb close = DrawnFace.seenThrough(new Affine(1, 0, 70, 0, 1, 60), 110, 130);

        Rgb picture = decoded(Files.readAllBytes(only(prepare(View.CROP, 1, png(close)))));

        for (int corner : new int[] {0, SIDE - 1}) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(picture.data()[3 * corner + channel] & 0xFF).isCloseTo(ReaderView.GREY, within(2));
            }
        }
        assertThat(picture.luma(SIDE / 2, SIDE / 2)).isGreaterThan(150);
    }

    @Test
    void nothing_outside_of_the_oval_is_left_and_everything_inside_is_untouched() {
        Random random = new Random(3);
        Rgb one = noise(random);
        Rgb other = noise(random);

        Rgb masked = ReaderView.withinOval(one);
        Rgb otherMasked = ReaderView.withinOval(other);

        int inside = 0;
        for (int i = 0; i < masked.data().length; i += 3) {
            boolean isGrey = (masked.data()[i] & 0xFF) == ReaderView.GREY
                    && (otherMasked.data()[i] & 0xFF) == ReaderView.GREY
                    && (masked.data()[i + 1] & 0xFF) == ReaderView.GREY
                    && (otherMasked.data()[i + 1] & 0xFF) == ReaderView.GREY;
            if (!isGrey) {
                inside += 3;
                assertThat(masked.data()[i]).isEqualTo(one.data()[i]);
                assertThat(masked.data()[i + 2]).isEqualTo(one.data()[i + 2]);
            }
        }
        assertThat(inside / (3.0 * SIDE * SIDE)).isCloseTo(Math.PI * 1.4 * 1.75 / 16, within(0.02));
        assertThat(masked.luma(0, SIDE / 2)).isCloseTo(ReaderView.GREY, within(1e-9));
    }

    @Test
    void no_metadata_of_a_photo_reaches_the_picture() throws IOException {
        byte[] plain = JpegWriter.encode(DrawnFace.portrait(), 0.9f);
        byte[] full = MetadataJpeg.of(plain);
        assertThat(new String(full, StandardCharsets.ISO_8859_1)).contains(MetadataJpeg.CANARY);

        for (View view : View.values()) {
            byte[] ofPlain = Files.readAllBytes(only(prepare(view, 1, plain)));
            byte[] ofFull = Files.readAllBytes(only(prepare(view, 2, full)));

            assertThat(ofFull).isEqualTo(ofPlain);
            assertThat(new String(ofFull, StandardCharsets.ISO_8859_1)).doesNotContain(MetadataJpeg.CANARY);
            assertThat(markers(ofFull)).containsExactly("ffe0", "ffdb", "ffdb", "ffc0", "ffc4", "ffc4", "ffc4", "ffc4");
        }
    }

    @Test
    void photos_without_a_face_are_named_together_and_the_other_pictures_are_ready() {
        assertThatThrownBy(() -> prepare(
                        View.CROP,
                        1,
                        png(DrawnFace.noise(1)),
                        png(DrawnFace.portrait()),
                        "no picture".getBytes(StandardCharsets.UTF_8),
                        png(DrawnFace.noise(2))))
                .isInstanceOf(BadInput.class)
                .hasMessage(("manifest.csv: \"0.jpg\" shows no face that Facies could find, so it cannot be shown to"
                                + " readers. Check the photo, and replace it or remove its row.%n"
                                + "manifest.csv: \"2.jpg\" can no longer be decoded. Copy the photo from its"
                                + " source again.%n"
                                + "manifest.csv: \"3.jpg\" shows no face that Facies could find, so it cannot"
                                + " be shown to readers. Check the photo, and replace it or remove its row.")
                        .formatted());
        assertThat(folder.resolve("pictures-1")).isDirectoryContaining("glob:**.jpg");
    }

    @Test
    void of_several_faces_the_researcher_learns_which_is_shown() throws IOException {
        prepare(View.CROP, 1, png(DrawnFace.row(DrawnFace.portrait(), DrawnFace.portrait(), DrawnFace.portrait())));

        assertThat(said)
                .contains("0.jpg: 3 faces were found; the largest and most central one was used (number 2 from the"
                        + " left).");
    }

    @Test
    void a_small_face_is_told_because_its_picture_looks_soft() throws IOException {
        Cohort cohort = cohort("small", png(DrawnFace.portrait(120)));
        preparation(View.CROP, 640, 1).prepare(cohort, plan(cohort, 1), folder.resolve("soft"));

        assertThat(said)
                .contains("1 of the 1 pictures may look blurred, because the face in the photo is less than a third"
                        + " of the size shown.");
    }

    @Test
    void an_interrupted_preparation_resumes_with_the_same_bytes() throws IOException {
        Cohort cohort = cohort("kept", many(6));
        Path whole = folder.resolve("whole");
        Path begun = folder.resolve("begun");
        List<PreparedPicture> expected = preparation(View.OVAL, SIDE, 1).prepare(cohort, plan(cohort, 5), whole);
        Files.createDirectories(begun);
        Files.copy(
                whole.resolve(expected.get(0).file()),
                begun.resolve(expected.get(0).file()));
        byte[] half = Files.readAllBytes(whole.resolve(expected.get(1).file()));
        Files.write(begun.resolve(expected.get(1).file()), Arrays.copyOf(half, half.length / 2));

        List<PreparedPicture> made = preparation(View.OVAL, SIDE, 3).prepare(cohort, plan(cohort, 5), begun);

        assertThat(made).isEqualTo(expected);
        for (PreparedPicture picture : made) {
            assertThat(Sha256.of(begun.resolve(picture.file()))).isEqualTo(picture.sha256());
        }
    }

    @Test
    void finished_pictures_stay_for_good_and_need_no_photo_any_more() throws IOException {
        Cohort cohort = cohort("kept", many(2));
        Path pictures = folder.resolve("finished");
        List<PreparedPicture> made = preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 5), pictures);
        for (Photo photo : cohort.photos()) {
            Files.delete(photo.file());
        }

        assertThat(preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 5), pictures))
                .isEqualTo(made);
        assertThatThrownBy(() -> preparation(View.OVAL, SIDE, 1).prepare(cohort, plan(cohort, 5), pictures))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_finished_picture_that_was_changed_is_made_again() throws IOException {
        Cohort cohort = cohort("kept", many(2));
        Path pictures = folder.resolve("changed");
        List<PreparedPicture> made = preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 5), pictures);
        Files.write(pictures.resolve(made.get(1).file()), JpegWriter.encode(DrawnFace.portrait(SIDE), 0.9f));

        assertThat(preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 5), pictures))
                .isEqualTo(made);
        assertThat(Sha256.of(pictures.resolve(made.get(1).file())))
                .isEqualTo(made.get(1).sha256());
    }

    @Test
    void names_of_pictures_tell_nothing_and_differ_between_studies() throws IOException {
        Cohort cohort = cohort("named", many(3));
        List<PreparedPicture> one =
                preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 1), folder.resolve("a"));
        List<PreparedPicture> other =
                preparation(View.CROP, SIDE, 1).prepare(cohort, plan(cohort, 2), folder.resolve("b"));

        assertThat(one)
                .extracting(PreparedPicture::file)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[0-9a-f]{32}\\.jpg"));
        assertThat(one)
                .extracting(PreparedPicture::sha256)
                .isEqualTo(other.stream().map(PreparedPicture::sha256).toList());
        assertThat(one)
                .extracting(PreparedPicture::file)
                .doesNotContainAnyElementsOf(
                        other.stream().map(PreparedPicture::file).toList());
    }

    @Test
    void a_plan_of_another_cohort_is_refused() throws IOException {
        Cohort cohort = cohort("named", many(1));
        ReadingPlan other = new ReadingPlan(
                List.of(
                        new ReadingCase("S9", 0, List.of("gone.jpg")),
                        new ReadingCase("S0", 0, List.of("0.jpg"), List.of(Sha256.of("before")))),
                0,
                1,
                0,
                0);

        assertThatThrownBy(() -> preparation(View.CROP, SIDE, 1).prepare(cohort, other, folder.resolve("none")))
                .hasMessage(("manifest.csv: \"gone.jpg\" is a photo of this reader study, but the manifest no longer"
                                + " names it. %1$s%nmanifest.csv: \"0.jpg\" differs from the file with which"
                                + " this reader study was started. %1$s")
                        .formatted("Use the manifest and the photos with which the study was started."));
    }

    private Path prepare(View view, int seed, byte[]... photos) throws IOException {
        Cohort cohort = cohort("cohort-" + view + seed, photos);
        Path pictures = folder.resolve("pictures-" + seed).resolve(view == View.CROP ? "" : view.name());
        preparation(view, SIDE, 1).prepare(cohort, plan(cohort, seed), pictures);
        return pictures;
    }

    private PicturePreparation preparation(View view, int sidePx, int threads) {
        Progress progress = said::add;
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), progress);
        return new PicturePreparation(
                new ReadingDesign.Pictures(ReadingDesign.Photos.ALL, view, sidePx),
                new Workspace(zoo, home, threads, "test", Clock.systemUTC(), progress));
    }

    private Cohort cohort(String name, byte[]... photos) throws IOException {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < photos.length; i++) {
            Path file = folder.resolve(name + "-" + i);
            Files.write(file, photos[i]);
            subjects.add(
                    new Subject("S" + i, "none", List.of(new Photo(i + ".jpg", file, Sha256.of(photos[i]))), Map.of()));
        }
        return new Cohort(Path.of("manifest.csv"), List.of("none"), subjects);
    }

    private static ReadingPlan plan(Cohort cohort, long seed) {
        return new ReadingPlan(
                cohort.subjects().stream()
                        .map(subject -> new ReadingCase(
                                subject.id(),
                                0,
                                subject.photos().stream().map(Photo::path).toList()))
                        .toList(),
                0,
                seed,
                0,
                0);
    }

    private static byte[][] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> png(DrawnFace.seenThrough(new Affine(1, 0, 2 * i, 0, 1, -i), 250, 250)))
                .toArray(byte[][]::new);
    }

    private static Path only(Path pictures) throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static FacesSeen.Taken seen(Rgb picture) {
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        try (FaceAligner aligner = new FaceAligner(FaceNetworks.load(zoo))) {
            return aligner.see(picture).taken().orElseThrow();
        }
    }

    private static Affine turnedAboutTheMiddle(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Affine(c, -s, 125 - 125 * c + 125 * s, s, c, 125 - 125 * s - 125 * c);
    }

    private static Rgb noise(Random random) {
        byte[] data = new byte[3 * SIDE * SIDE];
        random.nextBytes(data);
        return new Rgb(SIDE, SIDE, data);
    }

    private static byte[] png(Rgb picture) {
        return PngWriter.encode(picture);
    }

    private static Rgb decoded(byte[] file) {
        return ((Decoded.Picture) new PhotoDecoder(ImageLimits.DEFAULT).decode(file)).pixels();
    }

    /** The segments before the pixels. */
    private static List<String> markers(byte[] jpeg) {
        List<String> markers = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            markers.add("ff%02x".formatted(jpeg[at + 1] & 0xFF));
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8) + (jpeg[at + 3] & 0xFF);
        }
        return markers;
    }
}
