package org.facies.cohort;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.table.CsvRow;

/**
 * A manifest row with its photo.
 *
 * @param file the photo's file, if it was found
 * @param sha256 hash of the photo's bytes, if it could be read
 */
record ManifestEntry(CsvRow row, Optional<Path> file, Optional<String> sha256) {
    static final String PHOTO = "photo";
    static final String SUBJECT = "subject";
    static final String DIAGNOSIS = "diagnosis";

    long number() {
        return row.number();
    }

    String photo() {
        return row.get(PHOTO);
    }

    String subject() {
        return row.get(SUBJECT);
    }

    String diagnosis() {
        return row.get(DIAGNOSIS);
    }

    /** The non-empty cells of all other columns. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>(row.cells());
        attributes.keySet().removeAll(Set.of(PHOTO, SUBJECT, DIAGNOSIS));
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }
}
