package org.facies.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facies.file.Yaml;

/** The commented {@code readers.yaml} that {@code facies readers init} writes. */
public final class ReadingTemplate {
    private static final String MODEL = "# model: {run: runs/first, model: cosface-pfm, set_percent: 90}";
    private static final String COHORT = "cohort: manifest.csv";

    private ReadingTemplate() {}

    /** The file for a {@code manifest.csv} in the same folder, without a model. */
    public static String text() {
        return text("manifest.csv", Optional.empty());
    }

    /**
     * The file.
     *
     * @param cohort path of the manifest in the file
     * @param run path in the file of the run whose predictions the sequential arm shows
     */
    public static String text(String cohort, Optional<String> run) {
        String named =
                shipped().replace(COHORT, cohort.equals("manifest.csv") ? COHORT : "cohort: " + Yaml.quoted(cohort));
        return run.map(folder -> named.replace(MODEL, "model: {run: " + Yaml.quoted(folder) + ", set_percent: 90}"))
                .orElse(named);
    }

    private static String shipped() {
        try (InputStream in = ReadingTemplate.class.getResourceAsStream("template.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
