package org.facies.contrast;

import java.util.Optional;

/**
 * The findings for both kinds of interval; each is empty without an interval.
 *
 * @param theseModels for these trained models
 * @param retrained if the models were retrained
 */
public record MarginFindings(Optional<MarginFinding> theseModels, Optional<MarginFinding> retrained) {}
