package org.facies.result;

import java.util.Optional;
import org.facies.metric.EvaluationSettings;
import org.facies.run.Provenance;

/**
 * {@code evaluation.json}: which predictions of another tool were evaluated, and how. It takes the place of a study's
 * {@code study.yaml}.
 *
 * @param name of the file of predictions
 * @param synthetic whether the card next to the manifest, or to the file with the children's data, says that the
 *     faces were drawn by a computer; empty where neither was given, and in records of earlier versions
 */
public record EvaluationRecord(
        String name, EvaluationSettings evaluation, Provenance provenance, Optional<Boolean> synthetic) {
    /** How the file is written and read. */
    public static final ResultFile<EvaluationRecord> FILE = ResultFile.of(EvaluationRecord.class);
}
