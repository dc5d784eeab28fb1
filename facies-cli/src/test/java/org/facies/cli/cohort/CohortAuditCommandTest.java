package org.facies.cli.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.imageio.ImageIO;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of drawn faces, with the real networks. */
class CohortAuditCommandTest {
    @TempDir
    private Path folder;

    private Path manifest;

    @BeforeEach
    void draw() throws IOException {
        manifest = DrawnCohort.write(folder, 8, 3);
    }

    @Test
    void planted_duplicates_and_a_frame_by_diagnosis_are_found() throws IOException {
        frame("wide-eyes", new Color(220, 40, 40));
        frame("wide-mouth", new Color(40, 40, 220));
        duplicate("none-0", "none-1", 1.2, false);
        duplicate("wide-eyes-2", "none-3", 1, true);
        Path out = folder.resolve("audit");

        CommandLineRun run = audit(out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("alarm          border: The diagnosis can be predicted from border alone, without the face")
                .contains("show the same picture, possibly resized, recompressed, cropped or flipped");
        JsonNode report = new ObjectMapper().readTree(out.resolve("audit.json").toFile());
        assertThat(report.at("/leakage/same_picture").findValuesAsText("photo_b"))
                .contains("photos/copy-of-none-0.jpg", "photos/copy-of-wide-eyes-2.jpg");
        assertThat(Files.readString(out.resolve("audit.html")))
                .contains("border")
                .doesNotContain("none-0");
        assertThat(audit(folder.resolve("strict"), "--strict").exitCode()).isEqualTo(2);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_with_the_warnings_of_the_manifest() throws IOException {
        List<String> rows = Files.readAllLines(manifest);
        rows.set(2, rows.get(2).replaceFirst("(fe)?male$", "other"));
        Files.write(manifest, rows);

        CommandLineRun first = audit(folder.resolve("a"), "--json");
        audit(folder.resolve("b"));

        assertThat(folder.resolve("a/audit.json")).hasSameBinaryContentAs(folder.resolve("b/audit.json"));
        JsonNode report = new ObjectMapper().readTree(first.out());
        assertThat(report.get("subjects").asInt()).isEqualTo(24);
        assertThat(report.get("warnings")).hasSize(1);
        assertThat(report.at("/warnings/0").asText())
                .startsWith("manifest.csv row 3, column sex: \"other\" contradicts");
    }

    private CommandLineRun audit(Path out, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("cohort", "audit", manifest.toString(), "--out", out.toString(), "--yes", "--threads", "2"));
        words.addAll(List.of(more));
        return facies(words.toArray(String[]::new));
    }

    private void frame(String diagnosis, Color colour) throws IOException {
        File[] photos = folder.resolve("photos").toFile().listFiles((dir, name) -> name.startsWith(diagnosis));
        for (File photo : photos) {
            BufferedImage image = ImageIO.read(photo);
            Graphics2D pen = image.createGraphics();
            pen.setColor(colour);
            for (int i = 0; i < 5; i++) {
                pen.drawRect(i, i, image.getWidth() - 1 - 2 * i, image.getHeight() - 1 - 2 * i);
            }
            pen.dispose();
            ImageIO.write(image, "jpg", photo);
        }
    }

    private void duplicate(String subject, String owner, double factor, boolean mirrored) throws IOException {
        BufferedImage image =
                ImageIO.read(folder.resolve("photos/" + subject + "_1.jpg").toFile());
        int width = (int) (factor * image.getWidth());
        int height = (int) (factor * image.getHeight());
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(image, mirrored ? width : 0, 0, mirrored ? -width : width, height, null);
        pen.dispose();
        String path = "photos/copy-of-" + subject + ".jpg";
        ImageIO.write(copy, "jpg", folder.resolve(path).toFile());
        Files.writeString(
                manifest,
                String.join(",", path, owner, owner.replaceAll("-\\d+$", ""), age(owner)) + "\n",
                StandardOpenOption.APPEND);
    }

    private String age(String owner) throws IOException {
        return Files.readAllLines(manifest).stream()
                .filter(row -> row.contains("," + owner + ","))
                .map(row -> row.split(",", 4)[3])
                .findFirst()
                .orElseThrow();
    }
}
