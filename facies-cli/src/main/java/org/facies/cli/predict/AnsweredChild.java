package org.facies.cli.predict;

import org.facies.bundle.ChildReading;
import org.facies.result.PredictionRecord;

/** A child that was answered about: the record for all outputs, and what was seen. */
record AnsweredChild(PredictionRecord record, ChildReading reading) {}
