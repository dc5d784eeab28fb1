package org.facies.cli.model;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.model.CardJson;
import org.facies.model.ModelCard;
import org.facies.model.ModelKind;
import org.facies.model.ModelSource;
import org.facies.model.ModelZoo;
import org.facies.model.Normalisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a model card. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Shows the card of a model: description, source, licence and expected input.")
final class ModelInfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "name of the model, as in \"facies model list\"")
    private String id = "";

    @Option(names = "--json", description = "print the card as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        ModelZoo zoo = machine.zoo(new ConsoleProgress());
        ModelZoo.Entry model = zoo.info(id);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(CardJson.write(List.of(model)));
            out.flush();
        } else {
            print(model, zoo.isAgreed(model.card()), out);
            zoo.find(id).flatMap(TrainingNote::of).ifPresent(note -> line(out, "training", note));
        }
        return 0;
    }

    private static void print(ModelZoo.Entry model, boolean agreed, PrintWriter out) {
        ModelCard card = model.card();
        out.println(card.id() + ": " + card.summary());
        line(out, "source", card.source().phrase());
        line(out, "SHA-256", card.source().sha256());
        line(out, "licence", card.licence().stated());
        line(out, "origin", card.licence().origin());
        if (card.licence().needsAcknowledgement()) {
            line(out, "caution", card.licence().caution());
            line(
                    out,
                    "terms",
                    agreed ? "agreed to" : "not agreed to; to agree: facies model pull " + card.id() + " --yes");
        }
        if (card.kind() instanceof ModelKind.Backbone backbone) {
            Normalisation normalisation = backbone.input().normalisation();
            line(
                    out,
                    "input",
                    "aligned crop " + backbone.input().geometry().id() + ", RGB, (x − " + numbers(normalisation.mean())
                            + ") / " + numbers(normalisation.scale()));
            line(out, "output", backbone.embeddingSize() + " dimensions");
        }
        if (card.source() instanceof ModelSource.Quantised quantised) {
            line(out, "cost", quantised.cost().phrase());
            line(out, "cohort", "SHA-256 " + quantised.cost().cohortSha256());
        }
        line(
                out,
                "on disk",
                model.installed() ? "installed" : "not installed; to fetch it: facies model pull " + card.id());
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("  %-9s %s%n", name, value);
    }

    /** One number if the three are equal. */
    private static String numbers(List<Float> channels) {
        List<String> different = channels.stream()
                .distinct()
                .map(channel -> String.format(Locale.ROOT, "%s", channel))
                .toList();
        return different.size() == 1 ? different.get(0) : different.toString();
    }
}
