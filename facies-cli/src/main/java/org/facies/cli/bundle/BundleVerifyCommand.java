package org.facies.cli.bundle;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.bundle.Bundle;
import org.facies.input.BadInput;
import org.facies.model.ModelZoo;
import org.facies.sign.PemKeys;
import org.facies.sign.TrustedKeys;
import org.facies.sign.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a bundle. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every file of a bundle against the hashes in bundle.json, and the signature if there is one."
                    + " Every command that opens a bundle makes the same checks.",
            "",
            "With --signed, the bundle must be signed with a trusted key; with --key, with that key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies bundle verify noonan.facies",
            "  facies bundle verify noonan.facies --signed",
            "  facies bundle verify noonan.facies --key public.pem"
        })
final class BundleVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a file NAME.facies, or a folder with the same content")
    private Path place = Path.of("");

    @Option(names = "--signed", description = "refuse a bundle that no trusted key has signed")
    private boolean signed;

    @Option(names = "--key", paramLabel = "PEM", description = "refuse a bundle that this public key has not signed")
    private Optional<Path> key = Optional.empty();

    @Override
    public Integer call() {
        Optional<VerifyingKey> wanted = key.map(PemKeys::verifying);
        Bundle bundle = Bundle.open(place);
        TrustedKeys trusted = new TrustedKeys(ModelZoo.defaultHome());
        String signature = bundle.signedBy(trusted);
        wanted.ifPresent(own -> requireSignedWith(bundle, own));
        if (signed && bundle.signature().flatMap(trusted::signerOf).isEmpty()) {
            throw new BadInput(
                    place.toString(),
                    "",
                    "is not signed with a key that this machine trusts",
                    "Get the public key of its maker, and trust it with \"facies trust add KEY.pem\".");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(place + ": all " + (bundle.file().files().size() + 1) + " files are unchanged since the bundle was"
                + " made.");
        out.println(wanted.isPresent() ? "It is signed with the given key." : signature);
        return 0;
    }

    private void requireSignedWith(Bundle bundle, VerifyingKey own) {
        if (bundle.signature().filter(signature -> signature.isBy(own)).isEmpty()) {
            throw new BadInput(
                    place.toString(),
                    "",
                    "is not signed with the given key",
                    "Get the bundle or the key again from its maker.");
        }
    }
}
