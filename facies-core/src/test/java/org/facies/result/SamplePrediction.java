package org.facies.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.result.PredictionRecord.AnySyndrome;
import org.facies.result.PredictionRecord.ClassProbability;
import org.facies.result.PredictionRecord.Distance;
import org.facies.result.PredictionRecord.Face;
import org.facies.result.PredictionRecord.Mix;
import org.facies.result.PredictionRecord.Model;
import org.facies.result.PredictionRecord.Photo;
import org.facies.result.PredictionRecord.Point;
import org.facies.result.PredictionRecord.PredictionSet;
import org.facies.result.PredictionRecord.Remark;
import org.facies.result.PredictionRecord.Said;
import org.facies.statistic.Interval;

/** What a model says of a child, with every part there. */
final class SamplePrediction {
    private static final Estimate SOME = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");

    private SamplePrediction() {}

    static PredictionRecord record() {
        Map<String, Integer> study = new LinkedHashMap<>();
        study.put("none", 75);
        study.put("noonan", 25);
        Map<String, Double> site = new LinkedHashMap<>();
        site.put("none", 0.998);
        site.put("noonan", 0.002);
        Said said = new Said(
                "noonan",
                List.of(
                        new ClassProbability("none", "none", 0.25, Optional.of(0.99)),
                        new ClassProbability("noonan", "Noonan syndrome", 0.75, Optional.of(0.01))),
                new Mix(study, "1 in 4.", Optional.of(site), "1 in 500."),
                List.of(new PredictionSet("lac", 90, "average", List.of("noonan"), SOME)),
                Optional.of(new AnySyndrome(
                        0.75, Optional.of(0.01), List.of(new Point("sensitivity", 0.9, 0.3, true, SOME, SOME)))),
                Optional.of(new Distance(3.5, Optional.of(4.5))));
        return new PredictionRecord(
                PredictionRecord.VERSION,
                "Not for diagnosis.",
                new Model("m", "0".repeat(64), "2026-11-30", "For tests.", "Not signed."),
                "child",
                Optional.of(30.0),
                "The model abstains.",
                false,
                List.of(new Remark("several-faces", "A photo shows several faces.")),
                Optional.of(said),
                List.of(
                        new Photo(
                                "a.jpg",
                                Optional.of("1".repeat(64)),
                                Optional.of("2 faces were found."),
                                List.of(new Face(1, 0, 0, 10, 10, 0.9, false), new Face(2, 20, 0, 30, 10, 0.9, true)),
                                List.of(new Remark("several-faces", "Several faces were found.")),
                                Optional.empty(),
                                true),
                        new Photo(
                                "b.jpg",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.of("The file is empty."),
                                false)));
    }
}
