package org.facies.cli.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.metric.Estimate;
import org.facies.model.InstalledModel;
import org.facies.power.CohortEmbedder;
import org.facies.power.EmbeddedCohort;
import org.facies.power.PowerCurve;
import org.facies.power.PowerFiles;
import org.facies.power.PowerSettings;
import org.facies.power.PowerStudy;
import org.facies.power.PowerTable;
import org.facies.report.text.Numbers;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.run.RunLog;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.facies.study.CheckedCohort;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates how many children of the rare class are needed. */
@Command(
        name = "power",
        mixinStandardHelpOptions = true,
        description = {
            "Estimates how many children of the rare class you need, before you collect them.",
            "",
            "The command draws cohorts of growing size from yours, subject by subject, several times for each size."
                    + " It evaluates each draw out of fold: macro F1, balanced accuracy and the recall of each"
                    + " class. For sizes beyond your cohort it fits a learning curve (inverse power law) and marks"
                    + " its values as extrapolated.",
            "",
            "To take minutes instead of days, it keeps a pretrained network frozen and fits only a linear"
                    + " discriminant on its embeddings. The curve is therefore that of the frozen network;"
                    + " fine-tuning may need fewer children.",
            "",
            "With --synthetic you can plan before you have photos: the cohorts are synthetic, with effect sizes that"
                    + " you assume. Only real children show how many real children are needed.",
            "",
            "Results are power.csv and power.html in the folder of --out. After an interruption, run the same"
                    + " command again to resume."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies study power --cohort photos/manifest.csv --out runs/power",
            "  facies study power --cohort photos/manifest.csv --out runs/power --class alagille --grow rare --recall"
                    + " 0.9",
            "  facies study power --synthetic --effect 0.5,1,2 --out runs/plan"
        })
final class StudyPowerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PowerSources sources;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "write the results into this folder")
    @Output(Output.Kind.FOLDER)
    private Path out = Path.of("");

    @Mixin
    private PowerOptions options;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    private final List<String> warnings = new ArrayList<>();

    @Override
    public Integer call() {
        sources.check(spec.commandLine());
        PowerSettings settings = options.settings();
        ConsoleProgress progress = new ConsoleProgress();
        Workspace workspace = machine.workspace(progress);
        InstalledModel model = FaceNetworks.with(workspace.zoo(), options.model());
        model.card().backbone();
        PowerFiles files = new PowerFiles(out);
        RunDirectory run = new RunDirectory(out);
        RunLog log = new RunLog(run, workspace.clock());
        List<PowerCurve> curves = RunLock.holding(run, () -> {
            log.start(RunLog.Start.of(files.draws()), setup(settings, workspace));
            List<PowerCurve> found = curves(settings, workspace, model, files, log);
            log.during(
                    RunLog.Stage.REPORT, () -> files.write(settings, sources.cohortOrigin(), options.model(), found));
            return found;
        });
        print(curves, files);
        return 0;
    }

    private static RunLog.Setup setup(PowerSettings settings, Workspace workspace) {
        String hash = Sha256.of(settings.toString());
        return new RunLog.Setup(workspace.version(), hash, settings.seed(), workspace.threads(), "cpu");
    }

    private List<PowerCurve> curves(
            PowerSettings settings, Workspace workspace, InstalledModel model, PowerFiles files, RunLog log) {
        try (FacePipeline faces = workspace.faces(FacePolicy.DEFAULT)) {
            CohortEmbedder embedder = new CohortEmbedder(
                    Stream.concat(FaceNetworks.of(workspace.zoo()).stream(), Stream.of(model))
                            .toList(),
                    faces,
                    workspace.embeddingCache(),
                    workspace.threads(),
                    workspace.progress());
            PowerStudy study = new PowerStudy(settings, files.draws(), workspace.threads(), workspace.progress());
            List<PowerCurve> curves = new ArrayList<>();
            for (PowerSources.Source source :
                    sources.sources(files.synthetic(), settings.seed(), workspace.threads(), workspace.progress())) {
                RunLog.Span embedding = log.begin(RunLog.Stage.EMBEDDING);
                EmbeddedCohort cohort = embedder.embed(cohort(source, workspace));
                embedding.done();
                RunLog.Span draws = log.begin(RunLog.Stage.DRAWS);
                curves.add(study.curve(source.label(), cohort));
                draws.done();
            }
            return curves;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Cohort cohort(PowerSources.Source source, Workspace workspace) {
        ManifestRules rules = workspace.manifestRules();
        CheckedCohort checked =
                CheckedCohort.read(source.manifest(), rules.withFolds(options.folds()), workspace.progress()::say);
        checked.warnings().sentences().forEach(sentence -> warnings.add(source.label() + ": " + sentence));
        return checked.cohort();
    }

    private void print(List<PowerCurve> curves, PowerFiles files) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            Printed printed = new Printed(
                    options.model(), "linear discriminant on frozen embeddings", sources.origin(), curves, warnings);
            terminal.print(JsonFile.text(Printed.FORMAT.write(printed)));
            terminal.flush();
            return;
        }
        for (PowerCurve curve : curves) {
            terminal.println(curve.answer().sentence());
            terminal.println();
            terminal.println(curve.label() + ", frozen " + options.model() + " with a linear discriminant:");
            terminal.println(table(curve).within(TerminalWidth.of(spec)));
            terminal.println();
        }
        terminal.println("Cohorts: " + sources.origin() + ".");
        terminal.println("The curve is that of a frozen network, not of fine-tuning. Curves, numbers and limits: "
                + files.page());
        terminal.println(
                NextStep.line("study init", NextStep.free("study.yaml"), "--cohort", sources.first(files.synthetic())));
    }

    /** What {@code --json} prints. */
    private record Printed(
            String model, String classifier, String cohorts, List<PowerCurve> curves, List<String> warnings) {
        static final RecordFormat<Printed> FORMAT = RecordFormat.of(Printed.class, Undefined.AS_NULL);
    }

    private static TextTable table(PowerCurve curve) {
        PowerTable numbers = PowerTable.of(curve);
        TextTable table = new TextTable(numbers.header());
        for (PowerTable.Row row : numbers.rows()) {
            table.row(
                    Stream.concat(Stream.of(row.size()), row.numbers().stream().map(StudyPowerCommand::cell))
                            .toList());
        }
        return table;
    }

    private static String cell(Estimate estimate) {
        String interval = PowerTable.interval(estimate);
        return Numbers.score(estimate.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }
}
