package org.facies.evaluate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files to evaluate.
 *
 * @param predictions in the layout of {@link org.facies.metric.PredictionTable#readImported}
 * @param readers in the layout of {@link org.facies.reader.ReaderAnswers#read}
 * @param manifest of the cohort, next to its photos; must agree with the predictions
 * @param cohort columns of subjects in the layout of {@link org.facies.cohort.SubjectAttributes#read}, with every
 *     subject of the predictions; if empty, the columns of the manifest are used
 */
public record ImportedFiles(Path predictions, Optional<Path> readers, Optional<Path> manifest, Optional<Path> cohort) {}
