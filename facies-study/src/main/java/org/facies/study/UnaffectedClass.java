package org.facies.study;

import java.util.List;
import java.util.Optional;
import org.facies.input.Likeness;
import org.facies.uncertainty.ScreeningSettings;

/**
 * Reports that screening is skipped because the class of children without a syndrome has another name.
 */
public final class UnaffectedClass {
    private static final String LEFT_OUT = "; screening and syndrome identification are skipped. ";

    private UnaffectedClass() {}

    /**
     * A sentence if the name is not a class. Empty if it is the usual name and no class has a similar spelling, because
     * the cohort can be without such children.
     *
     * @param where of the name, for the message
     */
    public static Optional<String> note(String where, String unaffected, List<String> classes) {
        if (classes.contains(unaffected)) {
            return Optional.empty();
        }
        String no = where + ": \"" + unaffected + "\" is not a class (" + String.join(", ", classes) + ")" + LEFT_OUT;
        Optional<String> alike = Likeness.only(unaffected, classes);
        if (alike.isPresent()) {
            return Optional.of(
                    no + "Write \"" + alike.get() + "\" if that is the class of children without a" + " syndrome.");
        }
        return unaffected.equals(ScreeningSettings.standard().unaffected())
                ? Optional.empty()
                : Optional.of(no + "Name the class of children without a syndrome.");
    }
}
