package org.facies.cli.cohort;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facies.cli.command.ExitCode;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Bounds;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.cohort.CohortCheck;
import org.facies.cohort.CohortSummary;
import org.facies.cohort.Finding;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.file.JsonFile;
import org.facies.image.DecodableProbe;
import org.facies.image.ImageLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a manifest and its photos, and counts children and photos. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a manifest and its photos, and reports all problems together.",
            "",
            "The manifest is a CSV file in UTF-8 with the columns photo (path relative to the manifest), subject (the"
                    + " child) and diagnosis; a child has one diagnosis. Optional columns with a meaning are"
                    + " age_months, sex,"
                    + " ancestry, site, date, consent and pulmonary_stenosis (yes or no). Other columns are kept; a"
                    + " study can use them as subgroups.",
            "",
            "Ages are read only from age_months, in months. The command warns of ages that look like years or days,"
                    + " and of ages in another column. A cohort with warnings can be used;"
                    + " docs/reference/manifest.md says what happens to the rows concerned."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies cohort check photos/manifest.csv --folds 5")
final class CohortCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest, for example photos/manifest.csv")
    private Path manifest;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "5",
            description = "require this many children in every class, one for each fold (default: 5)")
    @Bounds(least = 2, most = 1000, remedy = "Give 5, the usual number.")
    private int folds;

    @Option(
            names = "--classes",
            paramLabel = "CLASS",
            split = ",",
            description = "allow only these diagnoses, separated by commas (default: any)")
    private List<String> classes = List.of();

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Override
    public Integer call() {
        ManifestRules rules = ManifestRules.standard(
                        new DecodableProbe(ImageLimits.DEFAULT),
                        Runtime.getRuntime().availableProcessors())
                .withFolds(folds)
                .withAllowedClasses(Set.copyOf(classes));
        CohortCheck check = ManifestReader.read(manifest, rules);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonFile.text(asData(check)));
        } else {
            check.cohort()
                    .map(CohortSummary::of)
                    .ifPresent(summary -> print(summary, check.warnings().size(), out));
            print(check, spec.commandLine().getErr());
            check.cohort()
                    .ifPresent(sound ->
                            out.println(NextStep.line("cohort align", manifest, "--out", NextStep.free("faces"))));
        }
        return check.cohort().isPresent() ? 0 : ExitCode.BAD_INPUT;
    }

    private static Map<String, Object> asData(CohortCheck check) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ok", check.cohort().isPresent());
        data.put("findings", check.findings());
        check.cohort().map(CohortSummary::of).ifPresent(summary -> data.put("summary", summary));
        return data;
    }

    private static void print(CohortCheck check, PrintWriter err) {
        for (Finding finding : check.findings()) {
            err.println((finding.isError() ? "error    " : "warning  ")
                    + finding.problem().sentence());
        }
        int errors = check.errors().size();
        if (errors > 0) {
            err.println(counted(errors, "error") + andWarnings(check.warnings().size()) + ".");
        }
    }

    /** The warnings as the end of a sentence. */
    private static String andWarnings(int warnings) {
        return warnings == 0 ? "" : ", " + counted(warnings, "warning");
    }

    private static String counted(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private void print(CohortSummary summary, int warnings, PrintWriter out) {
        out.println("The cohort is in order: " + counted(summary.photos(), "photo") + " of "
                + (summary.subjects() == 1 ? "1 child" : summary.subjects() + " children") + andWarnings(warnings)
                + ".");
        out.println();
        TextTable table = new TextTable("class", "children", "photos", "photos per child");
        summary.classes().forEach(count -> table.row(countRow(count)));
        int columns = TerminalWidth.of(spec);
        out.println(table.row("all", summary.subjects(), summary.photos(), ratio(summary.photos(), summary.subjects()))
                .within(columns));
        summary.subgroups().forEach((attribute, groups) -> {
            out.println();
            out.println(subgroups(attribute, groups).within(columns));
        });
    }

    private static List<String> countRow(CohortSummary.Count count) {
        return List.of(
                count.name(),
                String.valueOf(count.subjects()),
                String.valueOf(count.photos()),
                ratio(count.photos(), count.subjects()));
    }

    private static TextTable subgroups(String attribute, List<CohortSummary.Count> groups) {
        List<String> header = new ArrayList<>(List.of(attribute, "children"));
        header.addAll(groups.get(0).subjectsByClass().keySet());
        TextTable table = new TextTable(header);
        for (CohortSummary.Count group : groups) {
            List<String> row = new ArrayList<>(List.of(group.name(), String.valueOf(group.subjects())));
            group.subjectsByClass().values().forEach(subjects -> row.add(String.valueOf(subjects)));
            table.row(row);
        }
        return table;
    }

    private static String ratio(int photos, int subjects) {
        return String.format(Locale.ROOT, "%.2f", (double) photos / subjects);
    }
}
