package org.facies.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.facies.align.CropGeometry;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cli.terminal.UserAnswers;
import org.facies.cli.terminal.UserAnswers.Question;
import org.facies.model.ChannelOrder;
import org.facies.model.ImportedModel;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.Licence;
import org.facies.model.ModelImporter;
import org.facies.model.Normalisation;
import org.facies.model.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a network of the user. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports a face network: InsightFace's backbone.pth or the same weights as safetensors (IResNet-18, -34,"
                    + " -50, -100), any face network as one ONNX file, or dlib's .dat. Format and network are"
                    + " recognised from the content of the file.",
            "",
            "Such a file does not state where the face lies in the crop, how pixels are scaled, or under which"
                    + " licence you may use it. On a terminal the command asks you, and proposes values for the"
                    + " recognised network. Options answer in advance, and --yes accepts all proposals. Then measure"
                    + " the network with \"facies model verify\": a wrong geometry or colour order makes it useless,"
                    + " but causes no error.",
            "",
            "InsightFace publishes its weights for non-commercial research only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies model import backbone.pth --as my-r100 --yes",
            "  facies model import glintr100.onnx --as glint-r100 --origin \"InsightFace, Glint360K\""
        })
final class ModelImportCommand implements Callable<Integer> {
    private static final String NO_RESTRICTION = "none";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "file of the network")
    private Path file = Path.of("");

    @Option(
            names = {"--as", "--id"},
            required = true,
            paramLabel = "ID",
            description = "install the network under this name: lower-case letters, digits, . and -")
    private String id = "";

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "record this licence, in the words of its" + " publisher")
    private Optional<String> licence = Optional.empty();

    @Option(names = "--origin", paramLabel = "TEXT", description = "record who trained the network on which photos")
    private Optional<String> origin = Optional.empty();

    @Option(
            names = "--restriction",
            paramLabel = "TEXT",
            description = "record what the licence forbids, or none; users are shown this and must agree once")
    private Optional<String> restriction = Optional.empty();

    @Option(
            names = "--geometry",
            paramLabel = "CROP",
            description = "align faces to this crop: arcface-112, dlib-150 or wide-144")
    private Optional<String> geometry = Optional.empty();

    @Option(
            names = "--colours",
            paramLabel = "ORDER",
            description = "name the colour order that the network expects: rgb or bgr; the filters of a bgr network are"
                    + " converted to rgb")
    private Optional<String> colours = Optional.empty();

    @Option(
            names = "--mean",
            paramLabel = "X",
            description =
                    "subtract this mean from a pixel value (0 to 255): one number, or three for red, green and blue,"
                            + " separated by commas")
    private Optional<String> mean = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "divide the difference by this scale: one number, or" + " three")
    private Optional<String> scale = Optional.empty();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        ModelImporter importer = new ModelImporter(machine.zoo(new ConsoleProgress()));
        importer.requireFree(id);
        ImportedModel model = ModelImporter.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + ": " + model.summary() + ".");
        out.println(TrainingNote.of(model));
        out.flush();
        InstalledModel installed = importer.install(model, description(model.proposal(), machine.answers()));
        out.println(id + " is installed: " + installed.file() + ".");
        out.println(NextStep.line("model verify", id, "--pairs pairs.csv"));
        return 0;
    }

    private ModelImporter.Description description(Proposal proposal, UserAnswers answers) {
        InputSpec input = input(proposal, answers);
        String order = answers.to(
                new Question("--colours", "Colour order that the network expects, rgb or bgr?", "rgb"), colours);
        Licence terms = terms(proposal.licence(), answers);
        answers.requireAll(file.toString());
        return new ModelImporter.Description(id, input, order(order), terms);
    }

    private InputSpec input(Proposal proposal, UserAnswers answers) {
        CropGeometry usual = proposal.input().geometry();
        CropGeometry crop = crop(answers.to(
                new Question("--geometry", "Crop of the face, arcface-112, dlib-150 or wide-144?", usual.id()),
                geometry));
        Normalisation likely = crop.equals(usual)
                ? proposal.input().normalisation()
                : crop.equals(CropGeometry.DLIB_150) ? Normalisation.DLIB : Normalisation.ARCFACE;
        String taken = answers.to(
                new Question("--mean", "Mean to subtract from a pixel value (0 to 255)?", text(likely.mean())), mean);
        String divisor =
                answers.to(new Question("--scale", "Scale to divide the difference by?", text(likely.scale())), scale);
        try {
            return new InputSpec(crop, new Normalisation(perChannel(taken), perChannel(divisor)));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--mean and --scale take one number each, or three separated by commas, and a scale is greater"
                            + " than 0; given were \""
                            + taken + "\" and \"" + divisor + "\"");
        }
    }

    private Licence terms(Licence likely, UserAnswers answers) {
        String stated = answers.to(
                new Question("--licence", "Licence, in the words of its publisher?", likely.stated()), licence);
        String maker = answers.to(new Question("--origin", "Who trained it on which photos?", likely.origin()), origin);
        String forbidden = answers.to(
                new Question("--restriction", "What does the licence forbid, or none?", likely.caution()), restriction);
        if (stated.isBlank() || maker.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--licence and --origin must not be empty; write" + " \"unknown\" if you do not know");
        }
        return new Licence(stated, maker, forbidden.equals(NO_RESTRICTION) ? "" : forbidden);
    }

    private CropGeometry crop(String name) {
        return InputSpec.GEOMETRIES.stream()
                .filter(known -> known.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--geometry must be arcface-112, dlib-150 or wide-144, not \"" + name + "\""));
    }

    private ChannelOrder order(String name) {
        return Arrays.stream(ChannelOrder.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--colours must be rgb or bgr, not \"" + name + "\""));
    }

    /** One number if the three are equal. */
    private static String text(List<Float> channels) {
        long different = channels.stream().distinct().count();
        return channels.stream()
                .limit(different == 1 ? 1 : 3)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static List<Float> perChannel(String given) {
        List<Float> numbers = Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .map(Float::valueOf)
                .toList();
        return numbers.size() == 1 ? Collections.nCopies(3, numbers.get(0)) : numbers;
    }
}
