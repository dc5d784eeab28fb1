package org.facies.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cohort.NamedClass;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.decision.Decision;
import org.facies.decision.IntendedPurpose;
import org.facies.decision.SetRule;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/**
 * The model card of a bundle, {@value #FILE}, with the front matter that model hubs read. It describes the content of
 * {@code bundle.json} for people.
 */
final class CardText {
    static final String FILE = "README.md";

    private static final List<Metric> SHOWN = List.of(
            Metric.ACCURACY,
            Metric.BALANCED_ACCURACY,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS,
            Metric.AUC_OVR_MACRO,
            Metric.LOG_LOSS);

    private final BundleFile bundle;
    private final List<String> lines = new ArrayList<>();

    /** @param bundle complete except for its hashes */
    CardText(BundleFile bundle) {
        this.bundle = bundle;
    }

    /** The page. */
    String text() {
        frontMatter();
        heading("# " + bundle.name());
        add("**" + IntendedPurpose.BANNER + "**");
        if (bundle.cohort().isSynthetic()) {
            add("**This model was trained on synthetic faces, not on children, and says nothing about real"
                    + " children.**");
        }
        lines.add(bundle.intendedPurpose());
        heading("## Not for");
        IntendedPurpose.MISUSE.forEach(use -> lines.add("- " + use));
        classes();
        cohort();
        performance();
        decision();
        limits();
        weights();
        use();
        return String.join("\n", lines) + "\n";
    }

    private void heading(String title) {
        lines.add("");
        lines.add(title);
        lines.add("");
    }

    /** A paragraph. */
    private void add(String paragraph) {
        lines.add(paragraph);
        lines.add("");
    }

