package org.facies.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.align.CropGeometry;
import org.facies.align.KeptCrops;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.model.Normalisation;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** Subjects of two classes whose crops differ in brightness, and a network of a few hundred weights for them. */
final class ToyCohort {
    static final int PHOTOS_OF_ONE = 2;
    static final InputSpec INPUT = new InputSpec(
            new CropGeometry(
                    "toy-16",
                    16,
                    16,
                    List.of(new Point(5, 5), new Point(11, 5), new Point(8, 8), new Point(6, 11), new Point(10, 11))),
            Normalisation.of(127.5f, 128.5f));

    private ToyCohort() {}

    /** A cohort whose crops are in the store. */
    static Cohort of(int subjects, KeptCrops crops) {
        CropGeometry geometry = StudyRunner.crop(INPUT);
        List<Subject> all = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            String id = "subject-" + i;
            List<Photo> photos = new ArrayList<>();
            for (int j = 0; j < PHOTOS_OF_ONE; j++) {
                String path = "secret/" + id + "_" + j + ".jpg";
                String hash = Sha256.of(path);
                photos.add(new Photo(path, Path.of(path), hash));
                crops.put(hash, geometry, noise(geometry, 80 * (i % 2), hash.hashCode()));
            }
            all.add(new Subject(id, i % 2 == 0 ? "none" : "noonan", photos, Map.of()));
        }
        return new Cohort(Path.of("manifest.csv"), List.of("none", "noonan"), all);
    }

    private static Rgb noise(CropGeometry geometry, int brightness, long seed) {
        byte[] data = new byte[3 * geometry.widthPx() * geometry.heightPx()];
        Random random = new Random(seed);
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (brightness + random.nextInt(120));
        }
        return new Rgb(geometry.widthPx(), geometry.heightPx(), data);
    }

    /** float[N][3][16][16] to float[N][8]; can be cut at {@code stem}. */
    static OnnxGraph network() {
        Random random = new Random(3);
        Map<String, FloatTensor> weights = Map.of(
                "filters", weight(random, 0.2, 8L, 3L, 4L, 4L),
                "bias", weight(random, 0.1, 8L),
                "matrix", weight(random, 0.3, 8L, 8L));
        List<OnnxNode> nodes = List.of(
                OnnxNode.of(
                        "Conv",
                        List.of("input", "filters", "bias"),
                        "out",
                        Map.of(
                                "pads", OnnxAttribute.of(List.of(0L, 0L, 0L, 0L)),
                                "strides", OnnxAttribute.of(List.of(4L, 4L)),
                                "kernel_shape", OnnxAttribute.of(List.of(4L, 4L)))),
                OnnxNode.of("Relu", List.of("out"), "stem", Map.of()),
                OnnxNode.of("GlobalAveragePool", List.of("stem"), "pool", Map.of()),
                OnnxNode.of("Flatten", List.of("pool"), "flat", Map.of("axis", OnnxAttribute.of(1))),
                OnnxNode.of("MatMul", List.of("flat", "matrix"), "embedding", Map.of()));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, 16L, 16L))),
                List.of(new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 8L))),
                nodes,
                weights,
                Map.of());
    }

    private static FloatTensor weight(Random random, double deviation, Long... shape) {
        FloatTensor tensor = FloatTensor.filled(List.of(shape), 0);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * deviation);
        }
        return tensor;
    }
}
