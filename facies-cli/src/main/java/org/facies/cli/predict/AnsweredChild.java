package org.facies.cli.predict;

import org.facies.bundle.ChildReading;
import org.facies.result.PredictionRecord;

/** A child with the model's answer: the record for all outputs, and the faces that were found. */
record AnsweredChild(PredictionRecord record, ChildReading reading) {}
