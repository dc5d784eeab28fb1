package org.facies.power;

import org.facies.report.text.Stamp;

/**
 * Where the cohorts of the curves come from.
 *
 * @param words in which the page names them
 * @param stamp whether any of their faces are synthetic
 */
public record CohortOrigin(String words, Stamp stamp) {}
