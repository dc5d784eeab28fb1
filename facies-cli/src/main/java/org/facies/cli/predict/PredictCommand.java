package org.facies.cli.predict;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.facies.align.FaceChoice;
import org.facies.bundle.Bundle;
import org.facies.bundle.PredictionRecords;
import org.facies.bundle.Predictor;
import org.facies.bundle.SiteConfiguration;
import org.facies.cli.command.ExitCode;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Output;
import org.facies.cli.table.TerminalWidth;
import org.facies.decision.IntendedPurpose;
import org.facies.decision.Prevalence;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.model.ModelZoo;
import org.facies.result.PhotoHashes;
import org.facies.result.PredictionRecord;
import org.facies.run.RunDirectory;
import org.facies.sign.TrustedKeys;
import org.facies.table.CsvFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a trained model about photos. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Shows photos to the model of a bundle, and prints for each child what the model answers, or why it"
                    + " abstains.",
            "",
            IntendedPurpose.BANNER,
            "",
            "By default, each photo is one child. With --by-folder, photos in the same folder are of one child, and"
                    + " each subfolder of a FOLDER is a child. A manifest is a CSV file with the column photo and,"
                    + " if known, subject (photos with the same subject are of one child) and age_months. Several"
                    + " photos of"
                    + " a child are combined as in the study.",
            "",
            "Probabilities assume the class frequencies of the study, where a rare syndrome may be one child in"
                    + " four. If you state how frequent each syndrome is at your site, probabilities for your site"
                    + " (by Bayes' rule) are shown next to them. State the frequencies with --prevalence, or once in"
                    + " the file config.yaml in the folder FACIES_HOME (default: ~/.cache/facies), for example"
                    + " \"prevalence: {noonan: 0.002}\". Prediction sets are not re-weighted.",
            "",
            "Results go to standard output: in full for up to 10 children, otherwise one line for each child. Photos"
                    + " that cannot be used are named and skipped; the exit code is then 2. The command needs only"
                    + " the bundle: no model folder and no network connection."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies predict child.jpg --bundle noonan.facies --age-months 30",
            "  facies predict group.jpg --face 2 --bundle noonan.facies --html answer.html",
            "  facies predict children/ --by-folder --bundle noonan.facies --prevalence noonan=0.0005,wbs=0.0001",
            "  facies predict local/manifest.csv --bundle noonan.facies --csv answers.csv --html answers.html",
            "  facies predict photos/ --bundle noonan.facies --json > answers.jsonl"
        })
