import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facies.align.Alignment;
import org.facies.align.CropGeometry;
import org.facies.align.FaceAligner;
import org.facies.align.FaceModels;
import org.facies.detect.RetinaFaceVariant;
import org.facies.image.JpegWriter;
import org.facies.image.PhotoDecoder;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.HairStyle;
import org.facies.synth.portrait.HeadShape;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.portrait.Scene;
import org.facies.synth.portrait.Sex;
import org.facies.synth.portrait.Tint;

/**
 * Looks at the portraits of the studio: {@code sheet FILE SEED COLUMNS ROWS SIDE_PX} draws varied ones on one sheet,
 * {@code speed PHOTOS} tells how many a second, {@code found PHOTOS FOLDER} how many of them the product's own detector
 * misses, and keeps those and a sheet of aligned crops.
 */
public final class Portraits {

    private static final int SIDE_PX = 256;
    private static final int THREADS = 2;

    private Portraits() {}

    public static void main(String[] arguments) throws Exception {
        PortraitStudio studio =
                new PortraitStudio(AssetStore.in(ModelZoo.defaultHome(), System.err::println).require());
        int number = arguments[0].equals("sheet") ? 0 : Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "sheet" -> sheet(studio, arguments);
            case "speed" -> speed(studio, number);
            case "found" -> found(studio, number, Path.of(arguments[2]));
            default -> throw new IllegalArgumentException("sheet, speed or found");
        }
    }

    private static void sheet(PortraitStudio studio, String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[2]);
        int columns = Integer.parseInt(arguments[3]);
        int rows = Integer.parseInt(arguments[4]);
        int side = Integer.parseInt(arguments[5]);
        List<Rgb> photos = new ArrayList<>();
        for (int i = 0; i < columns * rows; i++) {
            photos.add(Sitter.of(new SplittableRandom(seed + i)).photograph(studio, side));
        }
        write(photos, columns, Path.of(arguments[1]));
    }

    private static void write(List<Rgb> photos, int columns, Path file) throws IOException {
        int side = photos.get(0).widthPx();
        int rows = photos.size() / columns;
        byte[] sheet = new byte[3 * columns * rows * side * side];
        for (int i = 0; i < columns * rows; i++) {
            int corner = 3 * (i / columns * side * columns * side + i % columns * side);
            for (int y = 0; y < side; y++) {
                System.arraycopy(
                        photos.get(i).data(), 3 * y * side, sheet, corner + 3 * y * columns * side, 3 * side);
            }
        }
        Files.write(file, PngWriter.encode(new Rgb(columns * side, rows * side, sheet)));
    }

    private static void speed(PortraitStudio studio, int photos) throws InterruptedException, ExecutionException {
        draw(studio, photos / 4);
        long start = System.nanoTime();
        double processorSeconds = draw(studio, photos);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d photos of %d x %d on %d threads: %.1f photos a second, %.1f photos a processor second%n",
                photos, SIDE_PX, SIDE_PX, THREADS, photos / seconds, photos / processorSeconds);
    }

    /** Processor seconds of all threads. */
    private static double draw(PortraitStudio studio, int photos) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> nanos = new ArrayList<>();
        for (int i = 0; i < photos; i++) {
            long seed = i;
            nanos.add(threads.submit(() -> {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Sitter.of(new SplittableRandom(seed)).photograph(studio, SIDE_PX);
                return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            }));
        }
        threads.shutdown();
        double sum = 0;
        for (Future<Long> nano : nanos) {
            sum += nano.get() / 1e9;
        }
        return sum;
    }

    private static void found(PortraitStudio studio, int photos, Path folder) throws IOException {
        Files.createDirectories(folder);
        ModelZoo zoo = ModelZoo.in(
                ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), System.err::println);
        FaceModels models = new FaceModels(
                Files.readAllBytes(zoo.require("retinaface-mnet25").file()),
                RetinaFaceVariant.V1,
                Files.readAllBytes(zoo.require("landmarks-68").file()));
        int missed = 0;
        int several = 0;
        List<Rgb> crops = new ArrayList<>();
        PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);
        try (FaceAligner aligner = new FaceAligner(models)) {
            for (int i = 0; i < photos; i++) {
                SplittableRandom random = new SplittableRandom(i);
                Rgb drawn = Sitter.of(random).photograph(studio, SIDE_PX);
                byte[] jpeg = JpegWriter.encode(drawn, (float) random.nextDouble(0.5, 0.95));
                Rgb photo = ((Decoded.Picture) decoder.decode(jpeg)).pixels();
                if (aligner.align(photo, CropGeometry.DLIB_150) instanceof Alignment.Face face) {
                    several += face.facts().faces() > 1 ? 1 : 0;
                    crops.add(face.crop());
                } else {
                    missed++;
                    Files.write(folder.resolve("missed-" + i + ".png"), PngWriter.encode(photo));
                }
            }
        }
        write(crops.subList(0, Math.min(60, crops.size() / 10 * 10)), 10, folder.resolve("crops.png"));
        System.out.printf("%d photos: %d without a face, %d with more than one%n", photos, missed, several);
    }

    /** A random child in a random scene. */
    record Sitter(HeadShape head, Look look, Scene scene) {

        Rgb photograph(PortraitStudio studio, int side) {
            return studio.photograph(head, look, scene, side);
        }

        static Sitter of(SplittableRandom random) {
            Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
            double age = random.nextDouble(1, 15);
            AncestryBlend ancestry = ancestry(random);
            Map<String, Double> targets = new HashMap<>();
            for (String name : PortraitStudio.targetNames()) {
                if (random.nextInt(4) == 0 && !name.contains("age")) {
                    targets.put(name, Math.abs(0.22 * random.nextGaussian()));
                }
            }
            return new Sitter(
                    new HeadShape(sex, age, ancestry, targets), look(random, sex, age, ancestry), scene(random));
        }

        private static AncestryBlend ancestry(SplittableRandom random) {
            return switch (random.nextInt(5)) {
                case 0 -> new AncestryBlend(1, 0, 0);
                case 1 -> new AncestryBlend(0, 1, 0);
                case 2, 3 -> new AncestryBlend(0, 0, 1);
                default -> {
                    double african = random.nextDouble();
                    double asian = random.nextDouble(1 - african);
                    yield new AncestryBlend(african, asian, 1 - african - asian);
                }
            };
        }

        private static Look look(SplittableRandom random, Sex sex, double age, AncestryBlend ancestry) {
            List<HairStyle> styles = new ArrayList<>(PortraitStudio.hairStyles());
            styles.removeIf(style -> !style.sexes().contains(sex)
                    || style.fromYears() > age
                    || style.name().equals("afro01") && ancestry.african() < 0.4
                    || !style.name().equals("afro01")
                            && ancestry.african() > 0.8
                            && !style.name().startsWith("short0")
                            && random.nextBoolean());
            Tint[] dark = {new Tint(.08, .06, .05), new Tint(.13, .09, .07), new Tint(.2, .13, .09)};
            Tint[] fair = {
                new Tint(.32, .21, .13), new Tint(.55, .4, .24), new Tint(.72, .58, .38), new Tint(.5, .24, .12),
                new Tint(.2, .13, .09)
            };
            Tint hair = ancestry.caucasian() > 0.6 ? fair[random.nextInt(5)] : dark[random.nextInt(3)];
            String eyes = ancestry.caucasian() > 0.6
                    ? PortraitStudio.eyeColours().get(random.nextInt(9))
                    : random.nextBoolean() ? "brown" : "brownlight";
            return new Look(
                    styles.get(random.nextInt(styles.size())).name(),
                    hair,
                    random.nextDouble(-0.7, 0.7),
                    random.nextInt(4),
                    eyes,
                    PortraitStudio.eyebrows().get(random.nextInt(12)),
                    new Tint(random.nextDouble(), random.nextDouble(), random.nextDouble()));
        }

        private static Scene scene(SplittableRandom random) {
            Map<String, Double> expression = new HashMap<>();
            if (random.nextBoolean()) {
                expression.put("mouth-corner-puller", random.nextDouble(0.8));
            }
            if (random.nextInt(4) == 0) {
                expression.put("mouth-open", random.nextDouble(0.5));
            }
            double grey = random.nextDouble(0.2, 0.9);
            return new Scene(
                    11 * random.nextGaussian(), 6 * random.nextGaussian(), 4 * random.nextGaussian(),
                    random.nextDouble(3.5, 8), random.nextDouble(0.5, 0.68),
                    0.02 * random.nextGaussian(), 0.02 * random.nextGaussian(),
                    expression,
                    new Scene.Light(
                            random.nextDouble(-65, 65), random.nextDouble(0, 50), random.nextDouble(0.3, 0.65),
                            random.nextDouble(0.85, 1.15), 0.4 * random.nextGaussian()),
                    new Scene.Background(
                            new Tint(
                                    grey * random.nextDouble(0.7, 1),
                                    grey * random.nextDouble(0.8, 1),
                                    grey * random.nextDouble(0.8, 1)),
                            new Tint(
                                    grey * random.nextDouble(0.5, 0.9),
                                    grey * random.nextDouble(0.5, 0.9),
                                    grey * random.nextDouble(0.5, 0.9)),
                            random.nextDouble()),
                    random.nextDouble(0, 2.5), random.nextDouble(0, 0.02), random.nextLong());
        }
    }
}
