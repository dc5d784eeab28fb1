package org.facies.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facies.cli.command.ExitCode;
import org.facies.cli.command.NextStep;
import org.facies.cli.command.SystemTime;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.doctor.Doctor;
import org.facies.doctor.Finding;
import org.facies.file.JsonFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks what works on this machine. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks whether a study can run on this machine.",
            "",
            "It checks Java, memory, the libraries that train and"
                    + " run networks, graphics cards, npm, the installed models, and how fast it computes.",
            "",
            "Each line is ok, a note (a study still runs) or a problem, and says what to do. The exit code is 0 if a"
                    + " study can run here, otherwise 2. The command fetches and changes nothing."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        Doctor doctor =
                new Doctor(machine.zoo(new ConsoleProgress()), machine.threads(), System.getenv(), SystemTime.CLOCK);
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = json
                ? doctor.findings().toList()
                : doctor.findings().peek(finding -> print(finding, out)).toList();
        if (json) {
            out.print(JsonFile.text(findings));
            out.flush();
        }
        boolean ready = findings.stream().noneMatch(finding -> finding.state() == Finding.State.PROBLEM);
        if (!json) {
            out.println();
            out.println(
                    ready ? "A study can run on this machine." : "A study cannot run yet: solve the problems above.");
        }
        if (ready && !json) {
            out.println(NextStep.line("demo"));
        }
        return ready ? 0 : ExitCode.BAD_INPUT;
    }

    private static void print(Finding finding, PrintWriter out) {
        String state = finding.state().name().toLowerCase(Locale.ROOT);
        out.printf("%-8s %-18s %s%n", state, finding.topic(), finding.text());
        if (!finding.advice().isEmpty()) {
            out.printf("%-8s %-18s %s%n", "", "", finding.advice());
        }
        out.flush();
    }
}
