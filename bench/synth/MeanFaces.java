import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facies.image.PngWriter;
import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.population.Population;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.PortrayedChild;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.HeadShape;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.portrait.Scene;
import org.facies.synth.portrait.Sex;
import org.facies.synth.portrait.Tint;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;

/**
 * The mean face of each class: the mean of the shape weights of many drawn children, rendered with one age, ancestry,
 * pose, light and look, so that only the shape differs. Writes CLASS.png for each class into a folder.
 */
public final class MeanFaces {
    private static final int CHILDREN = 2000;
    private static final int SIDE_PX = 384;
    private static final double AGE_YEARS = 6;

    public static void main(String[] arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        double effect = Double.parseDouble(arguments[1]);
        PortraitStudio studio = new PortraitStudio(
                AssetStore.in(ModelZoo.defaultHome(), System.err::println).require());
        TargetNames names = new TargetNames(PortraitStudio.targetNames());
        List<Profile> profiles = Profiles.builtIn(names);
        Map<String, Integer> counts = new LinkedHashMap<>();
        profiles.forEach(profile -> counts.put(profile.diagnosis(), CHILDREN));
        counts.put(Recipe.CONTROLS, CHILDREN);
        Recipe recipe = new Recipe(counts, profiles, new Recipe.PhotoCount(1, 1), effect, 1, SIDE_PX, Set.of());
        List<PortrayedChild> children = new Population(recipe).children();
        for (String diagnosis : counts.keySet()) {
            HeadShape mean = new HeadShape(
                    Sex.FEMALE,
                    AGE_YEARS,
                    new AncestryBlend(1 / 3.0, 1 / 3.0, 1 / 3.0),
                    mean(children, diagnosis, names));
            Files.write(
                    out.resolve(diagnosis + ".png"),
                    PngWriter.encode(studio.photograph(mean, look(), scene(), SIDE_PX)));
        }
    }

    private static Map<String, Double> mean(List<PortrayedChild> children, String diagnosis, TargetNames names) {
        Map<String, Double> sums = new TreeMap<>();
        children.stream()
                .filter(child -> child.diagnosis().equals(diagnosis))
                .forEach(child -> child.portraits()
                        .get(0)
                        .head()
                        .targets()
                        .forEach((target, weight) -> sums.merge(target, weight / CHILDREN, Double::sum)));
        return names.withoutNegatives(sums);
    }

    private static Look look() {
        return new Look(
                "short02", new Tint(0.16, 0.10, 0.07), 0, 0, "brown", "eyebrow001", new Tint(0.35, 0.40, 0.45));
    }

    private static Scene scene() {
        Tint wall = new Tint(0.8, 0.8, 0.8);
        return new Scene(
                0, 0, 0, 6, 0.72, 0, 0, Map.of(), new Scene.Light(20, 25, 0.6, 1, 0),
                new Scene.Background(wall, wall, 0), 0, 0, 1);
    }
}
