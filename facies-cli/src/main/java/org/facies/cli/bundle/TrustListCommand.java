package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.facies.model.ModelZoo;
import org.facies.sign.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the trusted keys. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the public keys that this machine trusts, with their fingerprints (SHA-256 of the PEM"
                + " text).")
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
            out.println("No key is trusted yet. To add one: facies trust add KEY.pem");
        }
        keys.forEach(key -> out.println(key.name() + "  " + key.key().hint()));
        return 0;
    }
}
