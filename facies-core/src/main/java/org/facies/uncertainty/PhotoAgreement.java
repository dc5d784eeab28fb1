package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.JudgedCase;
import org.facies.metric.Share;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.Interval;

/**
 * Whether a model gives two photos of one child the same answer, and whether more photos help. Every pair of a child's
 * photos counts; the pairs of a child together count as one child, however many there are.
 *
 * @param subjects who have two photos or more
 * @param pairs of their photos
 * @param agreement chance that two photos of a child get the same answer
 * @param kappa the same beyond chance (Cohen 1960), with the answers to both photos distributed alike
 * @param byPhotos accuracy over subjects by the number of their photos, ascending
 */
public record PhotoAgreement(int subjects, int pairs, Estimate agreement, Estimate kappa, List<ByPhotos> byPhotos) {
    /** As many photos and more are one group. */
    public static final int MOST = 5;

    /**
     * The subjects with so many photos.
     *
     * @param photos their number; {@value #MOST} means as many or more
     * @param accuracy share of them whose answer, the mean over the photos, is correct; Wilson's interval
     */
    public record ByPhotos(int photos, int subjects, Estimate accuracy) {}

    public PhotoAgreement {
        byPhotos = List.copyOf(byPhotos);
    }

    /**
     * Compares the photos of each subject.
     *
     * @param photos of all subjects, as the model judged them
     * @param subjects the same, as the model judged them over their photos
     * @param resamples of the same subjects
     */
    static PhotoAgreement of(List<JudgedCase> photos, HeldOutSubjects subjects, SubjectResamples resamples) {
        int[][] answers = answers(photos, subjects);
        Pairs pairs = new Pairs(answers, subjects.classes().size());
        List<Estimate> estimates = resamples.percentile(pairs::figures);
        int withPairs = 0;
        int all = 0;
        for (int[] own : answers) {
            int m = sum(own);
            withPairs += m > 1 ? 1 : 0;
            all += m * (m - 1) / 2;
        }
        String none = "no subject has two photos";
        return new PhotoAgreement(
                withPairs,
                all,
                explained(estimates.get(0), none),
                explained(estimates.get(1), withPairs == 0 ? none : "all photos get the same answer"),
                byPhotos(answers, subjects));
    }

    private static Estimate explained(Estimate estimate, String reason) {
        return estimate.isDefined()
                ? estimate
                : new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.BOOTSTRAP, reason);
    }

    /** int[subjects][classes]: how many photos got each answer. */
    private static int[][] answers(List<JudgedCase> photos, HeldOutSubjects subjects) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            positions.put(subjects.id(i), i);
        }
        int[][] answers = new int[subjects.size()][subjects.classes().size()];
        photos.forEach(photo -> answers[positions.get(photo.subject())][photo.predicted()]++);
        return answers;
    }

    private static List<ByPhotos> byPhotos(int[][] answers, HeldOutSubjects subjects) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (int i = 0; i < answers.length; i++) {
            int[] count = counts.computeIfAbsent(Math.min(MOST, sum(answers[i])), none -> new int[2]);
            count[0]++;
            count[1] += subjects.isCorrect(i) ? 1 : 0;
        }
        List<ByPhotos> rows = new ArrayList<>();
        counts.forEach((photos, count) -> rows.add(new ByPhotos(photos, count[0], Share.of(count[1], count[0], ""))));
        return rows;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The pairs of every subject, prepared so that a resample costs one pass over the subjects. */
    private static final class Pairs {
        private final int classes;
        private final int[] who;

        /** Share of the subject's pairs that agree. */
        private final double[] agreed;

        /** double[subjects][classes]: share of the subject's photos with each answer. */
        private final double[][] shares;

        Pairs(int[][] answers, int classes) {
            this.classes = classes;
            List<Integer> several = new ArrayList<>();
            for (int i = 0; i < answers.length; i++) {
                if (sum(answers[i]) > 1) {
                    several.add(i);
                }
            }
            this.who = several.stream().mapToInt(Integer::intValue).toArray();
            this.agreed = new double[who.length];
            this.shares = new double[who.length][classes];
            for (int k = 0; k < who.length; k++) {
                double m = sum(answers[who[k]]);
                for (int c = 0; c < classes; c++) {
                    double n = answers[who[k]][c];
                    agreed[k] += n * (n - 1) / (m * (m - 1));
                    shares[k][c] = n / m;
                }
            }
        }

        /** double[2]: agreement and kappa. */
        double[] figures(int[] weights) {
            double[] answered = new double[classes];
            double agreement = 0;
            long n = 0;
            for (int k = 0; k < who.length; k++) {
                int weight = weights[who[k]];
                n += weight;
                agreement += weight * agreed[k];
                for (int c = 0; c < classes; c++) {
                    answered[c] += weight * shares[k][c];
                }
            }
            if (n == 0) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double byChance = 0;
            for (double share : answered) {
                byChance += share / n * (share / n);
            }
            double observed = agreement / n;
            boolean isOneAnswer = byChance > 1 - 1e-12;
            return new double[] {observed, isOneAnswer ? Double.NaN : (observed - byChance) / (1 - byChance)};
        }
    }
}
