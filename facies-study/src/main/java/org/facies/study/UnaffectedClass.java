package org.facies.study;

import java.util.List;
import java.util.Optional;
import org.facies.input.Likeness;
import org.facies.uncertainty.ScreeningSettings;

/**
 * Tells when screening and naming are left out because the class of children without a syndrome goes by another name.
 */
public final class UnaffectedClass {
    private static final String LEFT_OUT = "; screening and naming are left out. ";

    private UnaffectedClass() {}

    /**
     * A sentence if the name is no class, unless it is the usual name and nothing is written like it: then there may be
     * no such children.
     *
     * @param where the name is chosen, for the message
     */
    public static Optional<String> note(String where, String unaffected, List<String> classes) {
        if (classes.contains(unaffected)) {
            return Optional.empty();
        }
        String no = where + ": \"" + unaffected + "\" is no class (" + String.join(", ", classes) + ")" + LEFT_OUT;
        Optional<String> alike = Likeness.only(unaffected, classes);
        if (alike.isPresent()) {
            return Optional.of(no + "Write \"" + alike.get() + "\" if that is the class of unaffected children.");
        }
        return unaffected.equals(ScreeningSettings.standard().unaffected())
                ? Optional.empty()
                : Optional.of(no + "Name the class of unaffected children.");
    }
}
