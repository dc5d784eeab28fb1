package org.facies.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.statistic.CalibrationCurve;
import org.facies.statistic.TopLabelCalibration;

/**
 * Subjects with answers of similar confidence: one point of a reliability diagram.
 *
 * @param index from 0; the bin is (index / 15, (index + 1) / 15]
 * @param n number of subjects
 * @param confidence mean probability of the answers
 * @param correct proportion of correct answers
 */
public record ReliabilityBin(
        int index,
        int n,
        double confidence,
        @JsonProperty("right") Estimate correct) {
    private static final int BINS = TopLabelCalibration.BINS;

    /** The bins that contain a subject, in ascending order. */
    static List<ReliabilityBin> of(HeldOutSubjects subjects) {
        int[] n = new int[BINS];
        int[] correct = new int[BINS];
        double[] sum = new double[BINS];
        for (int i = 0; i < subjects.size(); i++) {
            int bin = CalibrationCurve.binOf(subjects.confidence(i), BINS);
            n[bin]++;
            correct[bin] += subjects.isCorrect(i) ? 1 : 0;
            sum[bin] += subjects.confidence(i);
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (n[b] > 0) {
                bins.add(new ReliabilityBin(b, n[b], sum[b] / n[b], Share.of(correct[b], n[b], "")));
            }
        }
        return bins;
    }
}
