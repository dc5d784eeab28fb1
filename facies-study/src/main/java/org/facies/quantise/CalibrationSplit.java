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
 * A cohort in two parts without a common subject: photos that the ranges are taken from, and subjects to measure on.
 *
 * @param calibration photos of at most a fifth of the subjects
 * @param measured all other subjects
 */
record CalibrationSplit(List<Photo> calibration, Cohort measured) {

    /** Fewer subjects show nothing. */
    static final int FEWEST_SUBJECTS = 20;

    private static final int SHARE = 5;

    CalibrationSplit {
        calibration = List.copyOf(calibration);
    }

    /**
     * Draws subjects until they have enough photos, or until a fifth of the subjects is drawn.
     *
     * @param photos how many to calibrate with
     * @param seed the same seed and cohort give the same split
     * @throws BadInput if too few subjects are left to measure on
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
     * Checks what is left to measure on.
     *
     * @throws BadInput if it is too little
     */
    static void requireEnough(int subjects) {
        if (subjects < FEWEST_SUBJECTS) {
            throw new BadInput(
                    "cohort",
                    "",
                    "leaves " + subjects + " subjects with a usable photo to measure int8 on, and " + FEWEST_SUBJECTS
                            + " are the least",
                    "Bring a larger cohort; an int8 model is installed only with its measured cost.");
        }
    }
}
