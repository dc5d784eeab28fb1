package org.facies.cli.bundle;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.model.ModelZoo;
import org.facies.sign.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trusts a key. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Trusts a public key from now on. Get the key from its owner in person or by a channel that you trust, and"
                    + " compare the fingerprint that is printed.",
            "",
            "To stop trusting a key, delete its file in the folder that \"facies trust list\" shows."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies trust add study-group.pem")
final class TrustAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PEM", description = "a public key (ECDSA, P-256)")
    private Path pem = Path.of("");

    @Override
    public Integer call() {
        TrustedKeys.Trusted added = new TrustedKeys(ModelZoo.defaultHome()).add(pem);
        spec.commandLine()
                .getOut()
                .println("Trusted as \"" + added.name() + "\", fingerprint "
                        + added.key().hint());
        return 0;
    }
}
