package org.facies.synth.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** The built-in profiles and those of the user. */
public final class Profiles {
    private static final List<String> BUILT_IN = List.of("williams-beuren", "noonan", "alagille");
    private static final int MOST_BYTES = 1 << 20;

    private Profiles() {}

    /** The built-in profiles of Williams–Beuren, Noonan and Alagille syndrome. */
    public static List<Profile> builtIn(TargetNames targets) {
        return BUILT_IN.stream()
                .map(name -> new ProfileReader(name + ".yaml", targets).read(resource(name + ".yaml")))
                .toList();
    }

    /**
     * Reads the user's profiles.
     *
     * @throws BadInput with everything that is wrong with any of them, each with its line
     */
    public static List<Profile> read(List<Path> files, TargetNames targets) {
        List<Problem> problems = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        Map<String, Path> origins = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                Profile profile = new ProfileReader(file.toString(), targets).read(content(file));
                Path other = origins.putIfAbsent(profile.diagnosis(), file);
                if (other != null) {
                    problems.add(new Problem(
                            file.toString(),
                            profile.diagnosis(),
                            "is also the diagnosis of " + other,
                            "Give each profile a different diagnosis."));
                }
                profiles.add(profile);
            } catch (BadInput wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return List.copyOf(profiles);
    }

    /**
     * All traits of the profiles by name.
     *
     * @throws BadInput if two profiles define one trait by different shapes
     */
    public static Map<String, Trait> traits(List<Profile> profiles) {
        Map<String, Trait> traits = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Profile profile : profiles) {
            for (Feature feature : profile.features()) {
                Trait trait = feature.trait();
                Trait other = traits.putIfAbsent(trait.name(), trait);
                if (other != null && !other.equals(trait)) {
                    problems.add(new Problem(
                            "profile " + profile.diagnosis(),
                            trait.name(),
                            "is a trait that another profile defines by other targets",
                            "Give the same targets, or give the trait another name."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return traits;
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInput(file.toString(), "", "is larger than 1 MiB", "Give the path of a profile.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new BadInput(file.toString(), "", "is not UTF-8 text", "Save the profile as UTF-8.");
        } catch (IOException unreadable) {
            throw new BadInput(file.toString(), "", "cannot be read", "Give the path of a profile.");
        }
    }

    private static String resource(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
