package org.facies.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Locale;
import org.facies.autograd.ComputeDevice;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;
import org.facies.model.ModelZoo;
import org.facies.study.StudyRunner.StudyMachine;
import picocli.CommandLine.Option;

/** Options that say what a command works with. */
final class Machine {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads for everything (default: one for each core); results may differ between numbers")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--yes",
            description = "agree to the terms of models whose licence restricts use or whose origin nobody states")
    private boolean agreed;

    int threads() {
        return Math.max(1, threads);
    }

    ModelZoo zoo(ConsoleProgress progress) {
        return ModelZoo.in(ModelZoo.defaultHome(), agreed ? Acknowledgement.GIVEN : Machine::ask, progress::say);
    }

    /** Crops of all studies are kept together; they are found again by content. */
    Path cropCache() {
        return ModelZoo.defaultHome().resolve("crops");
    }

    StudyMachine study(ComputeDevice device, ConsoleProgress progress) {
        return new StudyMachine(zoo(progress), cropCache(), device, threads(), Main.Version.current(), progress);
    }

    // The launcher passes -Djdk.console=java.base, with which null still means "no terminal" from JDK 22 on.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean ask(ModelCard card) {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        String answer = console.readLine(
                "%s: %s%nLicence as stated: %s%nOrigin: %s%nUse it? [y/N] ",
                card.id(),
                card.licence().caution(),
                card.licence().stated(),
                card.licence().origin());
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
