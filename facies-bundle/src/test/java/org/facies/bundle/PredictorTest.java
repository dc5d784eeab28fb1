package org.facies.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.facies.align.FaceChoice;
import org.facies.align.FaceFinding;
import org.facies.align.FacesSeen;
import org.facies.decision.Answer;
import org.facies.decision.PhotoEvidence;
import org.facies.decision.Reservation;
import org.facies.detect.DrawnFace;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorTest {
    private static final OptionalDouble NO_AGE = OptionalDouble.empty();

    private static Predictor predictor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        predictor = Predictor.open(DrawnBundle.oneNetwork(), Predictor.Settings.ofBundle());
    }

    @AfterAll
    static void close() {
        predictor.close();
    }

    @Test
    void a_child_is_answered_about_from_a_photo() {
        ChildReading child = predictor.child(List.of(predictor.read(red(60))), OptionalDouble.of(30));

        Answer answer = child.answer().orElseThrow();
        assertThat(answer.predicted()).isEqualTo("wbs");
        assertThat(answer.reservations()).isEmpty();
        assertThat(child.photos().get(0).faces().orElseThrow().sentence()).isEqualTo("One face was found.");
        assertThat(child.photos().get(0).findings()).isEmpty();
    }

    @Test
    void photos_of_a_child_are_pooled_and_those_that_cannot_be_used_are_left_out() {
        PhotoReading red = predictor.read(red(60));
        PhotoReading blue = predictor.read(red(-80));
        PhotoReading noise = predictor.read(png(DrawnFace.noise(1)));

        Answer answer =
                predictor.child(List.of(red, noise, blue), NO_AGE).answer().orElseThrow();

        for (int c = 0; c < 3; c++) {
            double mean = (probabilities(red).get(c) + probabilities(blue).get(c)) / 2;
            assertThat(answer.pooled().get(DrawnBundle.CLASSES.get(c))).isCloseTo(mean, within(1e-7));
        }
        assertThat(noise.refusal().orElseThrow().reason()).isEqualTo("No face was found.");
        assertThat(predictor.child(List.of(noise), NO_AGE).answer()).isEmpty();
        assertThatThrownBy(() -> predictor.child(List.of(), NO_AGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void networks_count_as_often_as_they_have_members() {
        byte[] photo = red(10);
        try (Predictor both = Predictor.open(DrawnBundle.twoNetworks(), Predictor.Settings.ofBundle());
                Predictor arcface = Predictor.open(DrawnBundle.arcfaceOnly(), Predictor.Settings.ofBundle())) {
            List<Double> mean = probabilities(both.read(photo));
            List<Double> dlib = probabilities(predictor.read(photo));
            List<Double> other = probabilities(arcface.read(photo));

            for (int c = 0; c < 3; c++) {
                assertThat(mean.get(c)).isCloseTo((2 * dlib.get(c) + other.get(c)) / 3, within(1e-9));
            }
            assertThat(mean).isNotEqualTo(dlib);
        }
    }

    @Test
    void all_faces_are_offered_with_their_numbers_and_the_wanted_one_is_taken() {
        Rgb portrait = DrawnFace.portrait();
        byte[] three = png(DrawnFace.row(tinted(portrait, -80), portrait, tinted(portrait, 60)));

        PhotoReading byRule = predictor.read(three);
        assertThat(byRule.faces().orElseThrow().fromLeft()).hasSize(3);
        assertThat(byRule.faces().flatMap(FacesSeen::taken).orElseThrow().number())
                .isEqualTo(2);
        assertThat(byRule.faces().orElseThrow().sentence())
                .isEqualTo("3 faces were found; the largest and most central one was used (number 2 from the left).");
        assertThat(byRule.findings()).contains(FaceFinding.SEVERAL_FACES);
        assertThat(predictor
                        .child(List.of(byRule), NO_AGE)
                        .answer()
                        .orElseThrow()
                        .reservations())
                .contains(Reservation.SEVERAL_FACES);

        Answer third = answer(FaceChoice.numbered(3), three);
        assertThat(third.predicted()).isEqualTo("wbs");
        assertThat(third.reservations()).isEmpty();
        assertThat(answer(FaceChoice.numbered(1), three).predicted()).isEqualTo("none");
        try (Predictor fourth = choosing(FaceChoice.numbered(4))) {
            PhotoReading absent = fourth.read(three);
            assertThat(absent.refusal().orElseThrow().reason())
                    .isEqualTo("The photo shows fewer faces than the requested number.");
            assertThat(absent.faces().orElseThrow().sentence())
                    .isEqualTo("Face number 4 from the left was requested, but 3 faces were found.");
        }
    }

    @Test
    void the_bundle_says_which_face_is_taken_and_what_is_refused() {
        byte[] two = png(DrawnFace.row(DrawnFace.portrait(), DrawnFace.portrait()));
        Path file = DrawnBundle.write(folder.resolve("b.facies"), "2", List.of(FaceFinding.SEVERAL_FACES));
        try (Predictor strict = Predictor.open(Bundle.open(file), Predictor.Settings.ofBundle())) {
            PhotoReading refused = strict.read(two);

            assertThat(strict.choice()).isEqualTo(FaceChoice.numbered(2));
            assertThat(refused.refusal().orElseThrow().reason())
                    .isEqualTo("Several faces were found; number 2 from the left was used.");
            assertThat(refused.evidence()).isEmpty();
        }
    }

    @Test
    void a_poor_photo_and_an_age_outside_speak_against_the_answer() {
        PhotoReading small = predictor.read(png(DrawnFace.portrait(120)));

        Answer answer =
                predictor.child(List.of(small), OptionalDouble.of(600)).answer().orElseThrow();

        assertThat(small.findings()).contains(FaceFinding.TOO_SMALL);
        assertThat(answer.reservations()).contains(Reservation.AGE_OUTSIDE, Reservation.POOR_PHOTO);
    }

    @Test
    void files_that_are_no_photos_are_told_in_the_result() throws IOException {
        Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        Path empty = Files.createFile(folder.resolve("empty.png"));

        assertThat(predictor.read(broken).refusal().orElseThrow().sentence())
                .startsWith("The file is cut off or damaged");
        assertThat(predictor.read(empty).refusal().orElseThrow().reason()).isEqualTo("is empty");
        assertThat(predictor.read(folder).refusal().orElseThrow().reason()).isEqualTo("is a folder");
        assertThat(predictor.read(folder.resolve("absent")).sha256()).isEmpty();
    }

    @Test
    void a_file_gives_what_its_bytes_give() throws IOException {
        Path file = Files.write(folder.resolve("a.png"), red(10));

        PhotoReading ofFile = predictor.read(file);

        assertThat(ofFile.evidence()).isEqualTo(predictor.read(red(10)).evidence());
        assertThat(ofFile.sha256()).isPresent();
        assertThat(ofFile.views()).isEmpty();
    }

    @Test
    void pictures_to_show_are_small_upright_and_made_again() {
        byte[] large = png(DrawnFace.portrait(900));

        PhotoReading.Views views =
                predictor.read(large, OptionalInt.of(320)).views().orElseThrow();

        Rgb shown = decoded(views.photo().jpeg());
        assertThat(shown.widthPx()).isEqualTo(320).isEqualTo(views.photo().widthPx());
        assertThat(views.photo().scale()).isCloseTo(320 / 900.0, within(1e-9));
        assertThat(decoded(views.crop().orElseThrow().jpeg()).widthPx()).isEqualTo(150);
        assertThat(predictor
                        .read(png(DrawnFace.noise(2)), OptionalInt.of(320))
                        .views()
                        .orElseThrow()
                        .crop())
                .isEmpty();
    }

    @Test
    void many_threads_get_the_answers_of_one() throws InterruptedException, ExecutionException {
        List<byte[]> photos =
                IntStream.range(0, 16).mapToObj(i -> red(8 * i - 60)).toList();
        List<PhotoEvidence> onOne = photos.stream()
                .map(photo -> predictor.read(photo).evidence().orElseThrow())
                .toList();
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Future<PhotoEvidence>> asked = new ArrayList<>();
            photos.forEach(photo ->
                    asked.add(many.submit(() -> predictor.read(photo).evidence().orElseThrow())));
            for (int i = 0; i < photos.size(); i++) {
                assertThat(asked.get(i).get()).isEqualTo(onOne.get(i));
            }
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void a_bundle_that_lacks_a_network_or_has_a_wrong_one_is_refused() {
        BundleFile.Network small = new BundleFile.Network("classifier-dlib-150.onnx", "arcface-112", 2, "drawn");
        Bundle sound = DrawnBundle.oneNetwork();
        Bundle wrongSize = Bundle.of(DrawnBundle.file("largest", List.of(small)), sound.parts(), Optional.empty());
        Map<String, byte[]> few = Map.of("classifier-dlib-150.onnx", sound.content("classifier-dlib-150.onnx"));
        Bundle lacking = Bundle.of(sound.file(), few, Optional.empty());

        assertThatThrownBy(() -> Predictor.open(wrongSize, Predictor.Settings.ofBundle()))
                .isInstanceOf(BadInput.class)
                .hasMessage("classifier-dlib-150.onnx: expects crops of 150 × 150 pixels, but those of arcface-112 have"
                        + " 112 × 112. Make the bundle again.");
        assertThatThrownBy(() -> Predictor.open(lacking, Predictor.Settings.ofBundle()))
                .isInstanceOf(BadInput.class)
                .hasMessage("bundle drawn: has no detector.onnx, which is needed to find faces. Make the bundle"
                        + " again.");
    }

    private static Answer answer(FaceChoice choice, byte[] photo) {
        try (Predictor chosen = choosing(choice)) {
            return chosen.child(List.of(chosen.read(photo)), NO_AGE).answer().orElseThrow();
        }
    }

    private static Predictor choosing(FaceChoice choice) {
        return Predictor.open(DrawnBundle.oneNetwork(), new Predictor.Settings(Optional.of(choice), 1));
    }

    private static List<Double> probabilities(PhotoReading photo) {
        return photo.evidence().orElseThrow().probabilities();
    }

    private static byte[] red(int more) {
        return png(tinted(DrawnFace.portrait(), more));
    }

    /** Redder by so much, or bluer. */
    private static Rgb tinted(Rgb picture, int more) {
        byte[] data = picture.data().clone();
        for (int i = 0; i < data.length; i += 3) {
            data[i] = (byte) Math.max(0, Math.min(255, (data[i] & 0xff) + more));
            data[i + 2] = (byte) Math.max(0, Math.min(255, (data[i + 2] & 0xff) - more));
        }
        return new Rgb(picture.widthPx(), picture.heightPx(), data);
    }

    private static byte[] png(Rgb picture) {
        return PngWriter.encode(picture);
    }

    private static Rgb decoded(byte[] file) {
        return ((Decoded.Picture) new PhotoDecoder(ImageLimits.DEFAULT).decode(file)).pixels();
    }
}
