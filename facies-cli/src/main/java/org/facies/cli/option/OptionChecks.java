package org.facies.cli.option;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.file.OutputPlace;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Checks the values of a command line before the command begins and reports all problems together: numbers outside
 * their {@link Bounds}, empty texts, and places for results ({@link Output}) that cannot be written.
 */
public final class OptionChecks implements IExecutionStrategy {
    private final IExecutionStrategy next;

    /**
     * Checks that run before a command.
     *
     * @param next runs the command if nothing is wrong
     */
    public OptionChecks(IExecutionStrategy next) {
        this.next = next;
    }

    @Override
    public int execute(ParseResult parsed) {
        Optional<Integer> help = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
        if (help.isPresent()) {
            return help.get();
        }
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        List<Problem> problems = given(command).flatMap(OptionChecks::problems).toList();
        if (!problems.isEmpty()) {
            throw new ExecutionException(
                    command.commandSpec().commandLine(), "values of options", new BadInput(problems));
        }
        return next.execute(parsed);
    }

    private static Stream<ArgSpec> given(ParseResult command) {
        return Stream.concat(command.matchedPositionals().stream(), command.matchedOptions().stream());
    }

    private static Stream<Problem> problems(ArgSpec argument) {
        List<Object> values = values(argument.getValue());
        if (values.stream().anyMatch(OptionChecks::isEmpty)) {
            return Stream.of(
                    new Problem(name(argument), "", "is empty", "Give a value. A shell variable may be unset."));
        }
        List<Problem> problems = new ArrayList<>();
        annotation(argument, Bounds.class)
                .ifPresent(bounds -> values.stream()
                        .filter(value -> !isWithin(bounds, (Number) value))
                        .forEach(value -> problems.add(outside(argument, bounds, value))));
        annotation(argument, Output.class)
                .ifPresent(output -> values.forEach(place -> obstacle(output, (Path) place)
                        .ifPresent(what ->
                                problems.add(wrong(argument, place, what, "Choose another place for the results.")))));
        return problems.stream();
    }

    /** The single values of an option, whatever its type. */
    private static List<Object> values(Object value) {
        if (value instanceof Optional<?> optional) {
            return List.copyOf(optional.stream().toList());
        }
        if (value instanceof Collection<?> several) {
            return List.copyOf(several);
        }
        if (value instanceof Map<?, ?> pairs) {
            return List.copyOf(Stream.concat(pairs.keySet().stream(), pairs.values().stream())
                    .toList());
        }
        return List.of(value);
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof String || value instanceof Path)
                && value.toString().isBlank();
    }

    /** Also false for NaN. */
    private static boolean isWithin(Bounds bounds, Number value) {
        return value.doubleValue() >= bounds.least() && value.doubleValue() <= bounds.most();
    }

    private static Problem outside(ArgSpec argument, Bounds bounds, Object value) {
        String range = "is outside " + plain(bounds.least()) + " to " + plain(bounds.most());
        return wrong(argument, value, range, bounds.remedy());
    }

    private static Optional<String> obstacle(Output output, Path place) {
        return switch (output.value()) {
            case FILE -> OutputPlace.obstacleToFile(place);
            case FOLDER -> OutputPlace.obstacleToFolder(place);
        };
    }

    private static Problem wrong(ArgSpec argument, Object value, String what, String remedy) {
        return new Problem(name(argument), value.toString(), what, remedy);
    }

    /** The name that the user sees. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.names()[0] : argument.paramLabel();
    }

    private static <A extends Annotation> Optional<A> annotation(ArgSpec argument, Class<A> type) {
        return argument.userObject() instanceof AnnotatedElement field
                ? Optional.ofNullable(field.getAnnotation(type))
                : Optional.empty();
    }

    /** Without an exponent or a trailing ".0". */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
