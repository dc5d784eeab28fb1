import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.align.FilledCrops;
import org.facies.audit.FilledTraces;
import org.facies.audit.TraceStore;
import org.facies.autograd.ComputeDevice;
import org.facies.cohort.Photo;
import org.facies.file.Sha256;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.model.Acknowledgement;
import org.facies.model.InputSpec;
import org.facies.model.Licence;
import org.facies.model.ModelCard;
import org.facies.model.ModelKind;
import org.facies.model.ModelSource;
import org.facies.model.ModelZoo;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;
import org.facies.study.StudyFile;
import org.facies.study.StudyRunner;
import org.facies.study.TrainingWorkspace;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;

/**
 * A study of a generated cohort, from the manifest to metrics.json, and the most heap that is alive in it. Usage:
 * {@code StudyHeap make PHOTOS FOLDER}, then {@code StudyHeap live|live-without-audit|time FOLDER}: {@code live}
 * collects garbage all the time and reports the most that was left after it, {@code time} reports the seconds of the
 * epochs of a network of the zoo whose layers are all trained.
 */
public final class StudyHeap {
    private static final int PHOTOS_OF_ONE = 4;
    private static final String[] CLASSES = {"none", "one", "two"};
    private static final String NETWORK = "heap-toy";
    private static final String TIMED = "dlib-resnet";

    private enum Kind {
        LIVE,
        LIVE_WITHOUT_AUDIT,
        TIME;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private StudyHeap() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("make")) {
            make(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        } else {
            run(Path.of(arguments[1]), Kind.of(arguments[0]));
        }
    }

    /** Photos are small noise; their crops and what the audit measures of them are put where Facies looks for them. */
    private static void make(int photos, Path folder) throws IOException {
        Path home = folder.resolve("home");
        copy(ModelZoo.defaultHome(), home);
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        install(zoo);
        Workspace workspace = workspace(home, zoo, line -> {});
        FilledCrops crops = new FilledCrops(workspace.cropCache(), FaceNetworks.load(zoo));
        TraceStore traces = TraceStore.of(workspace.cropCache(), zoo.require("mobilefacenet-512"));
        Files.createDirectories(folder.resolve("photos"));
        List<String> rows = new ArrayList<>(List.of("photo,subject,diagnosis"));
        for (int i = 0; i < photos; i++) {
            int subject = i / PHOTOS_OF_ONE;
            int label = subject % CLASSES.length;
            Random random = new Random(i);
            String name = "photos/" + i + ".png";
            byte[] file = PngWriter.encode(noise(16, 16, 0, random));
            Path path = Files.write(folder.resolve(name), file);
            String hash = Sha256.of(file);
            for (InputSpec input : List.of(InputSpec.ARCFACE, InputSpec.DLIB)) {
                CropGeometry geometry = StudyRunner.crop(input);
                crops.put(hash, geometry, noise(geometry.widthPx(), geometry.heightPx(), 60 * label, random));
            }
            FilledTraces.put(traces, new Photo(name, path, hash), random);
            rows.add(name + ",s" + subject + "," + CLASSES[label]);
        }
        Files.write(folder.resolve("manifest.csv"), rows);
    }

