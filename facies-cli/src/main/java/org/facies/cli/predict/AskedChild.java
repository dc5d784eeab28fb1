package org.facies.cli.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A child that the user asks about.
 *
 * @param name for the user's own outputs
 * @param photos at least one
 * @param ageMonths empty where it is not known
 */
record AskedChild(String name, List<AskedPhoto> photos, OptionalDouble ageMonths) {
    AskedChild {
        photos = List.copyOf(photos);
    }

    /**
     * A photo of it.
     *
     * @param name for the user's own outputs
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
