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
 * {@value #FILE} of a bundle: its card, with the front matter that model hubs read. It says what {@code bundle.json}
 * says, in the words of a person.
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

    /** @param bundle complete but for its hashes */
    CardText(BundleFile bundle) {
        this.bundle = bundle;
    }

    /** The page. */
    String text() {
        frontMatter();
        heading("# " + bundle.name());
        add("**" + IntendedPurpose.BANNER + "**");
        if (bundle.cohort().isSynthetic()) {
            add("**It learnt from synthetic faces: no child is in its data, and it knows nothing about children.**");
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
                                ? "synthetic faces, out of fold"
                                : "the study's own children, out of fold")
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
        heading("## What it tells apart");
        lines.add("| label | name | codes | children learnt from |");
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

    /** Text that stays in its cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ");
    }

    private void cohort() {
        BundleFile.CohortCard cohort = bundle.cohort();
        heading("## Whom it learnt from");
        add("%d children with %d photos. Groups of fewer than %d children are not named."
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
        heading("## How well it did");
        add("On " + bundle.performance().children()
                + " children of the study, each judged by networks that had not seen that child; with 95 % intervals.");
        lines.add("| figure | value | 95 % interval |");
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
        heading("## How it answers");
        add("The probabilities of a child's photos are averaged, then calibrated (method "
                + decision.calibration().method().name().toLowerCase(Locale.ROOT)
                + "). They refer to the mix of children above: where a syndrome is rarer than among them, it is less"
                + " probable than they say.");
        decision.sets().stream()
                .filter(rule -> rule.conformity() == Conformity.LAC && rule.assurance() == Assurance.AVERAGE)
                .forEach(rule -> lines.add(set(rule)));
        lines.add("- `bundle.json` has other kinds of sets: adaptive ones, and some that hold their level for nine of"
                + " ten cohorts instead of on average.");
        lines.add("- It gives no answer below a probability of %s: it answered %s of the children, %s of them rightly."
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
                        "- Faces unlike all that it learnt from are refused: %s of the study's own children were (%s)."
                                .formatted(percent(rule.refused().value()), interval(rule.refused()))));
        decision.ages()
                .ifPresent(range -> lines.add("- Ages from %d to %d months; outside, it says so."
                        .formatted(range.fromMonths(), range.toMonths())));
    }

    private static String set(SetRule rule) {
        return ("- A prediction set of %d %% is made to hold the diagnosis of %d in 100 children. Out of fold it held"
                        + " that of %s (%s), and named %s classes on average.")
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
        lines.add("- The bundle holds no photo, no name of a subject or a file, and no embedding of a child.");
    }

    private static String membership(BundleFile.Membership found) {
        return "Whether a network learnt from a child can be told from its answers with an area under the ROC curve of "
                + number(found.byConfidence().value()) + " (" + interval(found.byConfidence()) + ") by confidence"
                + found.byDistance()
                        .map(distance ->
                                " and " + number(distance.value()) + " (" + interval(distance) + ") by distance")
                        .orElse("")
                + "; 0.5 would be a guess. Whoever has the bundle and a child's photo can try this.";
    }

    private void weights() {
        heading("## Licences and origins");
        lines.add("| weights | what for | licence | origin |");
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
        heading("## How to use it");
        lines.add("```sh");
        lines.add("facies bundle verify " + bundle.name() + ".facies");
        lines.add("facies predict photo.jpg --bundle " + bundle.name() + ".facies");
        lines.add("```");
        lines.add("");
        add("`bundle.json` holds everything above for programs. Made with Facies "
                + bundle.provenance().facies() + " on " + bundle.created() + ".");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
