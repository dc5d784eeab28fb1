package org.facies.cli.readers;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Output;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.file.JsonFile;
import org.facies.file.OutputPlace;
import org.facies.input.BadInput;
import org.facies.reader.PlanQuestion;
import org.facies.reader.ReaderPlan;
import org.facies.report.HtmlPages;
import org.facies.report.power.ReaderPlanText;
import org.facies.schema.Inline;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates how many readers and cases a reader study needs. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Estimates how many readers and cases a reader study needs, before it begins.",
            "",
            "For several numbers of readers, the plan covers three questions: how accurate readers are on average,"
                    + " whether they and a model differ, and whether a model helps them. Readers and cases both"
                    + " count as random samples, as in the report (Obuchowski and Rockette 1995; power after Hillis,"
                    + " Obuchowski and Berbaum 2011).",
            "",
            "Without a pilot study, the differences between readers are published values from radiology, as low,"
                    + " middle and high: best and worst reader 1, 5 or 10 percentage points apart (Obuchowski 2000,"
                    + " AJR 175:603); correlation of a reader's errors with and without a model 0.59, 0.47 or 0.35"
                    + " (Rockette and others 1999, Acad Radiol 6:723); correlation of different readers' errors 0.3,"
                    + " or 0.325 with the same help (Obuchowski 1995, Acad Radiol 2:S22). Readers of faces may"
                    + " differ more, so a pilot study is better.",
            "",
            "With --pilot, the differences come from the answers of a few readers; give the predictions or the run"
                    + " that has the true classes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies readers plan --accuracy 0.6 --out plan.html",
            "  facies readers plan --difference 0.05 --readers 5,10,15,20",
            "  facies readers plan --pilot readers.csv --run runs/first --out plan.html"
        })
final class ReadersPlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--readers",
            split = ",",
            paramLabel = "N",
            defaultValue = "3,4,5,6,8,10,12,15,20",
            description = "plan for these numbers of readers (default: ${DEFAULT-VALUE})")
    @Bounds(least = 2, most = 1000, remedy = "Give numbers of readers such as 5,10,15.")
    private List<Integer> readers;

    @Option(
            names = "--half-width",
            paramLabel = "W",
            defaultValue = "0.1",
            description = "aim at a 95 %% interval of this half-width around the readers' mean, a share (default:"
                    + " ${DEFAULT-VALUE}, 10 percentage points)")
    @Bounds(least = 0.001, most = 0.5, remedy = "Give a share such as 0.1 for 10 points.")
    private double halfWidth;

    @Option(
            names = "--difference",
            paramLabel = "D",
            defaultValue = "0.1",
            description =
                    "aim at detecting this difference, a share (default: ${DEFAULT-VALUE}, 10 percentage" + " points)")
    @Bounds(least = 0.001, most = 0.9, remedy = "Give a share such as 0.1 for 10 points.")
    private double difference;

    @Option(
            names = "--power",
            paramLabel = "P",
            defaultValue = "0.8",
            description = "aim at this probability of detecting it (power, default: ${DEFAULT-VALUE})")
    @Bounds(least = 0.1, most = 0.999, remedy = "Give a share such as 0.8.")
    private double power;

    @Mixin
    private PlanSource source;

    @Option(names = "--out", paramLabel = "FILE", description = "write a page with curves to this HTML file")
    @Output(Output.Kind.FILE)
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "print the plan as JSON")
    private boolean json;

    @Override
    public Integer call() {
        source.check(spec.commandLine());
        out.flatMap(OutputPlace::taken).ifPresent(problem -> {
            throw new BadInput(List.of(problem));
        });
        List<Integer> counts = readers.stream().distinct().sorted().toList();
        ReaderPlan plan = source.plan(new ReaderPlan.Goal(halfWidth, difference, power, counts));
        ReaderPlanText text = new ReaderPlanText(plan, source.words());
        out.ifPresent(file -> new HtmlPages().readerPlan(text.page(), file));
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            Printed printed = new Printed(plan, source.words(), text.caveats());
            terminal.print(JsonFile.text(Printed.FORMAT.write(printed)));
            terminal.flush();
            return 0;
        }
        print(text, terminal);
        return 0;
    }

    private void print(ReaderPlanText text, PrintWriter terminal) {
        text.questions().forEach((question, curves) -> {
            terminal.println(text.question(question));
            terminal.println(table(curves).within(TerminalWidth.of(spec)));
            terminal.println();
        });
        terminal.println("Source: " + text.source() + ".");
        text.caveats().forEach(terminal::println);
        out.ifPresent(file -> terminal.println("Page with curves: " + file));
        terminal.println(NextStep.line(
                "readers init", NextStep.free("readers.yaml"), "--cohort", Path.of("photos", "manifest.csv")));
    }

    private static TextTable table(List<ReaderPlan.Curve> curves) {
        List<String> header = new ArrayList<>(List.of("readers"));
        curves.forEach(curve -> header.add(
                curve.question() == PlanQuestion.MODEL && curve.model().isPresent()
                        ? "cases (against " + curve.model().get() + ")"
                        : "cases, " + curve.source()));
        TextTable table = new TextTable(header);
        for (int i = 0; i < curves.get(0).points().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(curves.get(0).points().get(i).readers()));
            for (ReaderPlan.Curve curve : curves) {
                row.add(ReaderPlanText.cases(curve.points().get(i)));
            }
            table.row(row);
        }
        return table;
    }

    /** What {@code --json} prints. */
    private record Printed(@Inline ReaderPlan plan, String source, List<String> caveats) {
        static final RecordFormat<Printed> FORMAT = RecordFormat.of(Printed.class, Undefined.AS_NULL);
    }
}
