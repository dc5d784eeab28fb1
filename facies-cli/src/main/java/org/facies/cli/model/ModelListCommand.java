package org.facies.cli.model;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.facies.cli.option.Machine;
import org.facies.cli.table.TerminalWidth;
import org.facies.cli.table.TextTable;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.model.CardJson;
import org.facies.model.ModelZoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists installed models and those that can be fetched. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the installed models and those that can be fetched by name.")
final class ModelListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print the cards as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        List<ModelZoo.Entry> models = machine.zoo(new ConsoleProgress()).list();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(CardJson.write(models));
            out.flush();
            return 0;
        }
        TextTable table = new TextTable(TextTable.Body.WORDS, List.of("model", "for", "on disk", "licence"));
        for (ModelZoo.Entry model : models) {
            table.row(
                    model.card().id(),
                    model.card().kind().word(),
                    state(model),
                    model.card().licence().stated());
        }
        out.println(table.within(TerminalWidth.of(spec)));
        return 0;
    }

    private static String state(ModelZoo.Entry model) {
        return model.installed() ? "installed" : "not installed";
    }
}
