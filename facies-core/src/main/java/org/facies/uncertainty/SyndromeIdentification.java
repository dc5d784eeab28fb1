package org.facies.uncertainty;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.statistic.Order;

/**
 * Which syndrome, given that there is one: affected subjects only, and the most probable syndrome as the answer,
 * however probable "none" was.
 *
 * @param subjects affected
 * @param accuracy share of them whose syndrome is identified correctly
 * @param majority share of the most frequent syndrome: the accuracy of always answering with it
 * @param recall by syndrome
 */
public record SyndromeIdentification(
        int subjects,
        Estimate accuracy,
        @JsonProperty("commonest") double majority,
        Map<String, Estimate> recall) {

    public SyndromeIdentification {
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    }

    static SyndromeIdentification of(HeldOutSubjects all, String unaffected) {
        int none = all.classes().indexOf(unaffected);
        int[] affected =
                IntStream.range(0, all.size()).filter(i -> all.truth(i) != none).toArray();
        int[] n = new int[all.classes().size()];
        int[] correct = new int[n.length];
        for (int i : affected) {
            n[all.truth(i)]++;
            correct[all.truth(i)] += named(all, i, none) == all.truth(i) ? 1 : 0;
        }
        Map<String, Estimate> recall = new LinkedHashMap<>();
        for (int c = 0; c < n.length; c++) {
            if (c != none) {
                String name = all.classes().get(c);
                recall.put(name, Share.of(correct[c], n[c], "no subject is of class " + name));
            }
        }
        return new SyndromeIdentification(
                affected.length,
                Share.of(IntStream.of(correct).sum(), affected.length, "no subject is affected"),
                (double) IntStream.of(n).max().orElse(0) / affected.length,
                recall);
    }

    private static int named(HeldOutSubjects all, int subject, int none) {
        double[] probabilities = all.probabilities(subject);
        probabilities[none] = -1;
        return Order.largest(probabilities);
    }
}
