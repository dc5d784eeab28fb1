package org.facies.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.file.AtomicFile;
import org.facies.input.BadInput;

/** The commented study file that a user starts from. */
public final class StudyTemplate {

    private StudyTemplate() {}

    static String text() {
        try (InputStream in = StudyTemplate.class.getResourceAsStream("template.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * Writes the file.
     *
     * @param cohort the manifest to name in it
     * @throws BadInput if there is one already
     */
    public static void write(Path file, String cohort) {
        if (Files.exists(file)) {
            throw new BadInput(file.toString(), "", "is there already", "Name another file, or remove that one.");
        }
        String named = text().replace("cohort: manifest.csv", "cohort: " + Yaml.quoted(cohort));
        AtomicFile.write(file, named);
    }
}
