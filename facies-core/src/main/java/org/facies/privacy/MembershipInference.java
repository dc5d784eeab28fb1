package org.facies.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.statistic.Interval;
import org.facies.statistic.StratifiedBootstrap;

/**
 * Membership inference: how well somebody with a network and a child's photo can tell whether the child was in the
 * training set. The attack compares a score with a threshold (Yeom, Giacomelli, Fredrikson and Jha 2018; the idea is
 * from Shokri, Stronati, Song and Shmatikov 2017, "Membership inference attacks against machine learning models"). Each
 * fold of a study is one experiment: its network was trained on the children of the other folds and not on its own.
 *
 * <pre>{@code
 * List<Fold> folds = List.of(new Fold(members, nonMembers));
 * Estimate auc = MembershipInference.auc(folds, EvaluationSettings.standard(23), 2);
 * }</pre>
 */
public final class MembershipInference {

    private MembershipInference() {}

    /**
     * The scores of one network; a larger score suggests membership of the training set.
     *
     * @param members scores of children in the training set, by subject
     * @param nonMembers scores of children outside it, by subject
     */
    public record Fold(Map<String, Double> members, Map<String, Double> nonMembers) {
        public Fold {
            members = Map.copyOf(members);
            nonMembers = Map.copyOf(nonMembers);
        }
    }

    /**
     * Area under the ROC curve of the attack, mean over the networks: 0.5 for guessing, 1 if every child is identified
     * as a member or non-member. The interval is from resampled children, each with all its scores.
     *
     * @param folds at least one; each with members and non-members
     * @param settings of the resampling
     * @param threads at least 1; the result does not depend on it
     */
    public static Estimate auc(List<Fold> folds, EvaluationSettings settings, int threads) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> strata = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            int stratum = f;
            folds.get(f).nonMembers().keySet().stream().sorted().forEach(subject -> {
                if (numbers.putIfAbsent(subject, numbers.size()) == null) {
                    strata.add(stratum);
                }
            });
        }
        List<Ranked> ranked =
                folds.stream().map(fold -> Ranked.of(fold, numbers)).toList();
        int[] once = new int[strata.size()];
        Arrays.fill(once, 1);
        double value = mean(ranked, once);
        StratifiedBootstrap bootstrap = new StratifiedBootstrap(
                strata.stream().mapToInt(Integer::intValue).toArray(), settings.bootstrapResamples(), settings.seed());
        double[] resampled = bootstrap.map(drawn -> mean(ranked, drawn), threads).stream()
                .mapToDouble(Double::doubleValue)
                .filter(auc -> !Double.isNaN(auc))
                .toArray();
        return new Estimate(
                value, Interval.percentile(resampled, EvaluationSettings.CONFIDENCE), Estimate.BOOTSTRAP, "");
    }

    private static double mean(List<Ranked> folds, int[] drawn) {
        return folds.stream().mapToDouble(fold -> fold.auc(drawn)).average().orElse(Double.NaN);
    }

    /** The children of a fold in ascending order of their scores; equal scores share a rank. */
    private static final class Ranked {
        private final int[] subject;
        private final boolean[] isLearnt;
        private final int[] tie;

        private Ranked(int[] subject, boolean[] isLearnt, int[] tie) {
            this.subject = subject;
            this.isLearnt = isLearnt;
            this.tie = tie;
        }

        static Ranked of(Fold fold, Map<String, Integer> numbers) {
            record Scored(int subject, boolean isLearnt, double score) {}
            List<Scored> all = new ArrayList<>();
            fold.members().forEach((subject, score) -> {
                if (numbers.containsKey(subject)) {
                    all.add(new Scored(numbers.get(subject), true, score));
                }
            });
            fold.nonMembers().forEach((subject, score) -> all.add(new Scored(numbers.get(subject), false, score)));
            all.sort((a, b) -> {
                int byScore = Double.compare(a.score(), b.score());
                return byScore == 0 ? Integer.compare(a.subject(), b.subject()) : byScore;
            });
            int[] tie = new int[all.size()];
            for (int i = 1; i < tie.length; i++) {
                tie[i] = tie[i - 1] + (all.get(i).score() == all.get(i - 1).score() ? 0 : 1);
            }
            boolean[] isLearnt = new boolean[all.size()];
            IntStream.range(0, isLearnt.length)
                    .forEach(i -> isLearnt[i] = all.get(i).isLearnt());
            return new Ranked(all.stream().mapToInt(Scored::subject).toArray(), isLearnt, tie);
        }

        /** @param drawn int[subjects], how often each subject was drawn */
        double auc(int[] drawn) {
            double pairs = 0;
            double heldBelow = 0;
            double members = 0;
            int i = 0;
            while (i < subject.length) {
                double heldHere = 0;
                double learntHere = 0;
                int here = tie[i];
                for (; i < subject.length && tie[i] == here; i++) {
                    if (isLearnt[i]) {
                        learntHere += drawn[subject[i]];
                    } else {
                        heldHere += drawn[subject[i]];
                    }
                }
                pairs += learntHere * (heldBelow + heldHere / 2);
                heldBelow += heldHere;
                members += learntHere;
            }
            return pairs / (members * heldBelow);
        }
    }
}
