package org.facies.run;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;

/**
 * What made a result. It holds no time and no path, so that the same inputs on the same machine give the same bytes and
 * the same {@link #fingerprint()}.
 *
 * @param facies version of this software
 * @param java version of the Java runtime
 * @param system operating system and architecture
 * @param seed of all randomness
 * @param inputs SHA-256 by name of what went in, for example {@code manifest} or {@code model:dlib-resnet}
 */
public record Provenance(String facies, String java, String system, long seed, SortedMap<String, String> inputs) {

    public Provenance {
        Objects.requireNonNull(facies);
        Objects.requireNonNull(java);
        Objects.requireNonNull(system);
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** The provenance of what this process makes. */
    public static Provenance ofThisProcess(long seed, Map<String, String> inputs) {
        String system = "%s %s (%s)"
                .formatted(
                        System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        return new Provenance(
                SoftwareVersion.current(), System.getProperty("java.version"), system, seed, new TreeMap<>(inputs));
    }

    /** The same, with one more input. */
    public Provenance with(String input, String sha256) {
        SortedMap<String, String> more = new TreeMap<>(inputs);
        more.put(input, sha256);
        return new Provenance(facies, java, system, seed, more);
    }

    /** A hash of everything here: the name under which a result that this made can be found again. */
    public String fingerprint() {
        return Sha256.of(JsonFile.text(this));
    }
}
