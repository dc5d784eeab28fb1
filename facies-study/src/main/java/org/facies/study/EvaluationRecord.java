package org.facies.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facies.file.FileRefusal;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.metric.EvaluationSettings;
import org.facies.run.Provenance;

/**
 * {@code evaluation.json}: what predictions of another tool were evaluated, and how. It takes the place of a study's {@code
 * study.yaml}.
 *
 * @param name of the file of predictions
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EvaluationRecord(String name, EvaluationSettings evaluation, Provenance provenance) {

    /** The key of the predictions among the hashed files. */
    public static final String PREDICTIONS = "predictions";

    /**
     * A record of files that can be read.
     *
     * @param files by what they are, {@link #PREDICTIONS} among them
     */
    public static EvaluationRecord of(Map<String, Path> files, EvaluationSettings settings) {
        Map<String, String> inputs = new TreeMap<>();
        files.forEach((what, file) -> inputs.put(what, sha256(file)));
        return new EvaluationRecord(
                files.get(PREDICTIONS).getFileName().toString(),
                settings,
                Provenance.ofThisProcess(settings.seed(), inputs));
    }

    public void write(Path json) {
        JsonFile.write(json, this);
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }
}
