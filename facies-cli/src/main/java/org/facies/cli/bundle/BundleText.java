package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facies.bundle.BundleFile;
import org.facies.decision.IntendedPurpose;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/** A description of a bundle in a few lines, for a terminal. */
final class BundleText {

    private static final int SHOWN_LEVEL = 90;

    private BundleText() {}

    static void print(BundleFile bundle, PrintWriter out) {
        out.println(bundle.name() + ": " + IntendedPurpose.BANNER);
        if (bundle.cohort().isSynthetic()) {
            line(out, "synthetic", "trained on synthetic faces; its answers say nothing about real children");
        }
        line(
                out,
                "classes",
                bundle.decision().subjects().entrySet().stream()
                        .map(one -> one.getKey() + " (" + one.getValue() + " children)")
                        .collect(Collectors.joining(", ")));
        line(
                out,
                "networks",
                bundle.classifiers().stream()
                        .map(graph -> graph.members() + " of " + graph.model() + " on " + graph.geometry() + " crops")
                        .collect(Collectors.joining(", ")));
        figure(out, bundle, Metric.ACCURACY);
        figure(out, bundle, Metric.BALANCED_ACCURACY);
        figure(
                out,
                bundle,
                bundle.performance().figures().containsKey(Metric.AUC_OVR_MACRO_WITHIN_FOLDS.key())
                        ? Metric.AUC_OVR_MACRO_WITHIN_FOLDS
                        : Metric.AUC_OVR_MACRO);
        bundle.decision().sets().stream()
                .filter(rule -> rule.levelPercent() == SHOWN_LEVEL)
                .findFirst()
                .ifPresent(rule -> line(
                        out,
                        "sets",
                        "at %d %% coverage, contained the diagnosis of %s of the children; %.2f classes on average"
                                .formatted(
                                        rule.levelPercent(),
                                        estimate(rule.coverage()),
                                        rule.meanSize().value())));
        line(
                out,
                "made",
                bundle.created() + " with Facies " + bundle.provenance().facies());
        line(out, "digest", bundle.digest());
    }

    private static void figure(PrintWriter out, BundleFile bundle, Metric metric) {
        Estimate estimate = bundle.performance().figures().get(metric.key());
        if (estimate != null && estimate.isDefined()) {
            line(out, metric.label(), estimate(estimate) + ", on children that the networks had not seen");
        }
    }

    private static String estimate(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f to %.3f)",
                estimate.value(),
                estimate.interval().low(),
                estimate.interval().high());
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("  %-28s %s%n", name, value);
    }
}
