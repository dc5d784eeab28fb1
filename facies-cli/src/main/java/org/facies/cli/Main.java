package org.facies.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.cli.bundle.BundleCommand;
import org.facies.cli.bundle.TrustCommand;
import org.facies.cli.cohort.CohortCommand;
import org.facies.cli.command.CommandGroup;
import org.facies.cli.command.ExitCode;
import org.facies.cli.command.SystemTime;
import org.facies.cli.command.Version;
import org.facies.cli.log.ProcessLogging;
import org.facies.cli.log.RunLogWriter;
import org.facies.cli.model.ModelCommand;
import org.facies.cli.option.OptionChecks;
import org.facies.cli.predict.PredictCommand;
import org.facies.cli.readers.ReadersCommand;
import org.facies.cli.study.StudyCommand;
import org.facies.cli.terminal.Interruption;
import org.facies.cli.terminal.StandardOutput;
import org.facies.file.PathText;
import org.facies.input.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The {@code facies} command. */
@Command(
        name = "facies",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Trains, evaluates and compares facial-recognition models that identify genetic syndromes.",
            "Nothing leaves this machine."
        },
        footerHeading = "%nTry this first:%n",
        footer = {
            "  facies demo                          run a whole study on synthetic children",
            "  facies doctor                        check this machine",
            "  facies cohort check manifest.csv     check your own photos",
            "  facies study init study.yaml         write a commented study file",
            "  facies study run study.yaml --out runs/first",
            "  facies predict child.jpg --bundle B  ask a trained model about a photo",
            "",
            "Exit codes: 0 done, 1 wrong usage or no command, 2 wrong input, 3 a bug in Facies, 130 interrupted."
        },
        subcommands = {
            CohortCommand.class,
            StudyCommand.class,
            ReadersCommand.class,
            ModelCommand.class,
            BundleCommand.class,
            TrustCommand.class,
            EmbedCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            DoctorCommand.class,
            DemoCommand.class
        })
public final class Main extends CommandGroup {

    public static void main(String[] args) {
        System.setProperty("java.util.logging.manager", ProcessLogging.class.getName());
        // JavaCPP warns that OpenBLAS is of the previous release; logging through slf4j silences that warning.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        Interruption interruption = Interruption.of(Thread.currentThread());
        int code = StandardOutput.code(run(args), System.err);
        if (interruption.tooLate()) {
            System.exit(code);
        }
    }

    /** Runs one command line as {@link #main} does, and returns its exit code. */
    static int run(String... args) {
        return execute(commandLine(), args);
    }

    /** Runs one command line and returns its exit code, also when the command throws. */
    static int execute(CommandLine line, String... args) {
        Optional<String> folder =
                Stream.of(args).filter(Main::isFolderOfArguments).findFirst();
        if (folder.isPresent()) {
            line.getErr().println(folder.get() + ": is a folder. Name a text file of arguments after the @.");
            return ExitCode.USAGE;
        }
        RunLogWriter log = RunLogWriter.attached(SystemTime.CLOCK);
        try {
            return executeLogged(line, args);
        } finally {
            log.close();
        }
    }

    private static int executeLogged(CommandLine line, String... args) {
        try {
            int code = line.execute(args);
            if (code == 0) {
                Ending.done();
            }
            return code;
        } catch (Error error) {
            return bug(error, line.getErr());
        }
    }

    /** Picocli reads more arguments from the file that is named after an @, if there is such a file. */
    private static boolean isFolderOfArguments(String argument) {
        return argument.startsWith("@") && new File(argument.substring(1)).isDirectory();
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(Main::explain);
        line.setParameterExceptionHandler((wrong, arguments) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println(wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE;
        });
        line.registerConverter(Path.class, Main::path);
        line.setExecutionStrategy(new OptionChecks(new CommandLine.RunLast()));
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static int explain(Exception thrown, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (Interruption.isCauseOf(thrown)) {
            err.println("Stopped before the end. Run the same command again; it uses what is already done.");
            Ending.interrupted();
            return ExitCode.INTERRUPTED;
        }
        if (thrown instanceof BadInput bad) {
            bad.problems().forEach(problem -> err.println(problem.sentence()));
            Ending.refused(bad);
            return ExitCode.BAD_INPUT;
        }
        return bug(thrown, err);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException odd) {
            throw new CommandLine.TypeConversionException(
                    "it is not a path (" + odd.getReason() + "). " + PathText.remedy());
        }
    }

    private static int bug(Throwable thrown, PrintWriter err) {
        err.println("This is a bug in Facies: " + thrown);
        Path trace = writeTrace(thrown);
        err.println(
                "The details are in " + trace + "; please report the bug, but check the file for private data first.");
        Ending.failed(thrown, trace);
        return ExitCode.BUG;
    }

    private static Path writeTrace(Throwable thrown) {
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
}