    /** As smooth as a face: noise on a coarse grid, drawn larger, with a little noise of its own. */
    private static Rgb noise(int width, int height, int brightness, Random random) {
        int cells = 12;
        int[] grid = random.ints(3 * cells * cells, 0, 120).toArray();
        byte[] data = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    double u = (double) x * (cells - 1) / width;
                    double v = (double) y * (cells - 1) / height;
                    int at = 3 * ((int) v * cells + (int) u) + c;
                    double a = u - (int) u;
                    double b = v - (int) v;
                    double value = (1 - b) * ((1 - a) * grid[at] + a * grid[at + 3])
                            + b * ((1 - a) * grid[at + 3 * cells] + a * grid[at + 3 * cells + 3]);
                    data[3 * (y * width + x) + c] = (byte) (brightness + value + random.nextInt(8));
                }
            }
        }
        return new Rgb(width, height, data);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String kind : List.of("models", "acknowledged")) {
            try (Stream<Path> files = Files.walk(from.resolve(kind))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void install(ModelZoo zoo) {
        byte[] onnx = network().toBytes();
        zoo.addTrained(
                new ModelCard(
                        NETWORK,
                        "A network that costs nearly nothing.",
                        new ModelKind.Backbone(InputSpec.ARCFACE, 32, "input", "embedding"),
                        new ModelSource.TrainedHere("heap", Sha256.of(onnx)),
                        new Licence("none", "made by a benchmark", "")),
                onnx);
    }

    private static OnnxGraph network() {
        Random random = new Random(1);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        weights.put("first", weight(random, 0.2, 8L, 3L, 4L, 4L));
        weights.put("first.bias", weight(random, 0.1, 8L));
        weights.put("second", weight(random, 0.1, 16L, 8L, 4L, 4L));
        weights.put("second.bias", weight(random, 0.1, 16L));
        weights.put("matrix", weight(random, 0.3, 16L, 32L));
        List<OnnxNode> nodes = List.of(
                convolution("input", "first"),
                OnnxNode.of("Relu", List.of("first.out"), "stem", Map.of()),
                convolution("stem", "second"),
                OnnxNode.of("Relu", List.of("second.out"), "top", Map.of()),
                OnnxNode.of("GlobalAveragePool", List.of("top"), "pool", Map.of()),
                OnnxNode.of("Flatten", List.of("pool"), "flat", Map.of("axis", OnnxAttribute.of(1))),
                OnnxNode.of("MatMul", List.of("flat", "matrix"), "embedding", Map.of()));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, 112L, 112L))),
                List.of(new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 32L))),
                nodes,
                weights,
                Map.of());
    }

    private static OnnxNode convolution(String from, String name) {
        return OnnxNode.of(
                "Conv",
                List.of(from, name, name + ".bias"),
                name + ".out",
                Map.of(
                        "pads", OnnxAttribute.of(List.of(0L, 0L, 0L, 0L)),
                        "strides", OnnxAttribute.of(List.of(4L, 4L)),
                        "kernel_shape", OnnxAttribute.of(List.of(4L, 4L))));
    }

    private static FloatTensor weight(Random random, double deviation, Long... shape) {
        FloatTensor tensor = FloatTensor.filled(List.of(shape), 0);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * deviation);
        }
        return tensor;
    }

    private static void run(Path folder, Kind kind) throws IOException {
        boolean live = kind != Kind.TIME;
        Path study = Files.writeString(folder.resolve("study.yaml"), live ? """
                name: heap
                cohort: manifest.csv
                folds: {k: 2}
                models:
                  - {name: whole, backbone: %1$s, training: {freeze_below: none, epochs: 2}}
                  - {name: frozen, backbone: %1$s, training: {freeze_below: stem, epochs: 2, cached_views: 0}}
                """.formatted(NETWORK) : """
                name: heap
                cohort: manifest.csv
                folds: {k: 2}
                models:
                  - {name: whole, backbone: %1$s, training: {freeze_below: none, epochs: 3}}
                """.formatted(TIMED));
        delete(folder.resolve("run"));
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        if (kind != Kind.LIVE) {
            Files.createDirectories(run.root());
            Files.writeString(run.audit(), "{}");
        }
        Path home = folder.resolve("home");
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        Phases phases = new Phases();
        TrainingWorkspace machine =
                new TrainingWorkspace(workspace(home, zoo, phases), new ComputeDevice.Cpu());
        Thread watch = new Thread(() -> {
            while (live) {
                phases.look();
            }
        });
        watch.setDaemon(true);
        watch.start();
        long begin = System.nanoTime();
        new StudyRunner(StudyFile.read(study), study, run, machine).run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long photos = Files.readAllLines(folder.resolve("manifest.csv")).size() - 1L;
        System.out.printf(Locale.ROOT, "%d photos, %.0f s in all%s%n", photos, seconds, live ? phases : epochs(run));
    }

    private static String epochs(RunDirectory run) throws IOException {
        StringBuilder text = new StringBuilder("; seconds of epochs:");
        for (int fold = 0; fold < 2; fold++) {
            List<String> rows = Files.readAllLines(run.history("whole", fold));
            text.append(rows.stream()
                    .skip(1)
                    .map(row -> " " + row.substring(row.lastIndexOf(',') + 1))
                    .collect(Collectors.joining()));
        }
        return text.toString();
    }

    private static Workspace workspace(Path home, ModelZoo zoo, Progress progress) {
        return new Workspace(zoo, home, 2, "bench", Clock.systemUTC(), progress);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The most heap that was alive while each task was the last that was begun. */
    private static final class Phases implements Progress {
        private final Map<String, Long> most = new LinkedHashMap<>();
        private String task = "Manifest";

        @Override
        public synchronized void say(String line) {
            if (line.equals("Evaluating.")) {
                task = "Evaluation";
            }
        }

        @Override
        public synchronized Bar start(String name, long steps) {
            task = name.replaceFirst("^\\d+/\\d+ ", "").replaceFirst(" fold.*", "");
            return Bar.SILENT;
        }

        void look() {
            long begin = System.nanoTime();
            System.gc();
            long used = leftByLastFullCollection();
            synchronized (this) {
                most.merge(task, used, Math::max);
            }
            try {
                Thread.sleep(100 + 4 * (System.nanoTime() - begin) / 1_000_000);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        /** What other threads allocate after the collection does not count. */
        private static long leftByLastFullCollection() {
            GcInfo last = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .filter(collector -> collector.getName().equals("MarkSweepCompact"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("run with -XX:+UseSerialGC"))
                    .getLastGcInfo();
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> last.getMemoryUsageAfterGc().get(pool.getName()).getUsed())
                    .sum();
        }

        @Override
        public synchronized String toString() {
            return "; MB alive at most: "
                    + most.entrySet().stream()
                            .map(entry -> entry.getKey() + " "
                                    + Math.round(entry.getValue() / 1e6))
                            .collect(Collectors.joining(", "));
        }
    }
}
