package org.facies.cli.readers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.serve.pack.PackMaker;
import org.facies.serve.pack.Passphrase;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.facies.serve.store.StudyReader;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a reader study as one file for each reader. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one HTML file for each reader, for hospitals without a server. It opens in a browser without a"
                    + " network, asks what the server asks, and saves the answers as a file for \"facies readers"
                    + " merge\".",
            "",
            "Photos and answers in it are encrypted with a passphrase. Each reader's passphrase is printed once; tell"
                    + " it by another way than the file, for example by telephone. It cannot be found out"
                    + " afterwards.",
            "",
            "Hand the file over on a network share or a USB stick. Mail gateways quarantine HTML files with scripts.",
            "",
            "Whoever has the file and its passphrase can, with a programmer's knowledge, read what the model says of"
                    + " cases that are still to come. Where that matters, let readers of the sequential arm use the"
                    + " server."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies readers pack readers.yaml --out packs",
            "  facies readers pack readers.yaml --out packs --reader R2 --days 14"
        })
final class ReadersPackCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 365;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyPlace place;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the files go, NAME.html each")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "only this reader; may be given again (default: every reader of the study)")
    private List<String> names = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "how many days the files can be used (default: invitation_days of the design)")
    @Bounds(least = 1, most = MOST_DAYS, remedy = "Leave it out for the days of the design.")
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "TEXT",
            description = "passphrases of your own, a line for each reader: NAME PASSPHRASE (default: random ones)")
    private Optional<Path> passphraseFile = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        Optional<PassphraseFile> own = passphraseFile.map(PassphraseFile::read);
        Workspace workspace = machine.workspace(new ConsoleProgress());
        StudyFolder folder = place.folder();
        if (ReadingStore.isPrepared(folder.path())) {
            write(folder, own, workspace);
        } else {
            RunLock.holding(new RunDirectory(folder.path()), () -> {
                write(folder, own, workspace);
                return 0;
            });
        }
        return 0;
    }

    private void write(StudyFolder folder, Optional<PassphraseFile> own, Workspace workspace) {
        SecureRandom random = new SecureRandom();
        try (ReadingStore store = folder.openOrPrepare(workspace)) {
            List<StudyReader> readers = chosen(store);
            Map<String, Passphrase> given = own.map(file -> file.of(readers)).orElseGet(Map::of);
            makeFolder();
            Instant now = workspace.clock().instant();
            Instant until =
                    now.plus(Duration.ofDays(days.orElse(store.study().design().invitationDays())));
            PackMaker maker = new PackMaker(store, store.pictures(), random);
            for (StudyReader reader : readers) {
                Passphrase passphrase = given.getOrDefault(reader.name(), Passphrase.random(random));
                StoredPack pack = maker.write(reader, passphrase, now, until, file(reader));
                tell(reader, pack, given.isEmpty() ? passphrase.written() : "yours");
            }
        }
        tellWhatNext();
    }

    private List<StudyReader> chosen(ReadingStore store) {
        List<StudyReader> all = store.readers();
        List<Problem> problems = new ArrayList<>();
        if (all.isEmpty()) {
            problems.add(new Problem(
                    place.file().toString(), "", "names no reader", "Add the readers under \"readers:\" first."));
        }
        names.stream()
                .filter(name -> store.reader(name).isEmpty())
                .forEach(name -> problems.add(new Problem(
                        "--reader", name, "is no reader of this study", "Add the reader to " + place.file() + ".")));
        List<StudyReader> chosen = names.isEmpty()
                ? all
                : names.stream()
                        .distinct()
                        .flatMap(name -> store.reader(name).stream())
                        .toList();
        chosen.stream()
                .map(this::file)
                .filter(Files::exists)
                .forEach(file -> problems.add(new Problem(
                        file.toString(),
                        "",
                        "is there already, and a reader may be using it",
                        "Name another folder with --out, or remove the file.")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return chosen;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException refusal) {
            throw FileRefusal.writing(out, refusal);
        }
    }

    private Path file(StudyReader reader) {
        return out.resolve(reader.name() + ".html");
    }

    private void tell(StudyReader reader, StoredPack pack, String passphrase) {
        spec.commandLine()
                .getOut()
                .printf(
                        "Wrote %s for %s, until %s. Passphrase: %s%n",
                        file(reader), reader.name(), pack.until().toString().substring(0, 10), passphrase);
    }

    private void tellWhatNext() {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Passphrases are shown only now. Tell each reader theirs by another way than the file.");
        terminal.println("Mail gateways quarantine such files: use a share or a USB stick.");
        terminal.println("When readers return their files: facies readers merge FILE... --study " + place.file());
    }
}
