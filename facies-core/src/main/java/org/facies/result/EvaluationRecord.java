package org.facies.result;

import org.facies.metric.EvaluationSettings;
import org.facies.run.Provenance;

/**
 * {@code evaluation.json}: what predictions of another tool were evaluated, and how. It takes the place of a study's
 * {@code study.yaml}.
 *
 * @param name of the file of predictions
 */
public record EvaluationRecord(String name, EvaluationSettings evaluation, Provenance provenance) {
    /** How the file is written and read. */
    public static final ResultFile<EvaluationRecord> FILE = ResultFile.of(EvaluationRecord.class);
}
