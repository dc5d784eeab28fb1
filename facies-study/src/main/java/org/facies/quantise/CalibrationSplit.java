package org.facies.quantise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.sampling.ListSampler;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.statistic.RandomStreams;

/**
 * A cohort in two parts without a common subject: photos for the calibration of value ranges, and subjects for the
 * measurement.
 *
 * @param calibration photos of at most a fifth of the subjects
 * @param measured all other subjects
 */
record CalibrationSplit(List<Photo> calibration, Cohort measured) {

    /** The smallest number of subjects that a measurement needs. */
    static final int FEWEST_SUBJECTS = 20;

    private static final int SHARE = 5;

    CalibrationSplit {
        calibration = List.copyOf(calibration);
    }

    /**
     * Draws subjects until they have enough photos, or until a fifth of the subjects is drawn.
     *
     * @param photos number of photos for the calibration
     * @param seed the same seed and cohort give the same split
     * @throws BadInput if too few subjects are left for the measurement
     */
    static CalibrationSplit of(Cohort cohort, int photos, long seed) {
        List<Subject> subjects = new ArrayList<>(cohort.subjects());
        ListSampler.shuffle(RandomStreams.of(seed), subjects);
        List<Photo> drawn = new ArrayList<>();
        for (Subject subject : subjects.subList(0, Math.max(1, subjects.size() / SHARE))) {
            if (drawn.size() < photos) {
                drawn.addAll(subject.photos());
            }
        }
        Set<Photo> taken = new HashSet<>(drawn);
        Cohort measured = cohort.only(photo -> !taken.contains(photo));
        requireEnough(measured.subjects().size());
        return new CalibrationSplit(drawn.subList(0, Math.min(photos, drawn.size())), measured);
    }

    /**
     * Checks the subjects for the measurement.
     *
     * @throws BadInput if there are too few
     */
    static void requireEnough(int subjects) {
        if (subjects < FEWEST_SUBJECTS) {
            throw new BadInput(
                    "cohort",
                    "",
                    "leaves " + subjects + " children with a usable photo for the measurement of int8;"
                            + " " + FEWEST_SUBJECTS
                            + " are needed",
                    "Use a larger cohort; an int8 model is installed only with its measured cost.");
        }
    }
}
