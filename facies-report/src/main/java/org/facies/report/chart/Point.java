package org.facies.report.chart;

/** A point of a chart: in data units, or in pixels from the upper left corner of the drawing. */
public record Point(double x, double y) {}
