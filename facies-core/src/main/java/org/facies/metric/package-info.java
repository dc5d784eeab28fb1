/**
 * What models predicted ({@code PredictionTable}) and how good that is ({@code Evaluation}), per photo and per subject.
 * Imports {@code statistic}, {@code table}, {@code schema}, {@code file} and {@code input}. Start with
 * {@code Evaluation}.
 */
package org.facies.metric;
