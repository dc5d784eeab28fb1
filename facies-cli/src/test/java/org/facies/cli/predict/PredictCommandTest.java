package org.facies.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.bundle.DrawnBundle;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.command.ExitCode;
import org.facies.decision.IntendedPurpose;
import org.facies.detect.DrawnFace;
import org.facies.file.Sha256;
import org.facies.image.JpegWriter;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.result.PredictionRecord;
import org.facies.sign.Keys;
import org.facies.sign.PemKeys;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    private static final String UNSIGNED = "The bundle is not signed, so its author cannot be verified.";

    @TempDir
    private static Path shared;

    private static Path bundle;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        bundle = DrawnBundle.write(shared.resolve("drawn.facies"), Optional.empty());
    }

    @Test
    void the_answer_comes_first_and_everything_about_it_follows() {
        Path photo = photo("a.png", 60);

        CommandLineRun run = predict(photo, "--age-months", "30", "--prevalence", "noonan=0.002,wbs=0.0001");

        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines)
                .startsWith(
                        "Research software, not a medical device, not for diagnosis.",
                        "Intended purpose: To test Facies on drawn faces.",
                        "Bundle: drawn, made on 2026-11-29. " + UNSIGNED,
                        "");
        assertThat(lines.get(4)).startsWith(photo + ": Among children like those of the study: Williams syndrome, ");
        assertThat(run.out())
                .contains("One face was found. No quality problem found.")
                .contains("with the class frequencies of the study  with those of your site")
                .contains("Of the 100 children that the model learnt from, 1 in 4 had a syndrome (25).")
                .contains("At the site, 1 in 476 has a syndrome, as stated.")
                .contains("they are not re-weighted")
                .containsPattern("90 % +(noonan, )?wbs +0\\.900")
                .containsPattern("sensitivity 90 % +20\\.0 % +yes +0\\.900 +0\\.900");
        assertThat(run.err().lines()).containsExactly(UNSIGNED);
    }

    @Test
    void json_is_an_object_on_a_line_for_each_child_that_reads_back_as_its_record() throws IOException {
        CommandLineRun run = predict(photo("a.png", 60), photo("b.png", -80), "--json");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            PredictionRecord record = PredictionRecord.FORMAT.read(line, "line", "");
            assertThat(record.purpose()).isEqualTo(IntendedPurpose.BANNER);
            assertThat(record.bundle().intendedPurpose()).isEqualTo("To test Facies on drawn faces.");
            assertThat(record.bundle().signature()).isEqualTo(UNSIGNED);
            assertThat(record.photos().get(0).faces()).hasSize(1);
        });
        assertThat(lines.get(0).at("/answer/predicted").asText()).isEqualTo("wbs");
        assertThat(lines.get(1).at("/answer/predicted").asText()).isEqualTo("none");
        assertThat(lines.get(1).at("/sentence").asText()).startsWith("The model finds no syndrome most probable");
    }

    @Test
    void a_bad_photo_is_named_and_the_results_of_the_others_are_written() throws IOException {
        Path good = photo("a.png", 60);
        Path noise = Files.write(folder.resolve("noise.png"), PngWriter.encode(DrawnFace.noise(1)));
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "no photo");
        Path csv = folder.resolve("out/answers.csv");

        CommandLineRun run = predict(good, noise, broken, "--csv", csv);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .contains(
                        noise + ": No face was found. Check the photo, and use another one.",
                        broken + ": is not a JPEG, PNG or WebP picture. Convert it to JPEG or PNG.");
        List<CsvRow> rows = CsvTable.read(csv).require("child").rows();
        assertThat(rows).extracting(row -> row.get("child")).containsExactly(name(good), name(noise), name(broken));
        assertThat(rows).extracting(row -> row.get("predicted")).containsExactly("wbs", "", "");
        assertThat(rows).extracting(row -> row.get("photos_used")).containsExactly("1", "0", "0");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("purpose")).isEqualTo(IntendedPurpose.BANNER);
            assertThat(row.get("signature")).isEqualTo(UNSIGNED);
        });
        assertThat(rows.get(2).get("answer"))
                .isEqualTo("No answer: the photo cannot be used. The file is not a JPEG, PNG or WebP picture.");
    }

    @Test
    void each_photo_of_a_folder_is_a_child_and_by_folder_each_folder_is() throws IOException {
        Path children = Files.createDirectory(folder.resolve("children"));
        photo("children/P1/a.png", 60);
        photo("children/P1/deeper/b.PNG", 40);
        photo("children/P2/c.png", -80);
        Files.writeString(children.resolve("P2/notes.txt"), "x");
        Files.writeString(children.resolve("P2/.hidden.png"), "x");

        assertThat(names(predict(children, "--by-folder", "--json"))).containsExactly("P1", "P2");
        assertThat(names(predict(children.resolve("P2"), "--json")))
                .containsExactly(name(children.resolve("P2/c.png")));
        assertThat(names(predict(children.resolve("P2"), "--by-folder", "--json")))
                .containsExactly("P2");
        CommandLineRun told = predict(children.resolve("P2"));
        assertThat(told.err()).contains("P2: 1 file was left out, not named .jpg, .jpeg, .png, .webp.");
        CommandLineRun none = predict(children);
        assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err())
                .isEqualToIgnoringNewLines(children + ": contains no photo of its own (.jpg, .jpeg, .png, .webp). If"
                        + " each subfolder is a child, add --by-folder.");
        photo("children/loose.png", 0);
        assertThat(predict(children, "--by-folder").err()).contains("contains photos next to the folders of children");
        assertThat(names(predict(
                        children.resolve("P1/a.png"),
                        children.resolve("P2/c.png"),
                        children.resolve("P1/a.png"),
                        "--by-folder",
                        "--json")))
                .containsExactly(name(children.resolve("P1")), name(children.resolve("P2")));
    }

    @Test
    void photos_of_a_subject_of_a_manifest_are_combined_and_its_age_counts() throws IOException {
        photo("p/a.png", 60);
        photo("p/b.png", -80);
        Path manifest = Files.writeString(
                folder.resolve("list.csv"),
                "photo,subject,age_months\np/a.png,S1,\np/b.png,S1,\np/a.png,S2,400\np/gone.png,S3,\n");

        CommandLineRun run = predict(manifest, "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        List<PredictionRecord> records = records(run);
        assertThat(records).extracting(PredictionRecord::child).containsExactly("S1", "S2", "S3");
        assertThat(records.get(0).photosUsed()).isEqualTo(2);
        assertThat(records.get(1).sentence())
                .isEqualTo("The model abstains: the child is younger or older than the children that it was trained on"
                        + " (6 to 180 months).");
        assertThat(records.get(2).answer()).isEmpty();
        assertThat(run.err()).contains("p/gone.png: does not exist or is not a file.");
    }

    @Test
    void the_wanted_face_is_taken_and_said() throws IOException {
        Path two = folder.resolve("two.png");
        Files.write(two, PngWriter.encode(DrawnFace.row(tinted(-80), tinted(60))));

        assertThat(predict(two, "--face", "1").out())
                .contains("The model finds no syndrome most probable")
                .contains("2 faces were found; number 1 from the left was used.");
        assertThat(predict(two, "--face", "2").out()).contains("Williams syndrome most probable");
        assertThat(predict(two).out())
                .contains("The model abstains: a photo shows several faces, and a rule chose one of them.")
                .containsPattern("the largest and most central one was used \\(number [12] from the left\\)\\.");
    }

    @Test
    void the_page_shows_photo_faces_crop_and_answer_and_nothing_of_the_file_but_its_pixels() throws IOException {
        String canary = "CANARY-7f3a";
        byte[] jpeg = JpegWriter.encode(tinted(60), 0.95f);
        byte[] comment = ("..Exif" + canary).getBytes(StandardCharsets.US_ASCII);
        Path photo = folder.resolve("a<b>.jpg");
        try (var out = Files.newOutputStream(photo)) {
            out.write(jpeg, 0, 2);
            out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
            out.write(comment);
            out.write(jpeg, 2, jpeg.length - 2);
        }
        Path html = folder.resolve("page.html");

        CommandLineRun run = predict(photo, "--html", html, "--prevalence", "noonan=0.002,wbs=0.0001");

        assertThat(run.exitCode()).as(run.err()).isZero();
        String page = Files.readString(html);
        assertThat(page)
                .contains(IntendedPurpose.BANNER, "To test Facies on drawn faces.", UNSIGNED)
                .contains("a&lt;b&gt;.jpg")
                .contains("Among children like those of the study: Williams syndrome, ")
                .contains("<g class=\"face taken\">")
                .contains("Content-Security-Policy", "default-src 'none'")
                .doesNotContain("<script", "http://", "https://", canary);
        Matcher pictures =
                Pattern.compile("data:image/jpeg;base64,([A-Za-z0-9+/=]+)\"").matcher(page);
        int found = 0;
        while (pictures.find()) {
            byte[] shown = Base64.getDecoder().decode(pictures.group(1));
            assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain(canary, "Exif");
            found++;
        }
        assertThat(found).isEqualTo(2);
    }

    @Test
    void a_page_of_many_children_says_how_many_photos_it_shows() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        byte[] photo = PngWriter.encode(tinted(60));
        for (int i = 0; i < AnswerPage.MOST_PHOTOS + 2; i++) {
            Files.write(many.resolve("%03d.png".formatted(i)), photo);
        }
        Path html = folder.resolve("page.html");

        CommandLineRun run = predict(many, "--html", html, "--csv", folder.resolve("a.csv"));

        assertThat(run.exitCode()).isZero();
        String page = Files.readString(html);
        assertThat(page).contains("at most 100 photos").contains("102\u00a0children");
        assertThat(page.split("<details ", -1)).hasSize(103);
        assertThat(page.split("<svg class=\"whole\"", -1)).hasSize(101);
        assertThat(run.out().lines().filter(line -> line.contains("most probable")))
                .hasSize(102);
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(103);
    }

    @Test
    void results_come_in_the_order_of_the_photos_whatever_the_number_of_threads() {
        List<Path> photos = IntStream.range(0, 20)
                .mapToObj(i -> photo("%02d.png".formatted(i), 7 * i - 80))
                .toList();
        Object[] one = Stream.concat(photos.stream(), Stream.of("--json", "--threads", "1"))
                .toArray();
        Object[] four = Stream.concat(photos.stream(), Stream.of("--json", "--threads", "4"))
                .toArray();

        assertThat(predict(four).out()).isEqualTo(predict(one).out());
    }

    @Test
    void a_photo_of_the_run_is_named_as_training_data() throws IOException {
        Path known = photo("known.png", 60);
        Path other = photo("other.png", 59);
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(
                run.resolve("photos.csv"),
                "photo,subject,sha256\nx.png,S," + Sha256.of(Files.readAllBytes(known)) + "\n");

        List<PredictionRecord> records = records(predict(known, other, "--run", run, "--json"));

        assertThat(records.get(0).photos().get(0).isTrainingData()).isTrue();
        assertThat(records.get(1).photos().get(0).isTrainingData()).isFalse();
        assertThat(predict(known, "--run", run).out()).contains("This is a training photo of the model");
    }

    @Test
    void all_that_is_wrong_with_a_line_is_told_at_once_and_nothing_is_written() throws IOException {
        Path there = Files.writeString(folder.resolve("there.csv"), "mine");

        CommandLineRun run = predict(
                folder.resolve("absent.png"),
                "--face",
                "left",
                "--csv",
                there,
                "--run",
                folder.resolve("no-run"),
                "--prevalence",
                "noonan=0.1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        folder.resolve("absent.png")
                                + ": does not exist. Name a photo, a folder of photos or a manifest.",
                        "--face: \"left\" does not say which face to choose. Give largest, central, or the number of"
                                + " the face from left to right, from 1.",
                        there + ": already exists. Name another file, or remove this one.",
                        folder.resolve("no-run/photos.csv") + ": does not exist. Give the path of a CSV file.",
                        "--prevalence: gives no share for wbs. Give a share for each syndrome, 0 where it does not"
                                + " occur.");
        assertThat(there).hasContent("mine");
    }

    @Test
    void the_age_of_one_child_is_not_that_of_several() {
        CommandLineRun run = predict(photo("a.png", 60), photo("b.png", 60), "--age-months", "30");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("--age-months: is the age of one child, but there are 2. State the ages"
                        + " in a manifest, in the column age_months.");
    }

    @Test
    void it_needs_neither_model_folder_nor_npm_and_knows_whom_the_site_trusts() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path signed = DrawnBundle.write(
                folder.resolve("signed.facies"), Optional.of(PemKeys.signing(Keys.secret(folder, 0))));
        Files.writeString(home.resolve("config.yaml"), "prevalence: {noonan: 0.002, wbs: 0.0001, other: 0.3}\n");
        String photo = photo("a.png", 60).toString();
        FaciesProcess facies = new FaciesProcess(home);

        CommandLineRun untrusted = facies.withoutNpm("predict", photo, "--bundle", signed.toString());
        Path trust = Files.createDirectories(home.resolve("trust"));
        Files.copy(Keys.known(folder, 0), trust.resolve("maker.pem"));
        CommandLineRun trusted = facies.withoutNpm("predict", photo, "--bundle", signed.toString());

        assertThat(untrusted.exitCode()).as(untrusted.err()).isZero();
        assertThat(untrusted.out()).contains("signed with a key that is not trusted here");
        assertThat(untrusted.err()).contains("signed with a key that is not trusted here");
        assertThat(trusted.out())
                .contains("signed with the trusted key \"maker\"")
                .contains("1 in 476");
        assertThat(trusted.err()).isEmpty();
        assertThat(home.resolve("models")).doesNotExist();
        assertThat(home.resolve("crops")).doesNotExist();
    }

    private CommandLineRun predict(Object... arguments) {
        List<String> line = new ArrayList<>(List.of("predict", "--bundle", bundle.toString()));
        Stream.of(arguments).map(Object::toString).forEach(line::add);
        return CommandLineRun.facies(line.toArray(String[]::new));
    }

    private static List<PredictionRecord> records(CommandLineRun run) {
        return run.out()
                .lines()
                .map(line -> {
                    try {
                        return PredictionRecord.FORMAT.read(new ObjectMapper().readTree(line), "line", "");
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .toList();
    }

    private static List<String> names(CommandLineRun run) {
        return records(run).stream().map(PredictionRecord::child).toList();
    }

    private static String name(Path path) {
        return path.toString();
    }

    private Path photo(String name, int redder) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, PngWriter.encode(tinted(redder)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Rgb tinted(int more) {
        Rgb picture = DrawnFace.portrait();
        byte[] data = picture.data().clone();
        for (int i = 0; i < data.length; i += 3) {
            data[i] = (byte) Math.max(0, Math.min(255, (data[i] & 0xff) + more));
            data[i + 2] = (byte) Math.max(0, Math.min(255, (data[i + 2] & 0xff) - more));
        }
        return new Rgb(picture.widthPx(), picture.heightPx(), data);
    }
}
