package org.facies.synth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.synth.TestTargets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final TargetNames NAMES = TestTargets.names();

    @TempDir
    private Path folder;

    @Test
    void the_built_in_profiles_are_those_of_the_three_syndromes_and_agree_on_their_traits() {
        List<Profile> profiles = Profiles.builtIn(NAMES);

        assertThat(profiles).extracting(Profile::diagnosis).containsExactly("williams-beuren", "noonan", "alagille");
        assertThat(profiles).extracting(Profile::proportion).containsExactly(174.0, 235.0, 51.0);
        assertThat(Profiles.traits(profiles)).hasSize(15);
        assertThat(profiles).allSatisfy(profile -> assertThat(profile.text()).contains("ASSUMPTIONS OF THIS PROJECT"));
    }

    @Test
    void a_profile_is_read_as_it_is_written_with_both_sides_for_a_star() throws IOException {
        Profile profile = read("""
                diagnosis: my-class   # a comment
                name: My syndrome
                features:
                  - hpo: HP:0000316
                    label: Hypertelorism
                    trait: eye-distance
                    targets: {eyes/*-eye-move-out: 0.3, nose/nose-scale-vert-incr: -0.1}
                    shift: 1.5
                    probability: 0.8
                    left_at_15: 0.4
                """);

        assertThat(profile.diagnosis()).isEqualTo("my-class");
        assertThat(profile.proportion()).isEqualTo(50);
        Feature feature = profile.features().get(0);
        assertThat(feature.trait().targetsPerSd())
                .isEqualTo(Map.of(
                        "eyes/l-eye-move-out", 0.3, "eyes/r-eye-move-out", 0.3, "nose/nose-scale-vert-incr", -0.1));
        assertThat(feature.shiftSdAt(1)).isEqualTo(1.5);
        assertThat(feature.shiftSdAt(8)).isCloseTo(1.5 * 0.7, within(1e-12));
        assertThat(feature.shiftSdAt(15)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void every_mistake_is_told_with_its_line_in_one_list() throws IOException {
        Path file = write("""
                diagnosis: my class
                name: My syndrome
                colour: blue
                features:
                  - hpo: 316
                    label: Hypertelorism
                    trait: eye-distance
                    targets:
                      eyes/*-eye-moves-out: 0.3
                      qqq: 0.3
                    shift: much
                    probability: 1.5
                  - hpo: HP:0000154
                    label: Wide mouth
                    trait: eye-distance
                    targets: {mouth/mouth-scale-horiz-incr: .nan}
                    shift: 1e9
                """);

        assertThatThrownBy(() -> Profiles.read(List.of(file), NAMES))
                .asInstanceOf(type(BadInput.class))
                .extracting(bad -> bad.problems().stream()
                        .map(Problem::sentence)
                        .map(sentence -> sentence.replace(file + " ", ""))
                        .toList())
                .isEqualTo(List.of(
                        "line 3: \"colour\" is not a known key of a profile. Known keys: diagnosis, name,"
                                + " proportion, features.",
                        "line 1: \"my class\" is not valid as diagnosis. Use at most 64 letters, digits, - and _,"
                                + " but not \"none\".",
                        "line 5: \"316\" is not valid as hpo. Write a term as HP:0000316.",
                        "line 9: \"eyes/*-eye-moves-out\" is not a shape target. Did you mean"
                                + " \"eyes/*-eye-move-out\"?",
                        "line 10: \"qqq\" is not a shape target. \"facies cohort synth --list-targets\" lists them"
                                + " all.",
                        "line 11: \"much\" is not a number for shift. Give a shift in SD, for example 1.2 or -0.8.",
                        "line 12: \"1.5\" is outside 0 to 1, the range of probability. Give a fraction from 0 to"
                                + " 1, for example 0.7.",
                        "line 16: \".nan\" is not a number for mouth/mouth-scale-horiz-incr. Give the weight for one"
                                + " SD, for example 0.3.",
                        "line 17: \"1e9\" is outside -6 to 6, the range of shift. Give a shift in SD, for example 1.2"
                                + " or -0.8.",
                        "line 13: \"probability\" is missing. Give a fraction from 0 to 1, for example 0.7.",
                        "line 15: \"eye-distance\" is shifted by two features. Give each feature a different trait."));
    }

    @Test
    void what_is_no_yaml_or_no_profile_is_said_in_a_sentence() throws IOException {
        assertThatThrownBy(() -> read("diagnosis: a\ndiagnosis: b\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("Duplicate field 'diagnosis'");
        assertThatThrownBy(() -> read("diagnosis: &a one\nname: *a\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2: is not valid YAML (an alias, *a, where a value is wanted)");
        assertThatThrownBy(() -> read("- a\n- b\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("profile.yaml")
                        + " line 1: is not a group of keys. Write \"diagnosis: my-class\" first.");
        assertThatThrownBy(() -> Profiles.read(List.of(folder.resolve("none.yaml")), NAMES))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("none.yaml") + ": cannot be read. Give the path of a profile.");
    }

    @Test
    void one_trait_by_two_shapes_is_refused() throws IOException {
        String profile = """
                diagnosis: %s
                name: One
                features:
                  - {hpo: HP:0000154, label: Wide mouth, trait: mouth, targets: {%s: 0.3}, shift: 1, probability: 1}
                """;
        Path one = write(profile.formatted("one", "mouth/mouth-scale-horiz-incr"));
        Path two = Files.writeString(
                folder.resolve("two.yaml"), profile.formatted("two", "mouth/mouth-upperlip-width-max"));
        List<Profile> profiles = Profiles.read(List.of(one, two), NAMES);

        assertThatThrownBy(() -> Profiles.traits(profiles))
                .isInstanceOf(BadInput.class)
                .hasMessage("profile two: \"mouth\" is a trait that another profile defines by other targets. Give the"
                        + " same targets, or"
                        + " give the trait another name.");
    }

    @Test
    void two_profiles_of_one_diagnosis_are_refused() throws IOException {
        Path one = write("""
                diagnosis: one
                name: One
                features:
                  - {hpo: HP:0000154, label: Wide mouth, trait: mouth, targets: {mouth/mouth-scale-horiz-incr: 0.3}, \
                shift: 1, probability: 1}
                """);

        assertThatThrownBy(() -> Profiles.read(List.of(one, one), NAMES))
                .hasMessage(one + ": \"one\" is also the diagnosis of " + one
                        + ". Give each profile a different diagnosis.");
    }

    @Test
    void a_weight_below_0_is_the_opposite_targets_and_opposites_are_taken_against_each_other() {
        Map<String, Double> weights = Map.of(
                "mouth/mouth-scale-horiz-incr", 0.5,
                "mouth/mouth-scale-horiz-decr", 0.2,
                "eyes/l-eye-move-out", -0.4,
                "chin/chin-triangle", -0.3,
                "nose/nose-hump-lesshump", 0.1);

        Map<String, Double> net = NAMES.withoutNegatives(weights);

        assertThat(net).hasSize(4);
        assertThat(net.get("mouth/mouth-scale-horiz-incr")).isCloseTo(0.3, within(1e-12));
        assertThat(net).containsEntry("eyes/l-eye-move-in", 0.4);
        assertThat(net).as("has no opposite").containsEntry("chin/chin-triangle", -0.3);
        assertThat(net).containsEntry("nose/nose-hump-lesshump", 0.1);
    }

    private Profile read(String text) throws IOException {
        return Profiles.read(List.of(write(text)), NAMES).get(0);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }
}
