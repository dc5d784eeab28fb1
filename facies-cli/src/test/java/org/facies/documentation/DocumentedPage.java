package org.facies.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page with commands in blocks of {@code sh} and, after them, their output in blocks of {@code text}. Comments before
 * a block, which readers do not see, say what else a test has to know:
 *
 * <ul>
 *   <li>{@code <!-- file: NAME -->}: the next block, of any other language, is saved under this name;
 *   <li>{@code <!-- prepare: COMMAND -->}: runs here, for what a reader has and a test does not;
 *   <li>{@code <!-- not run: REASON -->}: the next commands are not run;
 *   <li>{@code <!-- fails: N -->}: the last of the next commands ends with this exit code;
 *   <li>{@code <!-- serves -->}: the next command runs until it is stopped, after it has printed the quoted output;
 *   <li>{@code <!-- numbers vary -->}: of the next output only the words are compared, not the numbers.
 * </ul>
 *
 * @param file the Markdown file
 * @param lines its lines
 * @param steps what a reader does, from top to bottom
 */
record DocumentedPage(Path file, List<String> lines, List<Step> steps) {

    /** What a reader does, or would have done before. */
    sealed interface Step {}

    /** A file that the reader writes. */
    record NewFile(String name, String content) implements Step {}

    /**
     * Commands, one after the other.
     *
     * @param commands one a line
     * @param exitCode of the last one
     * @param serves whether it runs until it is stopped
     * @param skipped why they are not run, if they are not
     * @param outputs what they print, as the page quotes it: one block, or several with a gap between them
     */
    record Shell(List<String> commands, int exitCode, boolean serves, Optional<String> skipped, List<Quote> outputs)
            implements Step {
        Shell {
            commands = List.copyOf(commands);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A block of output.
     *
     * @param from its first line, counted from 0
     * @param to the line of its closing fence
     * @param numbersVary whether only its words are compared
     */
    record Quote(int from, int to, boolean numbersVary) {}

    static DocumentedPage read(Path file) throws IOException {
        return of(file, Files.readAllLines(file));
    }

    static DocumentedPage of(Path file, List<String> lines) {
        return new DocumentedPage(file, List.copyOf(lines), new Reading(lines).steps());
    }

    /** What the blocks quote together. */
    QuotedOutput quoted(List<Quote> quotes) {
        return QuotedOutput.ofBlocks(
                quotes.stream()
                        .map(quote -> lines.subList(quote.from(), quote.to()))
                        .toList(),
                quotes.stream().anyMatch(Quote::numbersVary));
    }

    /** The page with other lines in some of its quotes. */
    List<String> with(Map<Quote, List<String>> outputs) {
        List<String> changed = new ArrayList<>(lines);
        outputs.keySet().stream()
                .sorted(Comparator.comparingInt(Quote::from).reversed())
                .forEach(quote -> {
                    List<String> place = changed.subList(quote.from(), quote.to());
                    place.clear();
                    place.addAll(outputs.get(quote));
                });
        return changed;
    }

    /** Line by line, with the comments that wait for their block. */
    private static final class Reading {
        private static final String FENCE = "```";

        private final List<String> lines;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();
        private int line;

        Reading(List<String> lines) {
            this.lines = lines;
        }

        List<Step> steps() {
            while (line < lines.size()) {
                String text = lines.get(line);
                if (text.startsWith("<!--")) {
                    comment();
                } else if (text.startsWith(FENCE)) {
                    block(text.substring(FENCE.length()).strip());
                } else {
                    line++;
                }
            }
            return List.copyOf(steps);
        }

        private void comment() {
            StringBuilder text = new StringBuilder(lines.get(line));
            while (!lines.get(line).endsWith("-->")) {
                line++;
                text.append('\n').append(lines.get(line));
            }
            line++;
            String words = text.substring("<!--".length(), text.length() - "-->".length())
                    .strip();
            if (words.startsWith("prepare:")) {
                steps.add(new Shell(
                        List.of(words.substring("prepare:".length()).strip()), 0, false, Optional.empty(), List.of()));
            } else {
                comments.add(words);
            }
        }

        private void block(String language) {
            int from = line + 1;
            line = from;
            while (!lines.get(line).equals(FENCE)) {
                line++;
            }
            List<String> content = lines.subList(from, line);
            switch (language) {
                case "sh" -> steps.add(shell(content));
                case "text" -> {
                    if (value("file").isPresent()) {
                        written(content);
                    } else {
                        quote(new Quote(from, line, comments.contains("numbers vary")));
                    }
                }
                default -> written(content);
            }
            comments.clear();
            line++;
        }

        private Shell shell(List<String> content) {
            List<String> commands = String.join("\n", content)
                    .replace("\\\n", " ")
                    .lines()
                    .filter(command -> !command.isBlank() && !command.startsWith("#"))
                    .toList();
            return new Shell(
                    commands,
                    value("fails").map(Integer::valueOf).orElse(0),
                    comments.contains("serves"),
                    value("not run"),
                    List.of());
        }

        private void written(List<String> content) {
            value("file").ifPresent(name -> steps.add(new NewFile(name, String.join("\n", content) + "\n")));
        }

        /** Output belongs to the commands before it. */
        private void quote(Quote quote) {
            if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Shell shell) {
                List<Quote> quotes = new ArrayList<>(shell.outputs);
                quotes.add(quote);
                steps.set(
                        steps.size() - 1,
                        new Shell(shell.commands, shell.exitCode, shell.serves, shell.skipped, quotes));
            }
        }

        private Optional<String> value(String key) {
            return comments.stream()
                    .filter(comment -> comment.startsWith(key + ":"))
                    .map(comment -> comment.substring(key.length() + 1).strip())
                    .findFirst();
        }
    }
}
