import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
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

/** Varied portraits on one sheet: ContactSheet OUT.png SEED COLUMNS ROWS SIDE_PX. */
final class ContactSheet {

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[1]);
        int columns = Integer.parseInt(args[2]);
        int rows = Integer.parseInt(args[3]);
        int side = Integer.parseInt(args[4]);
        PortraitStudio studio = new PortraitStudio(AssetStore.in(ModelZoo.defaultHome(), System.err::println).require());
        byte[] sheet = new byte[3 * columns * rows * side * side];
        long start = cpuNanos();
        for (int i = 0; i < columns * rows; i++) {
            Rgb photo = Sitter.of(new SplittableRandom(seed + i)).photograph(studio, side);
            int left = i % columns * side;
            int top = i / columns * side;
            for (int y = 0; y < side; y++) {
                System.arraycopy(photo.data(), 3 * y * side, sheet, 3 * ((top + y) * columns * side + left), 3 * side);
            }
        }
        System.err.printf("%.1f photos a CPU second%n", columns * rows / ((cpuNanos() - start) / 1e9));
        Files.write(Path.of(args[0]), PngWriter.encode(new Rgb(columns * side, rows * side, sheet)));
    }

    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
                    || !style.name().equals("afro01") && ancestry.african() > 0.8 && !style.name().startsWith("short0") && random.nextBoolean());
            Tint[] dark = {new Tint(.08, .06, .05), new Tint(.13, .09, .07), new Tint(.2, .13, .09)};
            Tint[] fair = {new Tint(.32, .21, .13), new Tint(.55, .4, .24), new Tint(.72, .58, .38), new Tint(.5, .24, .12), new Tint(.2, .13, .09)};
            Tint hair = ancestry.caucasian() > 0.6 ? fair[random.nextInt(5)] : dark[random.nextInt(3)];
            String eyes = ancestry.caucasian() > 0.6 ? PortraitStudio.eyeColours().get(random.nextInt(9)) : random.nextBoolean() ? "brown" : "brownlight";
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
                    random.nextDouble(3.5, 8), random.nextDouble(0.5, 0.68), 0.02 * random.nextGaussian(), 0.02 * random.nextGaussian(),
                    expression,
                    new Scene.Light(random.nextDouble(-65, 65), random.nextDouble(0, 50), random.nextDouble(0.3, 0.65), random.nextDouble(0.85, 1.15), 0.4 * random.nextGaussian()),
                    new Scene.Background(
                            new Tint(grey * random.nextDouble(0.7, 1), grey * random.nextDouble(0.8, 1), grey * random.nextDouble(0.8, 1)),
                            new Tint(grey * random.nextDouble(0.5, 0.9), grey * random.nextDouble(0.5, 0.9), grey * random.nextDouble(0.5, 0.9)),
                            random.nextDouble()),
                    random.nextDouble(0, 2.5), random.nextDouble(0, 0.02), random.nextLong());
        }
    }
}
