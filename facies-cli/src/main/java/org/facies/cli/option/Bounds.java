package org.facies.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of numbers that an option accepts, checked by {@link OptionChecks} before the command begins.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Bounds {

    double least();

    double most();

    /** The remedy, as a sentence. */
    String remedy();
}
