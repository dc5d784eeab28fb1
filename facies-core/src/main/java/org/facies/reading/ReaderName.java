package org.facies.reading;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facies.input.Likeness;
import org.facies.input.Problem;

/**
 * What a reader may be called. The name stands in links' pages, in file names and in tables of other tools, so it is
 * short and plain; and two readers are never written alike.
 */
public final class ReaderName {
    /** The model's name where it stands among readers, in the iMRMC files. */
    static final String MODEL = "model";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,23}");

    private ReaderName() {}

    /**
     * What is wrong with a name; empty if nothing is.
     *
     * @param where the name stands, as messages name it
     * @param others the names that other readers have
     */
    public static Optional<Problem> problem(String where, String name, Collection<String> others) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of(new Problem(
                    where,
                    name,
                    "is not a name for a reader",
                    "Write 1 to 24 letters, digits and hyphens without accents, a letter or digit first, for example"
                            + " R1."));
        }
        if (Likeness.key(name).equals(Likeness.key(MODEL))) {
            return Optional.of(new Problem(where, name, "is what the model is called", "Choose another name."));
        }
        return others.stream()
                .filter(other -> Likeness.key(other).equals(Likeness.key(name)))
                .findFirst()
                .map(other -> new Problem(
                        where,
                        name,
                        other.equals(name) ? "is there twice" : "is written like the reader \"" + other + "\"",
                        "Give each reader a name of their own."));
    }
}
