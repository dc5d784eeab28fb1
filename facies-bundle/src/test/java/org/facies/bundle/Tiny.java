package org.facies.bundle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.FaceFinding;
import org.facies.align.FaceThresholds;
import org.facies.calibration.ScalingMethod;
import org.facies.cohort.NamedClass;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.decision.AbstentionRule;
import org.facies.decision.CalibrationRule;
import org.facies.decision.Decision;
import org.facies.decision.SetRule;
import org.facies.metric.Estimate;
import org.facies.sign.SigningKey;
import org.facies.statistic.Interval;

/** A bundle of a few bytes, whose networks are texts. */
final class Tiny {
    static final Map<String, byte[]> PARTS =
            Map.of("classifier-dlib-150.onnx", bytes("classifier"), "README.md", bytes("card"));

    private static final Estimate SOME = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");

    private Tiny() {}

    static Bundle bundle(Optional<SigningKey> key) {
        return Bundle.of(file(), PARTS, key);
    }

    static BundleFile file() {
        Map<String, Integer> subjects = new LinkedHashMap<>();
        subjects.put("none", 60);
        subjects.put("noonan", 20);
        Decision decision = new Decision(
                subjects,
                Optional.of("none"),
                new CalibrationRule(ScalingMethod.NONE, Optional.empty(), List.of(), List.of()),
                List.of(new SetRule(
                        Conformity.LAC, 90, Assurance.AVERAGE, Map.of("none", 0.5, "noonan", 0.7), SOME, SOME)),
                new AbstentionRule(0.9, 0.6, SOME, SOME),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new BundleFile(
                BundleFile.FORMAT,
                "tiny",
                "2026-11-29",
                "",
                "For tests.",
                List.of(NamedClass.of("none"), NamedClass.of("noonan")),
                new BundleFile.Faces("largest", FaceThresholds.DEFAULT, List.of(FaceFinding.TOO_SMALL)),
                List.of(new BundleFile.Network("classifier-dlib-150.onnx", "dlib-150", 5, "cosface")),
                decision,
                new BundleFile.Performance(80, Map.of("accuracy", SOME), Map.of(), Map.of()),
                Optional.empty(),
                new BundleFile.CohortCard(80, 120, 10, Map.of(), true),
                List.of(),
                List.of(),
                new BundleFile.Origin("test", Map.of(), Optional.empty()),
                Map.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
