import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.align.FaceAligner;
import org.facies.align.FaceChoice;
import org.facies.align.FaceModels;
import org.facies.align.InOrder;
import org.facies.bundle.Bundle;
import org.facies.bundle.BundleFile;
import org.facies.detect.RetinaFaceVariant;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.predict.EnsembleClassifier;

/**
 * What {@code facies predict} is made of, each by itself: finding faces in the photos of a folder, and ONNX Runtime on
 * their crops, both with a photo on each of some threads. Usage: {@code Throughput FOLDER BUNDLE [THREADS]}, for a
 * bundle of one graph on dlib's crops.
 */
public final class Throughput {
    private static final int BATCH = 16;

    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Bundle bundle = Bundle.open(Path.of(arguments[1]));
        List<Path> photos;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            photos = all.sorted().toList();
        }
        FaceModels models = new FaceModels(
                bundle.content(BundleFile.DETECTOR), RetinaFaceVariant.V1, bundle.content(BundleFile.LANDMARKS));
        PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);
        List<Rgb> crops = new ArrayList<>();
        long begun = System.nanoTime();
        try (FaceAligner aligner = new FaceAligner(models, FaceChoice.LARGEST)) {
            InOrder.forEach(
                    photos,
                    threads,
                    photo -> decoder.decode(photo) instanceof Decoded.Picture picture
                            ? aligner.see(picture.pixels()).taken().stream()
                                    .map(face -> face.cropOfStudy(picture.pixels(), CropGeometry.DLIB_150))
                                    .toList()
                            : List.<Rgb>of(),
                    crops::addAll);
        }
        double faces = (System.nanoTime() - begun) / 1e9;
        BundleFile.Network network = bundle.file().classifiers().get(0);
        begun = System.nanoTime();
        int[] answers = {0};
        try (EnsembleClassifier classifier = EnsembleClassifier.open(
                network.file(), bundle.content(network.file()), bundle.file().labels().size(), 1)) {
            List<List<Rgb>> batches = IntStream.range(0, (crops.size() + BATCH - 1) / BATCH)
                    .mapToObj(b -> crops.subList(b * BATCH, Math.min(crops.size(), (b + 1) * BATCH)))
                    .toList();
            InOrder.forEach(batches, threads, classifier::classify, said -> answers[0] += said.size());
        }
        double networks = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d photos, %d threads: faces %.1f s, networks on %d crops %.1f s, together %.1f s%n",
                photos.size(),
                threads,
                faces,
                answers[0],
                networks,
                faces + networks);
    }
}
