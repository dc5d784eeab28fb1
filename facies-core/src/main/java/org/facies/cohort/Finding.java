package org.facies.cohort;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.facies.input.Problem;

/**
 * An error or a warning about a manifest.
 *
 * @param kind the words of the {@link WarningKind}, which name no subject; empty for an error
 */
public record Finding(Level level, String kind, Problem problem) {

    /** How serious a finding is. */
    public enum Level {
        /** The cohort cannot be used until this is corrected. */
        ERROR,
        /** The cohort can be used; the user should know. */
        WARNING
    }

    public Finding {
        Objects.requireNonNull(level);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(problem);
    }

    public static Finding error(String where, String value, String what, String remedy) {
        return new Finding(Level.ERROR, "", new Problem(where, value, what, remedy));
    }

    public static Finding warning(WarningKind kind, String where, String value, String what, String remedy) {
        return new Finding(Level.WARNING, kind.words(), new Problem(where, value, what, remedy));
    }

    @JsonIgnore
    public boolean isError() {
        return level == Level.ERROR;
    }
}
