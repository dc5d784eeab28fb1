package org.facies.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The command that usually comes next, ready to be pasted into a shell. */
public final class NextStep {
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_%+=:,./@-]+");
    private static final Pattern NOT_A_FILE_NAME = Pattern.compile("^[-@~]");

    private NextStep() {}

    /** One line that begins with "Next:". */
    public static String line(Object... words) {
        return "Next: " + command(words);
    }

    /**
     * The command line.
     *
     * @param words what follows {@code facies}; each path is quoted as a shell and Facies need it
     */
    static String command(Object... words) {
        return "facies "
                + Arrays.stream(words)
                        .map(word -> word instanceof Path path ? quoted(path) : word.toString())
                        .collect(Collectors.joining(" "));
    }

    /** A path that does not exist yet: the given name or, if it is taken, the name with -2, -3 and so on. */
    public static Path free(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> Path.of(n == 1 ? name : stem + "-" + n + ending))
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Puts ./ before a path whose first letter a shell or picocli would read as an option, a file of arguments or a
     * home folder.
     */
    private static String quoted(Path path) {
        String name = path.toString();
        String safe = NOT_A_FILE_NAME.matcher(name).find() ? "./" + name : name;
        if (PLAIN.matcher(safe).matches()) {
            return safe;
        }
        return safe.chars().anyMatch(NextStep::breaksTheLine)
                ? "$'" + escaped(safe) + "'"
                : "'" + safe.replace("'", "'\\''") + "'";
    }

    private static boolean breaksTheLine(int c) {
        return c < ' ' || c == 0x7f;
    }

    /** The text as bash, zsh and POSIX.1-2024 read it between $' and ', on one line. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '\'' || c == '\\'
                        ? "\\" + (char) c
                        : breaksTheLine(c) ? String.format(Locale.ROOT, "\\%03o", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
