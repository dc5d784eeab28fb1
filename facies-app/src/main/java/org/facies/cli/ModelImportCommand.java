package org.facies.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.facies.align.CropGeometry;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.model.Licence;
import org.facies.model.ModelImporter;
import org.facies.model.Normalisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in a network that the user brings. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in a face network that you bring: ONNX in one file, or dlib's .dat.",
            "",
            "Nothing in such a file says how the face must lie in the crop and how its pixels are scaled; say it, or the"
                    + " embeddings are worthless without any error. ArcFace and InsightFace networks use the defaults. Then"
                    + " measure it with \"facies model verify\".",
            "",
            "InsightFace publishes its weights for non-commercial research only; state that as --restriction."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  facies model import glintr100.onnx --id glint-r100 --licence \"InsightFace\" \\",
            "      --restriction \"non-commercial research only\""
        })
final class ModelImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the network")
    private Path file = Path.of("");

    @Option(names = "--id", required = true, description = "name to install it under: small letters, digits, . and -")
    private String id = "";

    @Option(
            names = "--licence",
            required = true,
            paramLabel = "TEXT",
            description = "its licence, as its publisher states it")
    private String licence = "";

    @Option(
            names = "--origin",
            paramLabel = "TEXT",
            defaultValue = "not stated",
            description = "who trained it on what (default: not stated)")
    private String origin = "";

    @Option(
            names = "--restriction",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "what the licence does not allow; shown and agreed to once")
    private String restriction = "";

    @Option(
            names = "--geometry",
            defaultValue = "arcface-112",
            description = "how the face lies in the crop: arcface-112 (default) or dlib-150")
    private String geometry = "";

    @Option(
            names = "--mean",
            split = ",",
            paramLabel = "X",
            description =
                    "what is taken from a pixel value, 0..255: one number or one for each of red, green, blue (default: 127.5, or dlib's with dlib-150)")
    private List<Float> mean = List.of();

    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "X",
            description = "what the rest is divided by, likewise (default: 127.5, or 256 with dlib-150)")
    private List<Float> scale = List.of();

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        ModelImporter importer = new ModelImporter(machine.zoo(new ConsoleProgress()));
        if (licence.isBlank() || origin.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--licence and --origin are not empty; say \"unknown\"");
        }
        Licence terms = new Licence(licence, origin, restriction);
        InstalledModel model = importer.importFile(file, new ModelImporter.Description(id, input(), terms));
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is here: %s, %d numbers. Next: facies model verify %s --pairs pairs.csv%n",
                        id, model.file(), model.card().backbone().embeddingSize(), id);
        return 0;
    }

    private InputSpec input() {
        CropGeometry crop = InputSpec.GEOMETRIES.stream()
                .filter(known -> known.id().equals(geometry))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--geometry is arcface-112 or dlib-150, not \"" + geometry + "\""));
        Normalisation usual = crop.equals(CropGeometry.DLIB_150) ? Normalisation.DLIB : Normalisation.ARCFACE;
        try {
            return new InputSpec(
                    crop, new Normalisation(perChannel(mean, usual.mean()), perChannel(scale, usual.scale())));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--mean and --scale: " + wrong.getMessage());
        }
    }

    private static List<Float> perChannel(List<Float> given, List<Float> usual) {
        return given.isEmpty() ? usual : given.size() == 1 ? Collections.nCopies(3, given.get(0)) : given;
    }
}
