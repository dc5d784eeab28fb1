package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.contrast.ContrastResults;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;

/** The planned comparisons of a study as sentences for a methods section; empty if none was planned. */
final class ComparisonText {
    private final Run run;

    ComparisonText(Run run) {
        this.run = run;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        run.planned().contrasts().ifPresent(contrasts -> sentences.addAll(contrasts(contrasts)));
        run.planned()
                .repeats()
                .ifPresent(repeats -> sentences.add("The cross-validation was repeated for "
                        + Phrases.counted(repeats.divisions(), "division")
                        + " of the cohort into folds and "
                        + Phrases.counted(repeats.seeds(), "training seed")
                        + " for each of them. Contrasts were computed from the means over the"
                        + " repeats. A nested random-effects model separated the variance"
                        + " into components for children, division and seed."));
        run.planned()
                .splits()
                .ifPresent(splits ->
                        sentences.add("Every model was also trained on folds that were divided by photo instead of by"
                                + " child. The difference was measured on the same children."));
        return sentences;
    }

    private List<String> contrasts(ContrastResults contrasts) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Phrases.capitalised(Phrases.counted(contrasts.planned().size(), "contrast"))
                + (contrasts.planned().size() == 1 ? " was" : " were") + " planned: "
                + contrasts.planned().stream()
                        .map(result -> result.contrast().name())
                        .collect(Collectors.joining(", "))
                + ".");
        sentences.add("Contrasts were measured on the same children. For the trained models, intervals use Student’s t"
                + " distribution with a jackknife standard error, leaving out one child at a time within its"
                + " class. For retrained models, intervals use the corrected resampled t of Nadeau and Bengio"
                + " (2003). Differences in accuracy were tested with the exact sign-flip test over children, and p"
                + " values were corrected for the number of planned contrasts (Holm 1979).");
        contrasts.planned().stream()
                .flatMap(result -> result.contrast().margin().stream())
                .findFirst()
                .ifPresent(margin -> sentences.add("Equivalence within a margin of " + Math.round(1000 * margin) / 10.0
                        + " percentage points was tested with two one-sided tests at 5\u00a0% (Schuirmann 1987)."));
        run.unfairContrasts().forEach(unfair -> sentences.add(unfair.sentence()));
        return sentences;
    }
}
