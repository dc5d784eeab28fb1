/**
 * Charts as SVG. Each chart takes plain numbers and returns a drawing that uses the style sheet of the page, has a
 * title and a description for screen readers, and distinguishes series by hue, dash and marker. Imports {@code
 * org.facies.report.text} and {@code Content} of jte. Start with {@code ForestPlot}; {@code RocCurve} and {@code
 * Reliability} do the arithmetic.
 */
package org.facies.report.chart;
