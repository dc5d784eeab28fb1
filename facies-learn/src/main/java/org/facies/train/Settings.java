package org.facies.train;

import org.facies.input.BadInput;

/** Checks of numbers that the user chose. */
final class Settings {

    private Settings() {}

    static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInput(
                    "training, " + name,
                    String.valueOf(value),
                    "is outside its range",
                    "Give " + least + " to " + most + ".");
        }
    }
}
