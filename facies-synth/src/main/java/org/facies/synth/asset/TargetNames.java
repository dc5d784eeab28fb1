package org.facies.synth.asset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names of the shape targets. Available without the assets. */
public final class TargetNames {

    private static final List<String> ANCESTRIES = List.of("african", "asian", "caucasian");
    private static final List<String> SEXES = List.of("female", "male");
    private static final List<String> AGES = List.of("baby", "child", "young");

    private TargetNames() {}

    /** Targets of head, face and neck that may vary between people, sorted. */
    public static List<String> features() {
        return lines("targets.txt");
    }

    /** Expression units, without ancestry, sorted. */
    public static List<String> expressions() {
        return lines("expressions.txt");
    }

    /** The target of an expression unit for faces of one ancestry. */
    public static String expression(String ancestry, String unit) {
        return "expression/units/" + ancestry + "/" + unit;
    }

    /**
     * The target for a whole base head.
     *
     * @param age {@code baby} (about 1 year), {@code child} (about 10) or {@code young} (about 25)
     */
    public static String whole(String ancestry, String sex, String age) {
        return "macrodetails/" + ancestry + "-" + sex + "-" + age;
    }

    /** All targets in the assets. */
    static List<String> all() {
        List<String> names = new ArrayList<>(features());
        for (String ancestry : ANCESTRIES) {
            expressions().forEach(unit -> names.add(expression(ancestry, unit)));
            for (String sex : SEXES) {
                AGES.forEach(age -> names.add(whole(ancestry, sex, age)));
            }
        }
        return List.copyOf(names);
    }

    private static List<String> lines(String resource) {
        InputStream in = TargetNames.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("resource " + resource + " is missing");
        }
        try (Stream<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
            return lines.filter(line -> !line.isBlank()).toList();
        } finally {
            close(in);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
