package org.facies.run;

/**
 * One repetition of a cross-validation: the cohort is divided into folds again, or each fold is trained with another
 * seed.
 *
 * @param division number of the division, from 0
 * @param seed number of the seed, from 0; it is added to the seed of the training
 * @param byPhoto whether it is the division by photo of a study that shows what such a division adds
 */
public record Repeat(int division, long seed, boolean byPhoto) {
    /** The first repetition; the only one if nothing is repeated. */
    public static final Repeat FIRST = new Repeat(0, 0);

    /** The division by photo, next to that by subject. */
    public static final Repeat BY_PHOTO = new Repeat(0, 0, true);

    /** Of a study's own division. */
    public Repeat(int division, long seed) {
        this(division, seed, false);
    }

    /** Empty for the first, otherwise for example {@code , division 1, seed 0}, to follow the name of a trial. */
    public String words() {
        if (byPhoto) {
            return ", by photo";
        }
        return equals(FIRST) ? "" : ", division " + division + ", seed " + seed;
    }
}
