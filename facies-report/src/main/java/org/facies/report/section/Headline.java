package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facies.fold.FoldUnit;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.settings.StudySettings;

/**
 * The question and the answer.
 *
 * @param answer in a few sentences
 * @param more paragraphs that add to it
 * @param figures the few numbers to take away
 * @param caveats limits of the answer
 */
public record Headline(String question, String answer, List<String> more, List<Figure> figures, List<String> caveats) {

    /** A number with its name, its interval and the value of guessing. */
    public record Figure(String label, String value, List<String> details) {
        public Figure {
            details = List.copyOf(details);
        }
    }

    public Headline {
        more = List.copyOf(more);
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
    }

    static Headline of(Run run) {
        return run.validation().map(ValidationSection::headline).orElseGet(() -> ofStudy(run));
    }

    private static Headline ofStudy(Run run) {
        return BestModel.of(run)
                .map(best -> new Headline(
                        question(run),
                        best.answer(),
                        Stream.concat(
                                        run.planned().contrasts().map(ContrastSection::answer).stream(),
                                        best.more().stream())
                                .toList(),
                        figures(best),
                        Caveats.of(run, best)))
                .orElseGet(() -> new Headline(
                        question(run),
                        "No model has a value of "
                                + run.choice().metric().metric().label() + " over children.",
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static String question(Run run) {
        int models = run.models().size();
        String question = "From photos of a face, how well can a model distinguish "
                + Phrases.list(run.names().of(run.classes())) + "? ";
        String who = Phrases.counted(models, "model") + (models == 1 ? " was" : " were");
        if (run.origin().isImported()) {
            return question + who + " evaluated by the predictions in "
                    + run.origin().name() + ", which were made elsewhere.";
        }
        StudySettings.Folds folds = run.origin().study().orElseThrow().folds();
        return question + who + " tested by " + folds.k() + "-fold cross-validation: every "
                + (folds.primary() == FoldUnit.SUBJECT ? "child" : "photo")
                + " was judged by a model trained on the other folds.";
    }

    /** The interval in words that no line divides within a number, or why there is none. */
    static String interval(EstimateText estimate) {
        return estimate.hasInterval()
                ? "95\u00a0% interval " + estimate.intervalText().replace("–", "\u2060–\u2060")
                : estimate.reason();
    }

    /** Four metrics; the one that the model was chosen by comes first where it is none of the usual ones. */
    private static List<Metric> metrics(BestModel best) {
        Metric declared = best.run().choice().metric().metric();
        List<Metric> usual =
                List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
        return usual.contains(declared)
                ? usual
                : Stream.concat(Stream.of(declared), usual.stream()).limit(4).toList();
    }

    private static List<Figure> figures(BestModel best) {
        List<Figure> figures = new ArrayList<>();
        for (Metric measure : metrics(best)) {
            EstimateText estimate =
                    best.overRepeats(measure).orElseGet(() -> best.scores().measure(measure));
            List<String> details = new ArrayList<>();
            details.add(interval(estimate));
            best.baseline().value(measure).ifPresent(value -> details.add("guessing " + Numbers.score(value)));
            figures.add(new Figure(MetricText.title(measure), estimate.text(), details));
        }
        return figures;
    }
}
