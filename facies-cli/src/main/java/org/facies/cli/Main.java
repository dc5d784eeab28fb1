package org.facies.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The {@code facies} command. */
@Command(
        name = "facies",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = {
            "Trains, honestly evaluates and compares facial-recognition models that identify genetic syndromes.",
            "Nothing leaves this machine."
        },
        footerHeading = "%nTry this first:%n",
        footer = {
            "  facies demo                          everything, on children who do not exist",
            "  facies doctor                        what works on this machine?",
            "  facies cohort check manifest.csv     is my cohort in order?",
            "  facies study init study.yaml         a commented study file",
            "  facies study run study.yaml --out runs/first",
            "",
            "Exit codes: 0 done, 1 wrong usage or no command, 2 something in the input is wrong, 3 a bug, 130 interrupted."
        },
        subcommands = {
            CohortCommand.class,
            StudyCommand.class,
            ModelCommand.class,
            EmbedCommand.class,
            EvaluateCommand.class,
            DoctorCommand.class,
            DemoCommand.class
        })
public final class Main extends CommandGroup {
    static final int USAGE = 1;
    static final int BAD_INPUT = 2;
    static final int BUG = 3;
    static final int INTERRUPTED = 130;

    public static void main(String[] args) {
        // JavaCPP warns that OpenBLAS is of the release before; with slf4j it can be told to keep that to itself.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        Interruption interruption = Interruption.of(Thread.currentThread());
        int code = run(args);
        if (interruption.tooLate()) {
            System.exit(code);
        }
    }

    /** Runs one command line as {@link #main} does, and returns its exit code. */
    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(Main::explain);
        line.setParameterExceptionHandler((wrong, arguments) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println(wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        });
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static int explain(Exception thrown, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (Interruption.isCauseOf(thrown)) {
            err.println("Stopped before the end. The same command, given again, uses what is done already.");
            return INTERRUPTED;
        }
        if (thrown instanceof BadInput bad) {
            bad.problems().forEach(problem -> err.println(problem.sentence()));
            return BAD_INPUT;
        }
        err.println("This is a bug in Facies: " + thrown);
        err.println("The details are in " + writeTrace(thrown) + "; please report it (look through the file first).");
        return BUG;
    }

    private static Path writeTrace(Exception thrown) {
        try {
            Path log = Files.createTempFile("facies-bug-", ".log");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(log))) {
                thrown.printStackTrace(out);
            }
            return log;
        } catch (IOException unwritable) {
            thrown.printStackTrace();
            return Path.of("the lines above");
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"facies " + current()};
        }

        static String current() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
