package org.facies.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.facies.autograd.ComputeDevice;
import org.facies.file.OutputPlace;
import org.facies.input.BadInput;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;
import org.facies.model.ModelZoo;
import org.facies.study.StudyRunner.StudyMachine;
import picocli.CommandLine.Option;

/** Options that say what a command works with. */
final class Machine {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads for everything (default: one for each core); results may differ between numbers")
    @Bounds(least = 1, most = 512, remedy = "Leave it out for one thread for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--yes",
            description =
                    "agree to the terms of models whose licence restricts use or whose origin nobody states, which is"
                            + " recorded, and accept what is proposed instead of being asked")
    private boolean agreed;

    int threads() {
        return threads;
    }

    ModelZoo zoo(ConsoleProgress progress) {
        return ModelZoo.in(ModelZoo.defaultHome(), agreed ? Acknowledgement.GIVEN : Machine::ask, progress::say);
    }

    /** Crops of all studies are kept together; they are found again by content. */
    Path cropCache() {
        return cache("crops");
    }

    /** Embeddings of frozen networks, likewise. */
    Path embeddingCache() {
        return cache("embeddings");
    }

    /** Found out now, because it is written to only after long work. */
    private static Path cache(String name) {
        Path folder = ModelZoo.defaultHome().resolve(name);
        OutputPlace.obstacleToFolder(folder).ifPresent(what -> {
            throw new BadInput(
                    folder.toString(), "", what, "Set FACIES_HOME to a folder with free space where you may write.");
        });
        return folder;
    }

    StudyMachine study(ComputeDevice device, ConsoleProgress progress) {
        return study(device, progress, zoo(progress));
    }

    /** As {@link #study(ComputeDevice, ConsoleProgress)}, for whoever has agreed to terms in another way. */
    StudyMachine study(ComputeDevice device, ConsoleProgress progress, Acknowledgement terms) {
        return study(device, progress, ModelZoo.in(ModelZoo.defaultHome(), terms, progress::say));
    }

    private StudyMachine study(ComputeDevice device, ConsoleProgress progress, ModelZoo zoo) {
        return new StudyMachine(zoo, cropCache(), device, threads(), Main.Version.current(), progress);
    }

    /** Whoever can be asked what an option leaves open. */
    Answers answers() {
        return new Answers(agreed, Terminal.console());
    }

    private static boolean ask(ModelCard card) {
        String prompt = "%s: %s%nLicence as stated: %s%nOrigin: %s%nUse it? [y/N] "
                .formatted(
                        card.id(),
                        card.licence().caution(),
                        card.licence().stated(),
                        card.licence().origin());
        return Terminal.console()
                .answer(prompt)
                .filter(answer -> answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }
}
