package org.facies.train;

/** Told after every step, on the training thread. An exception ends the training; it can be resumed. */
@FunctionalInterface
public interface TrainingListener {

    void progressed(TrainingProgress progress);
}
