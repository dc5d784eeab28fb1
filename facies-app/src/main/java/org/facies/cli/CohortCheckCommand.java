package org.facies.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facies.cohort.CohortCheck;
import org.facies.cohort.CohortSummary;
import org.facies.cohort.Finding;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.file.JsonFile;
import org.facies.image.ImageLimits;
import org.facies.study.DecodableProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates a manifest and its photos, and counts what is there. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a manifest and its photos; every problem is listed in one run.",
            "",
            "The manifest is a CSV file in UTF-8 with the columns photo (path relative to the manifest), subject and"
                    + " diagnosis. Known optional columns: age_months, sex, ancestry, site, date, consent. Any other column"
                    + " is kept and can be named as a subgroup. One diagnosis per subject."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies cohort check photos/manifest.csv --folds 5")
final class CohortCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest, for example photos/manifest.csv")
    private Path manifest;

    @Option(names = "--folds", defaultValue = "5", description = "every class needs this many subjects (default: 5)")
    @Bounds(least = 2, most = 1000, remedy = "Give 5, the usual number.")
    private int folds;

    @Option(
            names = "--classes",
            split = ",",
            description = "the only diagnoses that may occur, separated by commas (default: any)")
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
            check.cohort().map(CohortSummary::of).ifPresent(summary -> print(summary, out));
            print(check.findings(), spec.commandLine().getErr());
        }
        return check.cohort().isPresent() ? 0 : Main.BAD_INPUT;
    }

    private static Map<String, Object> asData(CohortCheck check) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ok", check.cohort().isPresent());
        data.put("findings", check.findings());
        check.cohort().map(CohortSummary::of).ifPresent(summary -> data.put("summary", summary));
        return data;
    }

    private static void print(List<Finding> findings, PrintWriter err) {
        for (Finding finding : findings) {
            err.println((finding.isError() ? "error    " : "warning  ")
                    + finding.problem().sentence());
        }
        long errors = findings.stream().filter(Finding::isError).count();
        if (errors > 0) {
            err.println(errors == 1 ? "1 error." : errors + " errors.");
        }
    }

    private static void print(CohortSummary summary, PrintWriter out) {
        TextTable table = new TextTable("class", "subjects", "photos", "photos a subject");
        summary.classes().forEach(count -> table.row(countRow(count)));
        out.println(
                table.row("all", summary.subjects(), summary.photos(), ratio(summary.photos(), summary.subjects())));
        summary.subgroups().forEach((attribute, groups) -> {
            out.println();
            out.println(subgroups(attribute, groups));
        });
        out.println();
        out.println("The cohort is in order.");
    }

    private static List<String> countRow(CohortSummary.Count count) {
        return List.of(
                count.name(),
                String.valueOf(count.subjects()),
                String.valueOf(count.photos()),
                ratio(count.photos(), count.subjects()));
    }

    private static TextTable subgroups(String attribute, List<CohortSummary.Count> groups) {
        List<String> header = new ArrayList<>(List.of(attribute, "subjects"));
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
