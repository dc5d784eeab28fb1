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
                : "A photo’s probabilities were the mean of those of its crop and of the crop’s mirror image. ";
        return photos + "A subject’s probabilities were the mean of those of its photos, and its answer the most"
                + " probable class.";
    }

    String measures() {
        return "Accuracy, balanced accuracy, macro-averaged precision, recall and F1, Cohen’s kappa, Matthews’"
                + " correlation, one-against-rest areas under the ROC curve, log-loss, Brier score and calibration"
                + " error were computed over"
                + " subjects" + (run.isStudy() ? ", pooled out of fold," : "") + " and compared with always answering"
                + " with the majority class." + comparisons() + headline();
    }

    private String comparisons() {
        long pairs = run.metrics().tests().mcnemar().stream()
                .filter(test -> test.level() == Level.SUBJECT)
                .count();
        if (pairs == 0) {
            return "";
        }
        boolean joint = run.metrics().tests().cochranQ().stream().anyMatch(test -> test.level() == Level.SUBJECT);
        return " Models were compared on the same subjects with McNemar’s exact test"
                + (pairs > 1 ? ", corrected after Holm for " + Phrases.counted(pairs, "comparison") : "")
                + (joint ? ", and together with Cochran’s Q." : ".");
    }

    private String headline() {
        return run.models().size() < 2
                ? ""
                : " The model that stands for the others in the summary was chosen by "
                        + run.choice().metric().metric().label() + ", "
                        + (run.choice().isDeclared()
                                ? "the metric that the study declares."
                                : "as no study declares a metric.");
    }

    /** Which interval each metric has, from what is recorded of it. */
    String uncertainty() {
        List<String> kinds = new ArrayList<>();
        byMethod().forEach((method, metrics) -> {
            if (!method.equals(Estimate.NONE)) {
                kinds.add(words(method) + " for " + Phrases.list(metrics));
            }
        });
        return (kinds.isEmpty() ? "" : "Intervals cover 95\u00a0%: " + String.join("; ", kinds) + ".")
                + (run.isStudy()
                        ? " For retraining on as many other subjects, intervals around the mean of the folds use the"
                                + " corrected resampled t of Nadeau and Bengio (2003)."
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
        return metric == Metric.AUC_OVR_MACRO ? "macro AUC (one against rest)" : metric.label();
    }

    private static String words(ClassMetric metric) {
        return switch (metric) {
            case F1, AUC -> metric.name();
            default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String words(String method) {
        String resamples = Numbers.count(run.metrics().intervals().bootstrapResamples())
                + " bootstrap resamples of whole subjects within each class (seed "
                + run.metrics().intervals().seed() + ")";
        return switch (method) {
            case Estimate.WILSON -> "Wilson’s";
            case Estimate.BCA -> "BCa intervals from " + resamples;
            case Estimate.BOOTSTRAP -> "percentiles of " + resamples;
            case Estimate.JACKKNIFE ->
                "an interval in log odds, with the standard error of leaving out subjects within their class and"
                        + " Satterthwaite’s degrees of freedom,";
            case "delong" -> "DeLong’s";
            default -> "the method " + method;
        };
    }
}
