package org.facies.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.metric.EvaluationSettings;
import org.facies.provenance.Provenance;

/**
 * {@code evaluation.json}: what predictions of another tool were evaluated, and how. It takes the place of a study's {@code
 * study.yaml}.
 *
 * @param name of the file of predictions
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EvaluationRecord(String name, EvaluationSettings evaluation, Provenance provenance) {

    /** A record of files that can be read. */
    public static EvaluationRecord of(
            Path predictions, Optional<Path> readers, Optional<Path> manifest, EvaluationSettings settings) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("predictions", sha256(predictions));
        readers.ifPresent(file -> inputs.put("readers", sha256(file)));
        manifest.ifPresent(file -> inputs.put("manifest", sha256(file)));
        return new EvaluationRecord(
                predictions.getFileName().toString(), settings, Provenance.ofThisProcess(settings.seed(), inputs));
    }

    public void write(Path json) {
        JsonFile.write(json, this);
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
