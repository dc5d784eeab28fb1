package org.facies.cli.cohort;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.audit.CohortAudit;
import org.facies.audit.TraceReader;
import org.facies.audit.TraceStore;
import org.facies.cli.command.ExitCode;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.SyntheticMark;
import org.facies.embed.Embedder;
import org.facies.file.JsonFile;
import org.facies.model.InstalledModel;
import org.facies.progress.Progress;
import org.facies.report.HtmlPages;
import org.facies.report.text.Stamp;
import org.facies.result.AuditReport;
import org.facies.study.CheckedCohort;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for data leakage and confounding in a cohort. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for data leakage and confounding, which make the results of a study too good.",
            "",
            "Data leakage: the same photo twice; the same picture resized, recompressed, cropped or flipped; one"
                    + " person under two subject ids; and how much folds by photo would raise the accuracy.",
            "Confounding (shortcut learning): whether the diagnosis can be predicted without the face, from site,"
                    + " background, border, image size, JPEG tables or sharpness.",
            "",
            "Writes into the output folder:",
            "  audit.json   all results, with the ids of the photos and subjects concerned",
            "  audit.html   the findings as a page, without ids",
            "",
            "Findings are not errors: without --strict, the exit code is 0."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies cohort audit photos/manifest.csv --out audit")
final class CohortAuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest")
    private Path manifest;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "write into this folder")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = "mobilefacenet-512",
            description = "compare faces with this backbone (default: ${DEFAULT-VALUE})")
    private String backbone;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "use this seed for folds, resamples and permutations (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--strict", description = "end with exit code 2 if there is an alarm")
    private boolean strict;

    @Option(names = "--json", description = "print audit.json instead of sentences")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = machine.workspace(new ConsoleProgress());
        ManifestRules rules = workspace.manifestRules().withFolds(2);
        CheckedCohort checked = CheckedCohort.read(manifest, rules, workspace.progress()::say);
        AuditReport report = audit(checked.cohort(), workspace)
                .withWarnings(checked.warnings().sentences());
        AuditReport.FILE.write(out.resolve("audit.json"), report);
        Path page = new HtmlPages().audit(report, Stamp.of(SyntheticMark.isBeside(manifest)), out);
        boolean refused = strict && report.alarms() > 0;
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            terminal.print(JsonFile.text(AuditReport.FILE.tree(report)));
            terminal.flush();
        } else {
            report.findings()
                    .forEach(finding ->
                            terminal.println(word(finding.level()) + finding.check() + ": " + finding.sentence()));
            terminal.println();
            terminal.println("Findings: " + page);
            if (!refused) {
                terminal.println(NextStep.line("study init", NextStep.free("study.yaml"), "--cohort", manifest));
            }
        }
        return refused ? ExitCode.BAD_INPUT : 0;
    }

    private AuditReport audit(Cohort cohort, Workspace workspace) throws InterruptedException {
        InstalledModel model = FaceNetworks.with(workspace.zoo(), backbone);
        try (FacePipeline faces = workspace.faces(FacePolicy.DEFAULT);
                Embedder embedder = Embedder.open(model, workspace.threads());
                Progress.Bar bar =
                        workspace.progress().start("Audit", cohort.photos().size())) {
            TraceStore store = TraceStore.of(workspace.cropCache(), model);
            return new CohortAudit(new TraceReader(faces, embedder, store), model, seed).run(cohort, bar);
        }
    }

    private static String word(AuditReport.Finding.Level level) {
        return String.format(Locale.ROOT, "%-15s", level.words());
    }
}
