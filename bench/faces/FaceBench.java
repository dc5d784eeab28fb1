import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.align.FaceModels;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.align.FaceSettings;
import org.facies.progress.Progress;
import org.facies.cohort.Photo;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.Sha256;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;

/**
 * Facies' side of the benchmark: says where its models are, then aligns the whole folder once for each line on standard
 * input and answers with a line of JSON. Run from its source with the Facies jar on the class path.
 */
public final class FaceBench {

    private FaceBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Photo> photos = photos(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        ModelZoo zoo = ModelZoo.in(
                ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), System.err::println);
        Path detector = zoo.require("retinaface-mnet25").file();
        Path landmarks = zoo.require("landmarks-68").file();
        System.out.printf("{\"detector\": \"%s\", \"landmarks\": \"%s\"}%n", detector, landmarks);
        FaceModels models =
                new FaceModels(Files.readAllBytes(detector), RetinaFaceVariant.V1, Files.readAllBytes(landmarks));
        FaceSettings settings = FaceSettings.onThreads(Integer.parseInt(arguments[2]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (FacePipeline pipeline = new FacePipeline(models, settings)) {
            while (orders.readLine() != null) {
                System.out.println(timed(pipeline, photos));
            }
        }
    }

    private static List<Photo> photos(Path folder, int count) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .limit(count)
                    .map(file -> new Photo(file.getFileName().toString(), file, Sha256.of(file.toString())))
                    .collect(Collectors.toList());
        }
    }

    private static String timed(FacePipeline pipeline, List<Photo> photos) throws InterruptedException {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        List<FaceResult> results = pipeline.align(photos, CropGeometry.DLIB_150, Progress.Bar.SILENT);
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        double seconds = (System.nanoTime() - wall) / 1e9;
        String eyes = results.stream().map(FaceBench::eyeDistance).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "{\"seconds\": %.4f, \"cpu\": %.4f, \"eyes\": [%s]}", seconds, cpuSeconds, eyes);
    }

    private static String eyeDistance(FaceResult result) {
        return result instanceof FaceResult.Aligned aligned
                ? String.format(Locale.ROOT, "%.3f", aligned.facts().eyeDistancePx())
                : "null";
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
