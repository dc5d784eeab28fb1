package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page {@code docs/reference/command-line.md}, made of what {@code --help} prints. */
class CommandLineReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");
    private static final int WIDTH = 100;

    @Test
    void the_published_page_is_that_of_the_commands() throws IOException {
        String page = page();
        if (Boolean.getBoolean("facies.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it with: mvn -pl facies-cli -am test -Dtest=CommandLineReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.argLine=-Dfacies.update=true")
                .exists()
                .hasContent(page);
    }

    @Test
    void every_command_and_every_option_says_what_it_does() {
        List<String> silent = new ArrayList<>();
        commands(root()).forEach(command -> {
            CommandSpec spec = command.getCommandSpec();
            if (String.join("", spec.usageMessage().description()).isBlank()) {
                silent.add(spec.qualifiedName());
            }
            Stream.concat(spec.options().stream(), spec.positionalParameters().stream())
                    .filter(argument -> !argument.hidden()
                            && String.join("", argument.description()).isBlank())
                    .forEach(argument -> silent.add(spec.qualifiedName() + " " + argument.paramLabel()));
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void the_page_does_not_depend_on_the_machine() throws IOException {
        assertThat(page()).doesNotContain(System.getProperty("user.home"), System.getProperty("user.dir"));
    }

    private static CommandLine root() {
        return Main.commandLine().setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
    }

    /** The command and all below it, each before those below it. */
    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(CommandLineReferenceTest::commands));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Command line

                Every command with its options, as `--help` prints them. This page is generated.

                ## Exit codes

                | code | meaning |
                |---|---|
                """);
        page.append(code(0, "done"));
        page.append(code(ExitCode.USAGE, "wrong usage: an unknown command or option, or a value that cannot be read"));
        page.append(code(
                ExitCode.BAD_INPUT,
                "something in the input is wrong; each problem is one sentence on the standard error"));
        page.append(code(ExitCode.BUG, "a bug in Facies; the details are in a file that is named"));
        page.append(code(ExitCode.INTERRUPTED, "interrupted; the same command resumes"));
        page.append("""

                ## Options of every command

                | option | meaning |
                |---|---|
                | `-h`, `--help` | print the help of the command and exit |
                | `-V`, `--version` | print the version and exit |
                | `@FILE` | read further arguments from a text file |
                """);
        commands(root()).forEach(command -> page.append("\n").append(section(command)));
        return page.toString();
    }

    private static String code(int code, String meaning) {
        return "| " + code + " | " + meaning + " |\n";
    }

    private static String section(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        StringBuilder section = new StringBuilder("## " + spec.qualifiedName() + "\n\n```\n"
                + help.synopsis(0).replaceAll("\\[-hV\\] ?", "").stripTrailing() + "\n```\n");
        section.append(prose(spec.usageMessage().description()));
        if (!command.getSubcommands().isEmpty()) {
            section.append("\n| command | purpose |\n|---|---|\n");
            command.getSubcommands().values().forEach(below -> section.append(subcommand(below)));
        }
        section.append(arguments(spec, help));
        String footer = lines(spec.usageMessage().footer()).stream()
                .map(line -> line.replaceFirst("^  ", ""))
                .collect(Collectors.joining("\n"));
        if (!footer.isBlank()) {
            String heading = String.format(spec.usageMessage().footerHeading()).strip();
            section.append("\n" + heading + "\n\n```\n" + footer.strip() + "\n```\n");
        }
        return section.toString();
    }

    private static String subcommand(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName();
        String purpose = firstSentence(lines(spec.usageMessage().description()).get(0));
        return "| [`" + name + "`](#" + name.replace(' ', '-') + ") | " + cell(purpose) + " |\n";
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String arguments(CommandSpec spec, Help help) {
        StringBuilder rows = new StringBuilder();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            Text[][] text = help.createDefaultParameterRenderer()
                    .render(parameter, help.parameterLabelRenderer(), help.colorScheme());
            rows.append(row(parameter.paramLabel(), parameter.required(), text));
        }
        spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> {
                    Text[][] text = help.createDefaultOptionRenderer()
                            .render(option, help.parameterLabelRenderer(), help.colorScheme());
                    String label = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
                    rows.append(row(option.longestName() + label, option.required(), text));
                });
        return rows.isEmpty() ? "" : "\n| argument | required | meaning |\n|---|---|---|\n" + rows;
    }

    /** @param rendered in whose last column the lines of the description stand */
    private static String row(String label, boolean isRequired, Text[][] rendered) {
        List<String> meaning = new ArrayList<>();
        for (Text[] line : rendered) {
            meaning.add(line[line.length - 1].toString().strip());
        }
        return "| `" + label + "` | " + (isRequired ? "yes" : "") + " | " + cell(String.join(" ", meaning)) + " |\n";
    }

    /** Paragraphs; lines that begin with blanks are shown as they are. */
    private static String prose(String... description) {
        StringBuilder prose = new StringBuilder();
        boolean isShown = false;
        boolean isOpen = false;
        for (String line : lines(description)) {
            boolean wanted = line.startsWith("  ");
            if (wanted != isShown) {
                prose.append(wanted ? "\n```\n" : "```\n");
                isOpen = false;
            }
            if (wanted) {
                prose.append(line.substring(2)).append('\n');
            } else if (line.isBlank()) {
                isOpen = false;
            } else {
                prose.append(isOpen ? "" : "\n").append(escaped(line)).append('\n');
                isOpen = true;
            }
            isShown = wanted;
        }
        return prose + (isShown ? "```\n" : "");
    }

    /** Without the format of picocli. */
    private static List<String> lines(String... texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            lines.addAll(String.format(text).lines().toList());
            if (text.isEmpty()) {
                lines.add("");
            }
        }
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("<", "\\<").replace("*", "\\*");
    }

    private static String cell(String text) {
        return escaped(text).replace("|", "\\|");
    }
}
