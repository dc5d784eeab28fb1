package org.facies.metric;

import java.util.List;
import org.facies.statistic.DeLong;

/** Areas of one class against all others. */
final class Areas {

    private Areas() {}

    static DeLong of(List<Case> cases, int classIndex) {
        boolean[] positive = new boolean[cases.size()];
        double[] scores = new double[cases.size()];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = cases.get(i).truth() == classIndex;
            scores[i] = cases.get(i).probabilities()[classIndex];
        }
        return DeLong.of(scores, positive);
    }
}
