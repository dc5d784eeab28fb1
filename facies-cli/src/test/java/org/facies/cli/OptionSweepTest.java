package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.facies.cli.command.ExitCode;
import org.facies.cli.option.Output;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;

/** Wrong values at every option and parameter that the command line has, one at a time. */
@Tag("slow")
class OptionSweepTest {
    /** Wrong values are to be refused before any long work. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class);
    private static final List<String> NO_NUMBERS = List.of("", " ", "NaN", "Infinity", "-Infinity", "1e400", "many");
    private static final List<String> TOO_MUCH =
            List.of("-1", "-0.5", "2147483647", "2147483648", "9223372036854775808");
    /** Each stands for itself, whatever the number. */
    private static final Set<String> ANY_WHOLE_NUMBER = Set.of("--seed");

    private static final Set<String> ZERO_TOO = Set.of(
            "--seed",
            "--effect",
            "--margin",
            "--weight-decay",
            "--checkpoint-steps",
            "--age-months",
            "--port",
            "--range");
    private static final List<String> ODD_TEXTS = List.of(
            "0", "-1", "NaN", "no such thing", "../../x", "a\nb", "a\0b", "ü", "t".repeat(300), ",", "=", "a=b");

    /** Only looked for where what is made of them is here already. */
    private static final Set<String> READ_IF_NEED_BE = Set.of("--from");

    @TempDir
    private static Path folder;

    private static SweptLines lines;
    private static Map<String, String> places;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void make() throws IOException {
        lines = SweptLines.on(folder.resolve("ground"));
        places = WrongPlaces.in(folder.resolve("wrong"));
    }

    static Stream<String> commands() {
        return SweptLines.commands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void numbers_without_sense_are_refused_with_the_name_of_their_option(String command) {
        for (ArgSpec argument : of(command, NUMBERS)) {
            String name = SweptLines.name(argument);
            NO_NUMBERS.forEach(text -> refused(command, lines.stopped(command), name, valued(argument, text), name));
            if (!ANY_WHOLE_NUMBER.contains(name)) {
                TOO_MUCH.forEach(text -> refused(command, lines.stopped(command), name, valued(argument, text), name));
            }
            if (!ZERO_TOO.contains(name)) {
                refused(command, lines.stopped(command), name, valued(argument, "0"), name);
            } else {
                noBug(command, lines.stopped(command), name, valued(argument, "0"));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void any_seed_will_do(String command) {
        for (ArgSpec argument : of(command, NUMBERS)) {
            String name = SweptLines.name(argument);
            if (ANY_WHOLE_NUMBER.contains(name)) {
                for (long seed : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                    noBug(command, lines.stopped(command), name, Long.toString(seed));
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void places_that_cannot_be_read_or_written_are_refused(String command) {
        for (ArgSpec argument : of(command, Set.of(Path.class))) {
            String name = SweptLines.name(argument);
            Map<String, String> given = lines.sound(command);
            refused(command, given, name, "", name);
            refused(command, given, name, " ", name);
            Map<String, String> wrong = new LinkedHashMap<>(places);
            if (!SweptLines.is(argument, Output.class)) {
                wrong.put("nothing", lines.at("absent"));
                wrong.put("below nothing", lines.at("absent/x"));
            }
            if (READ_IF_NEED_BE.contains(name)) {
                wrong.remove(WrongPlaces.SOMETHING_ELSE);
            }
            wrong.values().forEach(place -> refused(command, given, name, place, ""));
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void texts_are_refused_if_empty_and_odd_ones_are_no_bug(String command) {
        for (ArgSpec argument : SweptLines.arguments(SweptLines.commands().get(command))) {
            if (!NUMBERS.contains(type(argument)) && type(argument) != Path.class) {
                String name = SweptLines.name(argument);
                refused(command, lines.stopped(command), name, "", name);
                refused(command, lines.stopped(command), name, " ", name);
                ODD_TEXTS.forEach(text -> noBug(command, lines.stopped(command), name, text));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static List<ArgSpec> of(String command, Set<Class<?>> types) {
        return SweptLines.arguments(SweptLines.commands().get(command)).stream()
                .filter(argument -> types.contains(type(argument)))
                .toList();
    }

    /** Of one value; of a pair, what stands behind the sign. */
    private static Class<?> type(ArgSpec argument) {
        Class<?>[] types = argument.auxiliaryTypes();
        return types[types.length - 1];
    }

    private static String valued(ArgSpec argument, String text) {
        return argument.auxiliaryTypes().length == 2 ? "none=" + text : text;
    }

    private void refused(String command, Map<String, String> given, String name, String value, String told) {
        CommandLineRun run = noBug(command, given, name, value);
        boolean refused = run.exitCode() == ExitCode.USAGE || run.exitCode() == ExitCode.BAD_INPUT;
        if (!refused || !run.err().contains(told)) {
            complain("not refused", command, name, value, run);
        }
    }

    private CommandLineRun noBug(String command, Map<String, String> given, String name, String value) {
        CommandLineRun run = timed(SweptLines.line(command, given, name, value));
        if (run.exitCode() == ExitCode.BUG
                || run.err().contains("\tat ")
                || run.err().contains("Exception")) {
            complain("a bug", command, name, value, run);
        }
        if (run.exitCode() == ExitCode.BAD_INPUT
                && run.err().lines().noneMatch(line -> line.matches(".+: .+\\. .+[.?]"))) {
            complain("told badly", command, name, value, run);
        }
        return run;
    }

    private void complain(String what, String command, String name, String value, CommandLineRun run) {
        complaints.add("%s: facies %s %s \"%s\" ended with %d: %s"
                .formatted(what, command, name, value.replace("\0", "<NUL>"), run.exitCode(), run.err()));
    }

    private static CommandLineRun timed(List<String> line) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<CommandLineRun> run = one.submit(() -> CommandLineRun.facies(line.toArray(String[]::new)));
            return run.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException working) {
            return new CommandLineRun(-1, "", "works on after " + PATIENCE);
        } catch (Exception failure) {
            throw new IllegalStateException(String.join(" ", line), failure);
        } finally {
            one.shutdownNow();
        }
    }
}
