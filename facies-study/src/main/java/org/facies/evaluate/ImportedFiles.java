package org.facies.evaluate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be evaluated.
 *
 * @param predictions in the layout of {@link org.facies.metric.PredictionTable#readImported}
 * @param readers in the layout of {@link org.facies.reader.ReaderAnswers#read}
 * @param manifest of the cohort, beside its photos; must agree with the predictions
 * @param cohort columns of subjects in the layout of {@link org.facies.cohort.SubjectAttributes#read}, with every
 *     subject of the predictions; left out, the columns are the manifest's
 */
public record ImportedFiles(Path predictions, Optional<Path> readers, Optional<Path> manifest, Optional<Path> cohort) {}
