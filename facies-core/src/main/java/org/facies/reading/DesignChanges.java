package org.facies.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facies.input.BadInput;

/** Differences between two designs of a reader study. */
public final class DesignChanges {
    private DesignChanges() {}

    /**
     * Rejects a file that was changed after the study was prepared. Added readers are allowed.
     *
     * @param prepared the design of the prepared study
     * @param now the design in the file
     * @throws BadInput naming the keys that were changed
     */
    public static void requireOnlyAddedReaders(Path file, ReadingDesign prepared, ReadingDesign now) {
        List<String> keys = keys(prepared, now);
        if (!keys.isEmpty()) {
            throw new BadInput(
                    file.toString(),
                    String.join(", ", keys),
                    "was changed after the reader study was prepared",
                    "Restore the previous values, or start a new study with another file or another --data.");
        }
    }

    /** The keys that differ, in alphabetical order; {@code readers} only where a reader is missing or changed. */
    public static List<String> keys(ReadingDesign before, ReadingDesign now) {
        Map<String, String> was = ReadingDesign.FORMAT.dotted(before.withReaders(List.of()));
        Map<String, String> is = ReadingDesign.FORMAT.dotted(now.withReaders(List.of()));
        TreeSet<String> keys = new TreeSet<>();
        Stream.concat(was.keySet().stream(), is.keySet().stream())
                .filter(key -> !Objects.equals(was.get(key), is.get(key)))
                .map(DesignChanges::ofList)
                .forEach(keys::add);
        if (!now.readers().containsAll(before.readers())) {
            keys.add("readers");
        }
        return List.copyOf(keys);
    }

    /** The key of a whole list instead of the key of an element. */
    private static String ofList(String key) {
        return key.startsWith("classes.") ? "classes" : key;
    }
}
