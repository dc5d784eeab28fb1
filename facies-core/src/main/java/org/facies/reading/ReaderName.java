package org.facies.reading;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facies.input.Likeness;
import org.facies.input.Problem;

/**
 * Checks the names of readers. A name appears on pages, in file names and in the tables of other tools, so it is short
 * and plain. Names must also be clearly different from each other.
 */
public final class ReaderName {
    /** The name of the model among the readers in the iMRMC files. */
    static final String MODEL = "model";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,23}");

    private ReaderName() {}

    /**
     * The problem with a name; empty if the name is valid.
     *
     * @param where the location of the name, for messages
     * @param others the names of the other readers
     */
    public static Optional<Problem> problem(String where, String name, Collection<String> others) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of(new Problem(
                    where,
                    name,
                    "is not a valid reader name",
                    "Write 1 to 24 letters, digits and hyphens without accents, starting with a letter or"
                            + " digit, for example R1."));
        }
        if (Likeness.key(name).equals(Likeness.key(MODEL))) {
            return Optional.of(new Problem(where, name, "is reserved for the model", "Choose another name."));
        }
        return others.stream()
                .filter(other -> Likeness.key(other).equals(Likeness.key(name)))
                .findFirst()
                .map(other -> new Problem(
                        where,
                        name,
                        other.equals(name) ? "is used twice" : "is too similar to the reader \"" + other + "\"",
                        "Give each reader a different name."));
    }
}
