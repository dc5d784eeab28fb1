package org.facies.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.facies.decision.AgeRange;
import org.facies.decision.CalibrationRule;
import org.facies.decision.Decision;
import org.facies.decision.ScreeningRule;
import org.facies.decision.SetRule;
import org.facies.metric.Estimate;
import org.facies.model.InputSpec;
import org.facies.model.TestZoo;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.facies.predict.ClassifierNetwork;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.EnsembleGraph;
import org.facies.sign.SigningKey;
import org.facies.statistic.Interval;
import org.facies.uncertainty.OperatingPoint;

/**
 * A bundle that works, for drawn faces: the real networks that find faces, and classifiers that look at how much redder
 * than blue a crop is on average. The classes are {@code none}, the bluest, {@code noonan}, and {@code wbs}, the
 * reddest.
 */
public final class DrawnBundle {
    public static final List<String> CLASSES = List.of("none", "noonan", "wbs");

    private static final Estimate SOME = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");

    private DrawnBundle() {}

    /** Writes a bundle of one network of two members. */
    public static Path write(Path file, Optional<SigningKey> key) {
        of(file("largest", List.of(network("dlib-150", 2))), Map.of("dlib-150", InputSpec.DLIB), key)
                .write(file);
        return file;
    }

    /** Writes a bundle that takes another face, or refuses what has these findings. */
    public static Path write(Path file, String choose, List<FaceFinding> refuse) {
        BundleFile plain = file(choose, List.of(network("dlib-150", 2)));
        BundleFile strict =
                with(plain, new BundleFile.Faces(choose, FaceThresholds.DEFAULT, refuse), plain.provenance());
        of(strict, Map.of("dlib-150", InputSpec.DLIB), Optional.empty()).write(file);
        return file;
    }

    /** Writes a bundle that was made of a run, or of another bundle. */
    public static Path write(Path file, BundleFile.Origin origin) {
        BundleFile plain = file("largest", List.of(network("dlib-150", 2)));
        of(with(plain, plain.faces(), origin), Map.of("dlib-150", InputSpec.DLIB), Optional.empty())
                .write(file);
        return file;
    }

    static Bundle oneNetwork() {
        return of(
                file("largest", List.of(network("dlib-150", 2))), Map.of("dlib-150", InputSpec.DLIB), Optional.empty());
    }

    /** Two networks of different geometries and numbers of members. */
    static Bundle twoNetworks() {
        Map<String, InputSpec> specs = new LinkedHashMap<>();
        specs.put("dlib-150", InputSpec.DLIB);
        specs.put("arcface-112", InputSpec.ARCFACE);
        return of(file("largest", List.of(network("dlib-150", 2), network("arcface-112", 1))), specs, Optional.empty());
    }

    static Bundle arcfaceOnly() {
        return of(
                file("largest", List.of(network("arcface-112", 1))),
                Map.of("arcface-112", InputSpec.ARCFACE),
                Optional.empty());
    }

    /** What a bundle says of itself, for such networks. */
    static BundleFile file(String choose, List<BundleFile.Network> networks) {
        return new BundleFile(
                BundleFile.FORMAT,
                "drawn",
                "2026-11-29",
                "",
                "To test Facies on drawn faces.",
                List.of(
                        NamedClass.of("none"),
                        new NamedClass(
                                "noonan", "Noonan syndrome", Optional.empty(), Optional.empty(), Optional.empty()),
                        new NamedClass(
                                "wbs", "Williams syndrome", Optional.empty(), Optional.empty(), Optional.empty())),
                new BundleFile.Faces(choose, FaceThresholds.DEFAULT, List.of()),
                networks,
                decision(),
                new BundleFile.Performance(100, Map.of("accuracy", SOME), Map.of(), Map.of()),
                Optional.empty(),
                new BundleFile.CohortCard(100, 150, 10, Map.of(), true),
                List.of(),
                List.of(),
                new BundleFile.Origin("test", Map.of(), Optional.empty()),
                Map.of());
    }

    private static BundleFile with(BundleFile file, BundleFile.Faces faces, BundleFile.Origin origin) {
        return new BundleFile(
                file.format(),
                file.name(),
                file.created(),
                file.digest(),
                file.intendedPurpose(),
                file.classes(),
                faces,
                file.classifiers(),
                file.decision(),
                file.performance(),
                file.membership(),
                file.cohort(),
                file.limits(),
                file.weights(),
                origin,
                file.files());
    }

    private static Decision decision() {
        Map<String, Integer> subjects = new LinkedHashMap<>();
        subjects.put("none", 75);
        subjects.put("noonan", 15);
        subjects.put("wbs", 10);
        return new Decision(
                subjects,
                Optional.of("none"),
                new CalibrationRule(ScalingMethod.TEMPERATURE, Optional.of(1.5), List.of(), List.of()),
                List.of(new SetRule(
                        Conformity.LAC,
                        90,
                        Assurance.AVERAGE,
                        Map.of("none", 0.7, "noonan", 0.8, "wbs", 0.8),
                        SOME,
                        SOME)),
                new AbstentionRule(0.9, 0.4, SOME, SOME),
                List.of(new ScreeningRule(OperatingPoint.SENSITIVITY, 0.9, 0.2, SOME, SOME)),
                Optional.empty(),
                Optional.of(new AgeRange(6, 180)));
    }

    private static BundleFile.Network network(String geometry, int members) {
        return new BundleFile.Network("classifier-" + geometry + ".onnx", geometry, members, "drawn");
    }

    private static Bundle of(BundleFile file, Map<String, InputSpec> specs, Optional<SigningKey> key) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("detector.onnx", model("retinaface-mnet25"));
        parts.put("landmarks.onnx", model("landmarks-68"));
        for (BundleFile.Network network : file.classifiers()) {
            parts.put(
                    network.file(),
                    graph(specs.get(network.geometry()), network.members()).toBytes());
        }
        return Bundle.of(file, parts, key);
    }

    private static byte[] model(String id) {
        try {
            return Files.readAllBytes(TestZoo.model(id).file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static OnnxGraph graph(InputSpec input, int members) {
        List<ClassifierNetwork> networks = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            networks.add(ClassifierNetwork.of("member " + member, colours(input, 1 + member)));
        }
        return EnsembleGraph.of(networks, new ClassifierSpec(input, CLASSES));
    }

    /** Scores are a multiple of red less blue, with a shift for each class. */
    private static OnnxGraph colours(InputSpec input, int multiple) {
        float scale = 4 * multiple * input.normalisation().scale().get(0) / 128;
        int height = input.geometry().heightPx();
        int width = input.geometry().widthPx();
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, (long) height, (long) width))),
                List.of(
                        new OnnxValue("probabilities", List.of(OnnxValue.DYNAMIC, 3L)),
                        new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 3L))),
                List.of(
                        OnnxNode.of("GlobalAveragePool", List.of("input"), "means", Map.of()),
                        OnnxNode.of("Flatten", List.of("means"), "embedding", Map.of("axis", OnnxAttribute.of(1))),
                        OnnxNode.of(
                                "Gemm",
                                List.of("embedding", "rows", "shift"),
                                "scores",
                                Map.of("transB", OnnxAttribute.of(1))),
                        OnnxNode.of(
                                "Softmax", List.of("scores"), "probabilities", Map.of("axis", OnnxAttribute.of(1)))),
                Map.of(
                        "rows",
                        new FloatTensor(List.of(3L, 3L), new float[] {-scale, 0, scale, 0, 0, 0, scale, 0, -scale}),
                        "shift",
                        new FloatTensor(List.of(3L), new float[] {0, 1, 0})),
                Map.of());
    }
}
