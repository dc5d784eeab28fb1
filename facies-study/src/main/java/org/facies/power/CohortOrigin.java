package org.facies.power;

import org.facies.report.text.Stamp;

/**
 * The origin of the cohorts of the curves.
 *
 * @param words that name them on the page
 * @param stamp whether any of their faces are synthetic
 */
public record CohortOrigin(String words, Stamp stamp) {}
