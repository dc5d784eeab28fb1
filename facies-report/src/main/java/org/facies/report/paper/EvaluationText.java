package org.facies.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facies.metric.ClassEvaluation;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/** How models were evaluated and compared, as sentences for a paper's methods. */
final class EvaluationText {
    private final Run run;

    EvaluationText(Run run) {
        this.run = run;
    }

    String predictions() {
        String photos = run.origin().isImported()
                ? ""
                : "The probabilities of a photo were the mean of those for its crop and for the mirrored crop. ";
        return photos
                + "The probabilities of a child were the mean over the photos of that child, and the answer was the"
                + " most probable class.";
    }

    String measures() {
        return "Accuracy, balanced accuracy, macro-averaged precision, recall and F1, Cohen’s kappa, the Matthews"
                + " correlation coefficient, one-versus-rest areas under the ROC curve, log loss, Brier score and"
                + " calibration error were computed over children"
                + (run.isStudy() ? " from the pooled out-of-fold predictions" : "")
                + ". Always answering with the majority class served as the baseline." + comparisons() + headline();
    }

    private String comparisons() {
        long pairs = run.metrics().tests().mcnemar().stream()
                .filter(test -> test.level() == Level.SUBJECT)
                .count();
        if (pairs == 0) {
            return "";
        }
        boolean joint = run.metrics().tests().cochranQ().stream().anyMatch(test -> test.level() == Level.SUBJECT);
        return " Models were compared on the same children with McNemar’s exact test"
                + (pairs > 1 ? ", with Holm’s correction for " + Phrases.counted(pairs, "comparison") : "")
                + (joint ? ". All models together were compared with Cochran’s Q test." : ".");
    }

    private String headline() {
        return run.models().size() < 2
                ? ""
                : " The model that is reported first was selected by "
                        + run.choice().metric().metric().label() + ", "
                        + (run.choice().isDeclared()
                                ? "the metric declared in the study file."
                                : "because no study file declares a metric.");
    }

    /** The method of each metric's interval, as recorded in the run. */
    String uncertainty() {
        List<String> kinds = new ArrayList<>();
        byMethod().forEach((method, metrics) -> {
            if (!method.equals(Estimate.NONE)) {
                kinds.add(words(method) + " for " + Phrases.list(metrics));
            }
        });
        return (kinds.isEmpty() ? "" : "The 95\u00a0% intervals are " + String.join("; ", kinds) + ".")
                + (run.isStudy()
                        ? " The intervals for retraining on a new cohort of the same size are centred on the mean of"
                                + " the folds and use the corrected resampled t of Nadeau and Bengio (2003)."
                        : "");
    }

    private Map<String, List<String>> byMethod() {
        Map<String, List<String>> byMethod = new LinkedHashMap<>();
        run.headlineModel().or(() -> run.models().stream().findFirst()).ifPresent(model -> {
            LevelEvaluation scores = run.model(model).at(Level.SUBJECT);
            for (Metric metric : Metric.values()) {
                byMethod.computeIfAbsent(scores.get(metric).method(), method -> new ArrayList<>())
                        .add(words(metric));
            }
            scores.perClass().values().stream()
                    .findFirst()
                    .ifPresent(one -> byMethod(one)
                            .forEach((method, metrics) -> byMethod.computeIfAbsent(method, m -> new ArrayList<>())
                                    .add("the " + Phrases.list(metrics) + " of each class")));
        });
        return byMethod;
    }

    private static Map<String, List<String>> byMethod(ClassEvaluation one) {
        Map<String, List<String>> byMethod = new LinkedHashMap<>();
        for (ClassMetric metric : ClassMetric.values()) {
            byMethod.computeIfAbsent(one.get(metric).method(), method -> new ArrayList<>())
                    .add(words(metric));
        }
        return byMethod;
    }

    private static String words(Metric metric) {
        return switch (metric) {
            case AUC_OVR_MACRO -> "macro AUC (one versus rest)";
            case AUC_OVR_MACRO_WITHIN_FOLDS -> "macro AUC within folds (one versus rest)";
            default -> metric.label();
        };
    }

    private static String words(ClassMetric metric) {
        return switch (metric) {
            case F1, AUC -> metric.name();
            case AUC_OVR_WITHIN_FOLDS -> "AUC within folds";
            default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String words(String method) {
        String resamples = Numbers.count(run.metrics().intervals().bootstrapResamples())
                + " bootstrap resamples of children, drawn with all their photos within each class (seed "
                + run.metrics().intervals().seed() + ")";
        return switch (method) {
            case Estimate.WILSON -> "Wilson intervals";
            case Estimate.BCA -> "BCa intervals from " + resamples;
            case Estimate.BOOTSTRAP -> "percentile intervals from " + resamples;
            case Estimate.MIRRORED -> "basic bootstrap intervals from the same resamples";
            case Estimate.JACKKNIFE ->
                "jackknife intervals on the log-odds scale (leaving out one child at a time within its class,"
                        + " Satterthwaite’s degrees of freedom)";
            case "delong" -> "DeLong intervals";
            default -> "intervals by the method " + method;
        };
    }
}
