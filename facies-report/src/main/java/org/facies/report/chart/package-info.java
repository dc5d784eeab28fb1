/**
 * Charts as SVG: each takes plain numbers and gives a drawing that follows the page's style sheet, announces itself to
 * a screen reader and tells series apart by hue, dash and marker. Imports {@code org.facies.report.text} and jte's
 * {@code Content}. Start with {@code ForestPlot}; {@code RocCurve} and {@code Reliability} hold the arithmetic.
 */
package org.facies.report.chart;
