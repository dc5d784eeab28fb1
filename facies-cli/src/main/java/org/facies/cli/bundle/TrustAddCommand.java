package org.facies.cli.bundle;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.model.ModelZoo;
import org.facies.sign.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a trusted key. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a public key to those that this machine trusts. Get the key from its owner in person or through a"
                    + " channel that you trust, and compare the printed fingerprint.",
            "",
            "To remove a trusted key, delete its file in the folder that \"facies trust list\" shows."
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
