package org.facies.cli.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A child for whom the user wants an answer.
 *
 * @param name the name in outputs
 * @param photos at least one
 * @param ageMonths empty if unknown
 */
record AskedChild(String name, List<AskedPhoto> photos, OptionalDouble ageMonths) {
    AskedChild {
        photos = List.copyOf(photos);
    }

    /**
     * A photo of the child.
     *
     * @param name the name in outputs
     */
    record AskedPhoto(String name, Path file) {}

    /** The child of a single photo. */
    static AskedChild of(AskedPhoto photo) {
        return new AskedChild(photo.name(), List.of(photo), OptionalDouble.empty());
    }

    AskedChild aged(double months) {
        return new AskedChild(name, photos, OptionalDouble.of(months));
    }
}
