package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.contrast.ContrastResults;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;

/** What a study planned to compare, as sentences for a paper's methods; none where nothing was planned. */
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
                .ifPresent(repeats -> sentences.add("The cross-validation was repeated on "
                        + Phrases.counted(repeats.divisions(), "division") + " of the cohort with "
                        + Phrases.counted(repeats.seeds(), "seed")
                        + " of each training; contrasts are of means over the repeats, and the variance was split into"
                        + " children, division and seed as in a nested random-effects design."));
        run.planned()
                .splits()
                .ifPresent(splits -> sentences.add("Every model was also trained on folds that divide photos instead of"
                        + " subjects, and the difference was measured on the same subjects."));
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
        sentences.add("Contrasts were measured on the same subjects. Their intervals for the trained models are"
                + " Student’s, with the error of leaving out each subject within its class; those for retrained"
                + " models are of Nadeau and Bengio (2003). Accuracy was tested by the exact sign-flip test over"
                + " subjects, and p was corrected for the planned contrasts (Holm 1979).");
        contrasts.planned().stream()
                .flatMap(result -> result.contrast().margin().stream())
                .findFirst()
                .ifPresent(margin -> sentences.add("Equivalence within a margin of " + Math.round(1000 * margin) / 10.0
                        + " points was tested by two one-sided tests at 5\u00a0% (Schuirmann 1987)."));
        sentences.addAll(run.unfairContrasts());
        return sentences;
    }
}
