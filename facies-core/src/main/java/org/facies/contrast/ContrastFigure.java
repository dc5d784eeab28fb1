package org.facies.contrast;

import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.FoldSpread;

/**
 * A contrast in one metric, with two intervals that answer different questions.
 *
 * @param theseModels over all subjects; the interval applies to these trained models and new subjects
 * @param retrained mean over the folds; the interval applies to models retrained on a new cohort of the same size
 * @param margin findings for accuracy and balanced accuracy; empty if the contrast has no margin
 */
public record ContrastFigure(Estimate theseModels, FoldSpread retrained, Optional<MarginFindings> margin) {}
