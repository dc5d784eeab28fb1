package org.facies.synth.profile;

/**
 * One feature of a syndrome: a shift of a trait in which all children differ.
 *
 * @param hpo identifier in the Human Phenotype Ontology, for example {@code HP:0000316}
 * @param label the term's name
 * @param shiftSd shift in standard deviations of the trait among children without a syndrome
 * @param probability that a child with the syndrome has the feature, in [0, 1]
 * @param leftAt15 fraction of the shift left at 15 years, in [0, 1]; the shift decreases linearly from the first year
 */
public record Feature(String hpo, String label, Trait trait, double shiftSd, double probability, double leftAt15) {
    private static final double FIRST_YEAR = 1;
    private static final double LAST_YEAR = 15;

    public Feature {
        if (!(probability >= 0 && probability <= 1) || !(leftAt15 >= 0 && leftAt15 <= 1) || !Double.isFinite(shiftSd)) {
            throw new IllegalArgumentException("not a feature: " + hpo);
        }
    }

    /** The shift in SD of a child with the feature, at an age in years; constant outside 1 to 15 years. */
    public double shiftSdAt(double ageYears) {
        double grown = Math.min(1, Math.max(0, (ageYears - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)));
        return shiftSd * (1 - grown * (1 - leftAt15));
    }
}
