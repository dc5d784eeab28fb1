package org.facies.synth.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.facies.synth.TestTargets;
import org.facies.synth.population.Recipe.PhotoCount;
import org.facies.synth.profile.Feature;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {
    private static final TargetNames NAMES = TestTargets.names();
    private static final List<Profile> PROFILES = Profiles.builtIn(NAMES);
    private static final int EACH = 250;

    @Test
    void a_recipe_without_counts_has_the_papers_proportions_and_enough_for_five_folds() {
        assertThat(Counts.proportional(1666, PROFILES))
                .isEqualTo(Map.of("williams-beuren", 174, "noonan", 235, "alagille", 51, "none", 1206));
        assertThat(Counts.proportional(240, PROFILES))
                .isEqualTo(Map.of("williams-beuren", 25, "noonan", 34, "alagille", 7, "none", 174));
        assertThat(Counts.proportional(20, PROFILES).values()).containsOnly(5);
        for (int total = 20; total < 500; total++) {
            Map<String, Integer> counts = Counts.proportional(total, PROFILES);
            assertThat(counts.values().stream().mapToInt(n -> n).sum()).isEqualTo(total);
            assertThat(counts.values()).allMatch(count -> count >= 5);
        }
    }

    @Test
    void the_same_recipe_gives_the_same_children_and_another_seed_gives_others() {
        List<PortrayedChild> once = children(recipe(20, 1, 3));

        assertThat(children(recipe(20, 1, 3))).isEqualTo(once);
        assertThat(children(recipe(20, 1, 4))).isNotEqualTo(once);
    }

    @Test
    void counts_are_those_of_the_recipe_and_photos_lie_in_their_range() {
        List<PortrayedChild> children = children(recipe(30, 1, 5));

        assertThat(children.stream().collect(Collectors.groupingBy(PortrayedChild::diagnosis, Collectors.counting())))
                .isEqualTo(Map.of("williams-beuren", 30L, "noonan", 30L, "alagille", 30L, "none", 30L));
        assertThat(children)
                .extracting(child -> child.portraits().size())
                .contains(1, 2, 3)
                .allMatch(photos -> photos <= 3);
        assertThat(children).flatExtracting(PortrayedChild::portraits).allSatisfy(portrait -> {
            assertThat(portrait.ageMonths()).isBetween(12, 180);
            assertThat(portrait.head().ageYears()).isBetween(1.0, 15.0);
        });
        assertThat(children).extracting(PortrayedChild::subject).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_effect_moves_the_traits_of_affected_children_only_and_nothing_else() {
        List<PortrayedChild> with = children(recipe(20, 1, 6));
        List<PortrayedChild> without = children(recipe(20, 0, 6));

        for (int i = 0; i < with.size(); i++) {
            PortrayedChild child = with.get(i);
            PortrayedChild same = without.get(i);
            assertThat(child.portraits()).extracting(Portrait::scene).isEqualTo(scenes(same));
            assertThat(child.portraits()).extracting(Portrait::look).isEqualTo(looks(same));
            if (child.diagnosis().equals(Recipe.CONTROLS)) {
                assertThat(child).isEqualTo(same);
            } else {
                Profile profile = profile(child.diagnosis());
                Set<String> shifted =
                        profile.features().stream().map(f -> f.trait().name()).collect(Collectors.toSet());
                child.traitsSd().forEach((trait, sd) -> {
                    if (!shifted.contains(trait)) {
                        assertThat(sd).isEqualTo(same.traitsSd().get(trait));
                    }
                });
            }
        }
    }

    @Test
    void traits_are_standard_normal_in_controls_and_shifted_by_what_the_profile_says_in_the_affected() {
        List<PortrayedChild> children = children(recipe(EACH, 1, 7));
        for (String trait : Profiles.traits(PROFILES).keySet()) {
            double[] controls = traits(children, Recipe.CONTROLS, trait);
            assertThat(mean(controls)).as(trait).isBetween(-0.2, 0.2);
            assertThat(variance(controls)).as(trait).isBetween(0.75, 1.3);
        }
        for (Profile profile : PROFILES) {
            for (Feature feature : profile.features()) {
                double expected = feature.probability() * feature.shiftSdAt(8);
                double mean = mean(
                        traits(children, profile.diagnosis(), feature.trait().name()));
                assertThat(mean)
                        .as(profile.diagnosis() + " " + feature.label())
                        .isBetween(expected - 0.25, expected + 0.25);
            }
        }
    }

    @Test
    void a_noonan_face_fades_with_age() {
        List<PortrayedChild> noonan = children(recipe(EACH, 1, 8)).stream()
                .filter(child -> child.diagnosis().equals("noonan"))
                .toList();
        double young = mean(noonan.stream()
                .filter(s -> months(s) < 60)
                .mapToDouble(PopulationTest::slant)
                .toArray());
        double old = mean(noonan.stream()
                .filter(s -> months(s) > 132)
                .mapToDouble(PopulationTest::slant)
                .toArray());

        assertThat(young).isLessThan(old - 0.2);
    }

    /** Ten nuisances and three classes: |z| above 3.7 comes in one of 150 seeds; this seed is fixed. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void no_nuisance_goes_with_a_class(long seed) {
        List<PortrayedChild> children = children(recipe(EACH, 1, seed));
        Map<String, ToDoubleFunction<PortrayedChild>> nuisances = nuisances();
        nuisances.forEach((name, nuisance) -> {
            double[] controls = values(children, Recipe.CONTROLS, nuisance);
            for (Profile profile : PROFILES) {
                double[] affected = values(children, profile.diagnosis(), nuisance);
                assertThat(Math.abs(z(controls, affected)))
                        .as("seed " + seed + ", " + name)
                        .isLessThan(3.7);
            }
        });
    }

    @Test
    void a_site_trap_sends_each_class_to_a_site_of_its_own_with_its_own_camera() {
        List<PortrayedChild> children = children(recipe(50, 0, 9, Trap.SITE_CAMERA));
        Map<String, Set<Float>> qualities = new HashMap<>();
        children.forEach(s -> s.portraits()
                .forEach(p -> qualities
                        .computeIfAbsent(s.site(), site -> new HashSet<>())
                        .add(p.jpegQuality())));

        assertThat(mainSites(children).values()).doesNotHaveDuplicates().hasSize(4);
        assertThat(qualities.values()).allSatisfy(values -> assertThat(values).hasSize(1));
        assertThat(new HashSet<>(qualities.values())).hasSize(4);
    }

    @Test
    void a_background_trap_gives_each_site_its_wall() {
        List<PortrayedChild> children = children(recipe(50, 0, 10, Trap.SITE_BACKGROUND));
        Map<String, List<Double>> blueness = new HashMap<>();
        children.forEach(s -> s.portraits()
                .forEach(p -> blueness.computeIfAbsent(s.site(), site -> new ArrayList<>())
                        .add(p.scene().background().top().blue()
                                - p.scene().background().top().red())));

        assertThat(mainSites(children).values()).doesNotHaveDuplicates().hasSize(4);
        assertThat(blueness.get("site-2")).allMatch(blue -> blue > 0.2);
        assertThat(blueness.get("site-1")).allMatch(blue -> Math.abs(blue) < 0.15);
        assertThat(blueness.get("site-3")).allMatch(blue -> blue < -0.2);
    }

    @Test
    void an_ancestry_trap_gives_most_children_of_a_class_the_same_ancestry() {
        List<PortrayedChild> children = children(recipe(60, 0, 11, Trap.ANCESTRY));

        for (String name : recipe(1, 0, 1).subjects().keySet()) {
            long most = children.stream()
                    .filter(s -> s.diagnosis().equals(name))
                    .collect(Collectors.groupingBy(PortrayedChild::ancestry, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(n -> n)
                    .max()
                    .orElseThrow();
            assertThat(most).as(name).isGreaterThan(36);
        }
    }

    @Test
    void a_near_duplicate_is_another_childs_photo_of_the_same_class() {
        List<PortrayedChild> children = children(recipe(20, 1, 12, Trap.NEAR_DUPLICATES));
        Map<String, PortrayedChild> owners = new HashMap<>();
        children.forEach(s -> s.portraits().forEach(p -> owners.put(p.path(), s)));
        List<Portrait> copies = children.stream()
                .flatMap(s -> s.portraits().stream())
                .filter(p -> p.copyOf().isPresent())
                .toList();

        assertThat(copies).hasSize(16);
        assertThat(copies).extracting(Portrait::alteration).contains(Alteration.values());
        assertThat(copies).allSatisfy(copy -> {
            PortrayedChild original = owners.get(copy.copyOf().orElseThrow());
            PortrayedChild receiver = owners.get(copy.path());
            assertThat(original.subject()).isNotEqualTo(receiver.subject());
            assertThat(original.diagnosis()).isEqualTo(receiver.diagnosis());
            assertThat(original.portraits()).extracting(Portrait::scene).contains(copy.scene());
        });
    }

    @Test
    void an_axis_that_a_trait_moves_varies_as_that_trait_only() {
        double perSd = Profiles.traits(PROFILES)
                .get("intercanthal-distance")
                .targetsPerSd()
                .get("eyes/l-eye-move-out");
        List<PortrayedChild> children = children(recipe(10, 1, 13));

        assertThat(children).allSatisfy(child -> {
            double expected = child.traitsSd().get("intercanthal-distance") * perSd;
            Map<String, Double> targets = child.portraits().get(0).head().targets();
            double out =
                    targets.getOrDefault("eyes/l-eye-move-out", 0.0) - targets.getOrDefault("eyes/l-eye-move-in", 0.0);
            assertThat(Math.abs(out - expected)).isLessThan(1e-9);
        });
    }

    @Test
    void a_recipe_of_unknown_classes_is_a_bug_of_the_caller() {
        assertThatThrownBy(() -> new Recipe(Map.of("down", 3), PROFILES, new PhotoCount(1, 2), 1, 1, 256, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot draw 3 of down");
    }

    private static Map<String, ToDoubleFunction<PortrayedChild>> nuisances() {
        Map<String, ToDoubleFunction<PortrayedChild>> nuisances = new LinkedHashMap<>();
        nuisances.put("photos", s -> s.portraits().size());
        nuisances.put("age", PopulationTest::months);
        nuisances.put("sex", s -> s.sex().equals("male") ? 1 : 0);
        nuisances.put("african", s -> s.portraits().get(0).head().ancestry().african());
        nuisances.put("asian", s -> s.portraits().get(0).head().ancestry().asian());
        nuisances.put("site", s -> s.site().equals("site-1") ? 1 : 0);
        nuisances.put("skin", s -> s.portraits().get(0).look().skinTone());
        nuisances.put("yaw", s -> s.portraits().get(0).scene().yawDegrees());
        nuisances.put("blur", s -> s.portraits().get(0).scene().blur());
        nuisances.put("quality", s -> s.portraits().get(0).jpegQuality());
        nuisances.put(
                "wall", s -> s.portraits().get(0).scene().background().top().red());
        nuisances.put("smile", s -> s.portraits().get(0).scene().expression().getOrDefault("mouth-corner-puller", 0.0));
        nuisances.put(
                "position in the manifest", s -> Integer.parseInt(s.subject().substring(1)));
        return nuisances;
    }

    private static Map<String, String> mainSites(List<PortrayedChild> children) {
        Map<String, Map<String, Long>> sites = children.stream()
                .collect(Collectors.groupingBy(
                        PortrayedChild::diagnosis, Collectors.groupingBy(PortrayedChild::site, Collectors.counting())));
        Map<String, String> main = new HashMap<>();
        sites.forEach((diagnosis, counts) -> counts.forEach((site, count) -> {
            if (count > 30) {
                main.put(diagnosis, site);
            }
        }));
        return main;
    }

    private static List<PortrayedChild> children(Recipe recipe) {
        return new Population(recipe).children();
    }

    private static Recipe recipe(int each, double effect, long seed, Trap... traps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        PROFILES.forEach(profile -> counts.put(profile.diagnosis(), each));
        counts.put(Recipe.CONTROLS, each);
        return new Recipe(counts, PROFILES, new PhotoCount(1, 3), effect, seed, 256, Set.of(traps));
    }

    private static Profile profile(String diagnosis) {
        return PROFILES.stream()
                .filter(p -> p.diagnosis().equals(diagnosis))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> scenes(PortrayedChild child) {
        return child.portraits().stream().<Object>map(Portrait::scene).toList();
    }

    private static List<Object> looks(PortrayedChild child) {
        return child.portraits().stream().<Object>map(Portrait::look).toList();
    }

    private static double months(PortrayedChild child) {
        return child.portraits().get(0).ageMonths();
    }

    private static double slant(PortrayedChild child) {
        return child.traitsSd().get("fissure-slant");
    }

    private static double[] traits(List<PortrayedChild> children, String diagnosis, String trait) {
        return values(children, diagnosis, child -> child.traitsSd().get(trait));
    }

    private static double[] values(
            List<PortrayedChild> children, String diagnosis, ToDoubleFunction<PortrayedChild> of) {
        return children.stream()
                .filter(child -> child.diagnosis().equals(diagnosis))
                .mapToDouble(of)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    private static double z(double[] a, double[] b) {
        return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
    }
}
