package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.bundle.Bundle;
import org.facies.model.ModelZoo;
import org.facies.sign.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a bundle. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Describes a bundle: its classes, its performance and who signed it; or prints its whole card.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies bundle info noonan.facies",
            "  facies bundle info noonan.facies --card > card.md",
            "  facies bundle info noonan.facies --json"
        })
final class BundleInfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a file NAME.facies, or a folder with the same content")
    private Path place = Path.of("");

    @Option(names = "--card", description = "print the card, README.md")
    private boolean card;

    @Option(names = "--json", description = "print bundle.json")
    private boolean json;

    @Override
    public Integer call() {
        Bundle bundle = Bundle.open(place);
        PrintWriter out = spec.commandLine().getOut();
        if (json || card) {
            String file = json ? Bundle.JSON : Bundle.CARD;
            out.print(new String(bundle.content(file), StandardCharsets.UTF_8));
            out.flush();
            return 0;
        }
        BundleText.print(bundle.file(), out);
        out.println(bundle.signedBy(new TrustedKeys(ModelZoo.defaultHome())));
        return 0;
    }
}
