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
            "Writes one HTML file for each reader, for sites without a server. A browser opens it without a network."
                    + " It asks the same questions as the server and saves the answers as a file for \"facies"
                    + " readers merge\".",
            "",
            "Its photos and answers are encrypted with a passphrase, which is printed once for each reader and"
                    + " cannot be recovered later. Send the passphrase separately from the file, for example by"
                    + " telephone.",
            "",
            "Pass the file on by a network share or a USB stick; mail servers often block HTML files with scripts.",
            "",
            "A reader with programming skills could read the model's answers to later cases from the file. If that"
                    + " matters, use the server for readers of the sequential arm."
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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "write the files into this folder," + " as NAME.html")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "make the file of this reader only; repeat the option for more (default: all readers of"
                    + " the study)")
    private List<String> names = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "let the files be used for this many days (default: invitation_days of the design)")
    @Bounds(least = 1, most = MOST_DAYS, remedy = "Leave the option out to use the days of the design.")
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "TEXT",
            description = "use the passphrases in this file, one line for each reader: NAME PASSPHRASE (default:"
                    + " random ones)")
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
                        "--reader", name, "is not a reader of this study", "Add the reader to " + place.file() + ".")));
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
                        "already exists, and a reader may be using it",
                        "Choose another folder with --out, or remove the file.")));
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
                        "Wrote %s for %s, valid until %s. Passphrase: %s%n",
                        file(reader), reader.name(), pack.until().toString().substring(0, 10), passphrase);
    }

    private void tellWhatNext() {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Passphrases are shown only now. Send each of them separately from the file.");
        terminal.println("Mail servers often block such files; use a network share or a USB stick.");
        terminal.println("When readers return their files: facies readers merge FILE... --study " + place.file());
    }
}
