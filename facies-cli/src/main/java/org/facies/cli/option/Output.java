package org.facies.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An option that names a place to write to, checked by {@link OptionChecks} before the command begins. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Output {

    /** What the command writes there. */
    enum Kind {
        FILE,
        FOLDER
    }

    Kind value();
}
