package org.facies.run;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.schema.Inline;

/**
 * What made a result. It holds no time and no path, so that the same inputs on the same machine give the same bytes and
 * the same {@link #fingerprint()}.
 *
 * @param software that made it
 * @param seed of all randomness
 * @param inputs SHA-256 of the inputs by name, for example {@code manifest} or {@code model:dlib-resnet}; sorted by
 *     name
 */
public record Provenance(@Inline Software software, long seed, Map<String, String> inputs) {

    public Provenance {
        Objects.requireNonNull(software);
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** The provenance of what this process makes. */
    public static Provenance ofThisProcess(long seed, Map<String, String> inputs) {
        return new Provenance(Software.ofThisProcess(SoftwareVersion.current()), seed, inputs);
    }

    /** The same, with one more input. */
    public Provenance with(String input, String sha256) {
        SortedMap<String, String> more = new TreeMap<>(inputs);
        more.put(input, sha256);
        return new Provenance(software, seed, more);
    }

    /** A hash of everything here, which identifies a result. */
    public String fingerprint() {
        return Sha256.of(JsonFile.text(this));
    }
}