public final class PredictCommand implements Callable<Integer> {
    /** With more children than this, each gets one line. */
    private static final int MOST_WHOLE = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PHOTO",
            arity = "1..*",
            description = "photos (JPEG, PNG or WebP), folders of photos, or manifests (files that end in .csv)")
    private List<Path> sources = List.of();

    @Option(
            names = "--bundle",
            paramLabel = "B",
            required = true,
            description = "use the model in this bundle: a file NAME.facies, or a folder with the same content")
    private Path bundle;

    @Option(names = "--by-folder", description = "treat photos in the same folder as photos of one child")
    private boolean byFolder;

    @Option(
            names = "--face",
            paramLabel = "CHOICE",
            description = "choose this face if a photo shows several: largest (large and central), central (nearest"
                    + " to the centre), or its number, counted from 1 at the left (default: as in the study of the"
                    + " bundle)")
    private Optional<String> face = Optional.empty();

    @Option(
            names = "--age-months",
            paramLabel = "N",
            description = "state the age of the child, in months; for several children, use a manifest")
    @Bounds(least = 0, most = 1440, remedy = "Give the age in months, for example 30.")
    private Optional<Double> ageMonths = Optional.empty();

    @Option(
            names = "--prevalence",
            paramLabel = "CLASS=SHARE,…",
            description = "state the share of each syndrome among the children of your site; the others have no"
                    + " syndrome")
    private Optional<String> prevalence = Optional.empty();

    @Option(names = "--json", description = "print JSON instead of text: one line with an object for each child")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "write this new CSV file, with a row for each child")
    @Output(Output.Kind.FILE)
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write this new page, with photos (of the first children, at most 100), numbered faces,"
                    + " crops and answers; it is one file")
    @Output(Output.Kind.FILE)
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "name the photos on which the model was trained; RUN is the run that the bundle was made" + " from")
    private Optional<Path> run = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "process this many photos at the same time (default: one for each core)")
    @Bounds(least = 1, most = 512, remedy = "Leave the option out to use one thread for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final List<Problem> problems = new ArrayList<>();

    @Override
    public Integer call() {
        Optional<AskedChildren.Asked> asked = tried(this::asked);
        Optional<FaceChoice> choice = face.flatMap(this::choice);
        Optional<Set<String>> training = tried(this::trainingPhotos);
        Optional<Bundle> opened = tried(() -> Bundle.open(bundle));
        Optional<PredictionRecords.Site> site = opened.flatMap(model -> tried(() -> site(model)));
        Stream.of(csv, html).flatMap(Optional::stream).forEach(this::requireNew);
        if (csv.isPresent() && csv.map(Path::toAbsolutePath).equals(html.map(Path::toAbsolutePath))) {
            problems.add(
                    new Problem("--html", csv.get().toString(), "is also the file of --csv", "Name another file."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Bundle model = opened.orElseThrow();
        TrustedKeys trusted = new TrustedKeys(ModelZoo.defaultHome());
        String signature = model.signedBy(trusted);
        boolean isTrusted = model.signature().flatMap(trusted::signerOf).isPresent();
        PredictionRecords records =
                new PredictionRecords(model.file(), signature, site.orElseThrow(), training.orElseThrow());
        AskedChildren.Asked children = asked.orElseThrow();
        children.notes().forEach(this::tell);
        if (!isTrusted) {
            tell(signature);
        }
        try (Predictor predictor = Predictor.open(model, settings(choice, children))) {
            Answering answering = new Answering(predictor, records, threads, html.isPresent());
            return answered(answering, children, isTrusted, records.model());
        }
    }

    private int answered(
            Answering answering, AskedChildren.Asked children, boolean isTrusted, PredictionRecord.Model model) {
        if (!json) {
            AnswerTables.head(IntendedPurpose.BANNER, model).forEach(out()::println);
        }
        AnswerRows rows = new AnswerRows(answering.bundle());
        Consumer<Consumer<AnsweredChild>> work = sink ->
                answering.forEach(children, this::tell, printing(children).andThen(sink));
        Consumer<Consumer<AnsweredChild>> withPage = html.<Consumer<Consumer<AnsweredChild>>>map(
                        file -> sink -> new AnswerPage(answering, isTrusted, children, file)
                                .write(page -> work.accept(page.andThen(sink))))
                .orElse(work);
        csv.ifPresentOrElse(
                file -> CsvFile.stream(
                        file, rows.header(), row -> withPage.accept(child -> row.accept(rows.row(child.record())))),
                () -> withPage.accept(child -> {}));
        out().flush();
        return answering.unusable() == 0 ? 0 : ExitCode.BAD_INPUT;
    }

    private Consumer<AnsweredChild> printing(AskedChildren.Asked children) {
        if (json) {
            return child -> out().println(PredictionRecord.FORMAT.write(child.record()));
        }
        AnswerTables tables = new AnswerTables(TerminalWidth.of(spec));
        boolean isWhole = children.children().size() <= MOST_WHOLE;
        if (!isWhole) {
            out().println();
        }
        return child -> {
            if (isWhole) {
                out().println();
            }
            out().println(isWhole ? tables.whole(child.record()) : AnswerTables.line(child.record()));
        };
    }

    private AskedChildren.Asked asked() {
        AskedChildren.Asked found = AskedChildren.of(
                sources, byFolder ? AskedChildren.Grouping.BY_FOLDER : AskedChildren.Grouping.EACH_PHOTO);
        if (ageMonths.isEmpty()) {
            return found;
        }
        if (found.children().size() > 1) {
            throw new BadInput(
                    "--age-months",
                    "",
                    "is the age of one child, but there are " + found.children().size(),
                    "State the ages in a manifest, in the column age_months.");
        }
        return new AskedChildren.Asked(List.of(found.children().get(0).aged(ageMonths.get())), found.notes());
    }

    private Optional<FaceChoice> choice(String word) {
        Optional<FaceChoice> choice = FaceChoice.of(word);
        if (choice.isEmpty()) {
            problems.add(new Problem(
                    "--face", word, "does not say which face to choose", "Give " + FaceChoice.VOCABULARY + "."));
        }
        return choice;
    }

    private PredictionRecords.Site site(Bundle model) {
        return prevalence
                .map(text -> new PredictionRecords.Site(
                        Optional.of(Prevalence.parse(
                                "--prevalence", text, model.file().decision())),
                        ""))
                .orElseGet(() -> SiteConfiguration.in(ModelZoo.defaultHome())
                        .site(ModelZoo.defaultHome(), model.file().decision()));
    }

    private Set<String> trainingPhotos() {
        return run.map(folder ->
                        PhotoHashes.read(new RunDirectory(folder).photos()).sha256s())
                .orElse(Set.of());
    }

    private void requireNew(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(new Problem(file.toString(), "", "already exists", "Name another file, or remove this one."));
        }
    }

    private Predictor.Settings settings(Optional<FaceChoice> choice, AskedChildren.Asked children) {
        return new Predictor.Settings(
                choice, Math.max(1, threads / children.children().size()));
    }

    private <T> Optional<T> tried(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (BadInput bad) {
            problems.addAll(bad.problems());
            return Optional.empty();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
    }
}
