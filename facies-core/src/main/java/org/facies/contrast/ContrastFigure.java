package org.facies.contrast;

import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.FoldSpread;

/**
 * A contrast in one figure, with two intervals for two questions.
 *
 * @param theseModels over all subjects; the interval is about these trained models and other subjects
 * @param retrained over the folds; the interval is about models retrained on as many other subjects
 * @param margin where the contrast has one, for accuracy and balanced accuracy
 */
public record ContrastFigure(Estimate theseModels, FoldSpread retrained, Optional<MarginFindings> margin) {}