    private void frontMatter() {
        lines.add("---");
        lines.add("license: other");
        lines.add("license_name: see-below");
        lines.add("library_name: onnx");
        lines.add("pipeline_tag: image-classification");
        lines.add("tags: [facies, face, rare-disease, research-only, not-a-medical-device]");
        lines.add("model-index:");
        lines.add("- name: " + quoted(bundle.name()));
        lines.add("  results:");
        lines.add("  - task: {type: image-classification}");
        lines.add("    dataset: {type: private, name: "
                + quoted(
                        bundle.cohort().isSynthetic()
                                ? "synthetic faces, cross-validation"
                                : "children of the study, cross-validation")
                + "}");
        lines.add("    metrics:");
        bundle.performance().figures().forEach((name, estimate) -> {
            if (estimate.isDefined()) {
                lines.add("    - {type: " + name + ", value: " + number(estimate.value()) + "}");
            }
        });
        lines.add("---");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void classes() {
        heading("## Classes");
        lines.add("| label | name | codes | children in the training set |");
        lines.add("|---|---|---|---|");
        for (NamedClass named : bundle.classes()) {
            lines.add("| %s | %s | %s | %d |"
                    .formatted(
                            cell(named.label()),
                            cell(named.name()),
                            codes(named),
                            bundle.decision().subjects().get(named.label())));
        }
    }

    private static String codes(NamedClass named) {
        return Stream.of(
                        named.omim().map(code -> "OMIM " + code),
                        named.orpha().map(code -> "ORPHA:" + code),
                        named.mondo())
                .flatMap(Optional::stream)
                .map(CardText::cell)
                .collect(Collectors.joining(", "));
    }

    /** Escapes text for a table cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ");
    }

    private void cohort() {
        BundleFile.CohortCard cohort = bundle.cohort();
        heading("## Training cohort");
        add("%d children with %d photos. Groups of fewer than %d children are not listed."
                .formatted(cohort.subjects(), cohort.photos(), cohort.fewest()));
        if (!cohort.groups().isEmpty()) {
            lines.add("| column | children |");
            lines.add("|---|---|");
            cohort.groups()
                    .forEach((column, groups) -> lines.add("| " + cell(column) + " | "
                            + groups.entrySet().stream()
                                    .map(group -> cell(group.getKey()) + " " + group.getValue())
                                    .collect(Collectors.joining(", "))
                            + " |"));
        }
    }

    private void performance() {
        heading("## Results");
        add("Cross-validation on " + bundle.performance().children()
                + " children of the study: each child was predicted by networks that had not seen it.");
        lines.add("| metric | value | 95 % interval |");
        lines.add("|---|---|---|");
        for (Metric metric : SHOWN) {
            Optional.ofNullable(bundle.performance().figures().get(metric.key()))
                    .ifPresent(estimate -> row(metric.label(), estimate));
        }
        bundle.performance().recall().forEach((name, recall) -> row("recall of " + name, recall));
        bundle.performance()
                .subgroups()
                .forEach((column, groups) ->
                        groups.forEach((group, accuracy) -> row("accuracy, " + column + " " + group, accuracy)));
    }

    private void row(String name, Estimate estimate) {
        if (estimate != null && estimate.isDefined()) {
            lines.add("| " + cell(name) + " | " + number(estimate.value()) + " | " + interval(estimate) + " |");
        }
    }

    private static String interval(Estimate estimate) {
        return Double.isNaN(estimate.interval().low())
                ? ""
                : number(estimate.interval().low()) + " to "
                        + number(estimate.interval().high());
    }

    private void decision() {
        Decision decision = bundle.decision();
        heading("## Decision rules");
        add("The probabilities of a child's photos are averaged, then calibrated (method "
                + decision.calibration().method().name().toLowerCase(Locale.ROOT)
                + "). They assume the class frequencies of the training cohort. Where a syndrome is rarer, its true"
                + " probability is lower than stated.");
        decision.sets().stream()
                .filter(rule -> rule.conformity() == Conformity.LAC && rule.assurance() == Assurance.AVERAGE)
                .forEach(rule -> lines.add(set(rule)));
        lines.add("- `bundle.json` also contains other kinds of prediction sets: adaptive sets, and sets that"
                + " reach their coverage for nine of ten cohorts instead of on average.");
        lines.add(("- Abstention: it does not answer below a probability of %s. In cross-validation it answered for %s"
                        + " of the children, and %s of these answers were correct.")
                .formatted(
                        number(decision.abstention().confidence()),
                        percent(decision.abstention().answered().value()),
                        percent(decision.abstention().accuracy().value())));
        decision.screening()
                .forEach(rule ->
                        lines.add("- Any syndrome, from a probability of %s: sensitivity %s (%s), specificity %s (%s)."
                                .formatted(
                                        number(rule.threshold()),
                                        percent(rule.sensitivity().value()),
                                        interval(rule.sensitivity()),
                                        percent(rule.specificity().value()),
                                        interval(rule.specificity()))));
        decision.unknownFaces()
                .ifPresent(rule -> lines.add(
                        ("- Unknown (out-of-distribution) faces are refused. In cross-validation %s of the study's"
                                        + " children were refused (%s).")
                                .formatted(percent(rule.refused().value()), interval(rule.refused()))));
        decision.ages()
                .ifPresent(range -> lines.add("- Ages from %d to %d months; for other ages it adds a warning."
                        .formatted(range.fromMonths(), range.toMonths())));
    }

    private static String set(SetRule rule) {
        return ("- A %d %% prediction set should contain the diagnosis of %d in 100 children. In cross-validation it"
                        + " contained that of %s (%s); the mean size was %s classes.")
                .formatted(
                        rule.levelPercent(),
                        rule.levelPercent(),
                        percent(rule.coverage().value()),
                        interval(rule.coverage()),
                        number(rule.meanSize().value()));
    }

    private void limits() {
        heading("## Limits");
        bundle.limits().forEach(limit -> lines.add("- " + limit));
        bundle.membership().ifPresent(found -> lines.add("- " + membership(found)));
        lines.add("- The bundle contains no photo, no name of a subject or a file, and no embedding of a child.");
    }

    private static String membership(BundleFile.Membership found) {
        return "Membership inference: with the bundle and a child's photo, one can try to find out whether the"
                + " child was in"
                + " the training set. The area under the ROC curve of this attack is "
                + number(found.byConfidence().value()) + " (" + interval(found.byConfidence()) + ") by confidence"
                + found.byDistance()
                        .map(distance ->
                                " and " + number(distance.value()) + " (" + interval(distance) + ") by distance")
                        .orElse("")
                + "; 0.5 is guessing.";
    }

    private void weights() {
        heading("## Licences and sources");
        lines.add("| weights | use | licence | source |");
        lines.add("|---|---|---|---|");
        bundle.weights()
                .forEach(own -> lines.add("| %s | %s | %s | %s |"
                        .formatted(
                                cell(own.model()),
                                cell(own.role()),
                                cell(own.licence()),
                                cell(own.origin()
                                        + own.caution().map(why -> " " + why).orElse("")))));
    }

    private void use() {
        heading("## Use");
        lines.add("```sh");
        lines.add("facies bundle verify " + bundle.name() + ".facies");
        lines.add("facies predict photo.jpg --bundle " + bundle.name() + ".facies");
        lines.add("```");
        lines.add("");
        add("`bundle.json` contains all of the above in machine-readable form. Made with Facies "
                + bundle.provenance().facies() + " on " + bundle.created() + ".");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
