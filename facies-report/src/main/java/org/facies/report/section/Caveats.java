package org.facies.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;

/** What must be read together with the headline. */
final class Caveats {
    private Caveats() {}

    static List<String> of(Run run, BestModel best) {
        List<String> caveats = new ArrayList<>(TrainingSection.alarms(run));
        if (run.stamp().isSynthetic()) {
            caveats.add("The faces are synthetic, so the results show how the software works and say nothing about"
                    + " patients.");
        }
        caveats.add(origin(run) + " Faces from another hospital, camera, age or ancestry may be recognised less well.");
        retrained(best).ifPresent(caveats::add);
        rarest(run, best).ifPresent(caveats::add);
        caveats.add("The classes are as frequent as they were collected, not as in practice. Accuracy and precision"
                + " depend on that; recall and specificity do not.");
        if (run.models().size() > 1) {
            caveats.add("The best of " + run.models().size() + " models was chosen by "
                    + run.choice().metric().metric().label() + " on the same results that are reported for it, so they"
                    + " are a little too good.");
        }
        return caveats;
    }

    /** Empty if the interval for retrained models lies within the other one; with few folds that happens by chance. */
    private static Optional<String> retrained(BestModel best) {
        EstimateText accuracy = best.scores().spread(Metric.ACCURACY).retrained();
        EstimateText asTheyAre = best.scores().measure(Metric.ACCURACY);
        return accuracy.low() < asTheyAre.low() || accuracy.high() > asTheyAre.high()
                ? Optional.of("The intervals describe these trained models. If you collected as many other children and"
                        + " trained again, the accuracy of " + best.name() + " may lie anywhere in "
                        + Share.interval(accuracy) + ".")
                : Optional.empty();
    }

    private static String origin(Run run) {
        return run.origin().isImported()
                ? "How the predictions were made is not known here. If a model was trained on a photo that it judges,"
                        + " or on another photo of the same child, these results are too good."
                : "This is cross-validation within one cohort, not a prospective test.";
    }

    private static String who(Run run, BestModel best, String rarest) {
        long subjects = best.scores().support(rarest);
        boolean alike = run.classes().stream().allMatch(name -> best.scores().support(name) == subjects);
        return alike
                ? "Each class has only " + Children.counted(subjects) + "."
                : "Only " + Numbers.count(subjects) + " of "
                        + Children.counted(best.scores().n()) + " belong to "
                        + run.names().of(rarest) + ", the rarest class.";
    }

    private static Optional<String> rarest(Run run, BestModel best) {
        return run.classes().stream()
                .filter(name -> best.scores().support(name) > 0)
                .min(Comparator.comparingLong(best.scores()::support))
                .map(name -> {
                    EstimateText recall = best.scores().ofClass(name, ClassMetric.RECALL);
                    return who(run, best, name) + " The recall for "
                            + run.names().of(name) + " is " + Share.of(recall)
                            + ". So few children can only give a wide interval.";
                });
    }
}
