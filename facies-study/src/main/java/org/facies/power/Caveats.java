package org.facies.power;

import java.util.List;

/** What the curves do not say. */
final class Caveats {

    private Caveats() {}

    static List<String> of(PowerSettings settings, String model) {
        return List.of(
                "This is the curve of the frozen network " + model
                        + " with a linear discriminant on its embeddings, not that of fine-tuning, which may need fewer or more"
                        + " children and ends elsewhere.",
                "The discriminant takes all classes as equally frequent, so recall of a rare class does not suffer from its"
                        + " rarity alone; precision in a clinic depends on how frequent the class is there.",
                "Draws from one cohort overlap, the more the larger they are. The band therefore narrows towards the whole cohort;"
                        + " how uncertain the cohort itself is, its own interval says.",
                settings.growth() == Growth.ALL
                        ? "All classes grow together, in the proportions of the cohort."
                        : "Only the rare class grows; all subjects of the other classes are in every draw.",
                "The extrapolation assumes that the curve goes on as an inverse power law and that the children still to come"
                        + " resemble those who came. Its interval comes from resampling repeats; it does not hold the chance of which"
                        + " children the cohort has, which is the larger part: compare the interval of the whole cohort.");
    }
}
