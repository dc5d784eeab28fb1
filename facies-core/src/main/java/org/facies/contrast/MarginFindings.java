package org.facies.contrast;

import java.util.Optional;

/**
 * What both kinds of interval say about a margin; empty where there is no interval.
 *
 * @param theseModels for these trained models
 * @param retrained if the models were retrained
 */
public record MarginFindings(Optional<MarginFinding> theseModels, Optional<MarginFinding> retrained) {}
