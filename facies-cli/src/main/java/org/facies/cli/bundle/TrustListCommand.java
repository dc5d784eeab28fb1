package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.facies.model.ModelZoo;
import org.facies.sign.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the trusted keys. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows the public keys that are trusted here, with their fingerprints (SHA-256 of the PEM text).")
final class TrustListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TrustedKeys trusted = new TrustedKeys(ModelZoo.defaultHome());
        PrintWriter out = spec.commandLine().getOut();
        List<TrustedKeys.Trusted> keys = trusted.all();
        out.println("Folder: " + trusted.folder());
        if (keys.isEmpty()) {
            out.println("No key is trusted yet. To trust one: facies trust add KEY.pem");
        }
        keys.forEach(key -> out.println(key.name() + "  " + key.key().hint()));
        return 0;
    }
}
