package org.facies.metric;

/** Metric by which models are compared on the same subjects. */
public sealed interface PairedFigure {

    /** A metric over all classes. */
    record OfAll(Metric metric) implements PairedFigure {}

    /** The recall of one class, by its label. */
    record RecallOf(String label) implements PairedFigure {}
}
