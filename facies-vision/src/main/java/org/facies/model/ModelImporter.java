package org.facies.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.facies.align.CropGeometry;
import org.facies.input.BadInput;
import org.facies.onnx.OnnxGraph;

/**
 * Takes in a face network that the user brings: weights of an IResNet as torch or safetensors files hold them, ONNX
 * (InsightFace and the like) or dlib's {@code .dat}. It is installed only after it has turned a plain picture into one
 * row of finite numbers.
 */
public final class ModelImporter {

    private final ModelZoo zoo;

    public ModelImporter(ModelZoo zoo) {
        this.zoo = zoo;
    }

    /**
     * What the user says about the file.
     *
     * @param id name to install it under
     * @param input what the network wants to see, mean and scale in the order red, green, blue; nothing in the file
     *     says it
     * @param colours the order in which the network takes them
     * @param licence terms and origin as the user knows them
     */
    public record Description(String id, InputSpec input, ChannelOrder colours, Licence licence) {}

    /**
     * Reads a file, recognises and tries it. Nothing is installed.
     *
     * @throws BadInput if it is not a face network
     */
    public static ImportedModel read(Path file) {
        requireFile(file);
        try {
            return ImportedFile.read(file);
        } catch (IOException broken) {
            throw unreadable(file);
        }
    }

    /**
     * Checks that there is a file to read.
     *
     * @throws BadInput if it is not there, is no plain file, or may not be read
     */
    public static void requireFile(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw new BadInput(file.toString(), "", "is a symbolic link", "Name the file itself.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            throw unreadable(file);
        }
    }

    /**
     * Checks that an id can be given to a model.
     *
     * @throws BadInput if it is no plain name, or names a model of the catalogue
     */
    public void requireFree(String id) {
        zoo.requireFree(id);
    }

    /** Reads, checks and installs a file. */
    public InstalledModel importFile(Path file, Description description) {
        return install(read(file), description);
    }

    /**
     * Installs what was read.
     *
     * @throws BadInput if what the user says does not fit it, or if the user does not agree to the terms
     */
    public InstalledModel install(ImportedModel model, Description description) {
        requireFree(description.id());
        CropGeometry crop = description.input().geometry();
        ImportedModel.Ends ends = model.ends();
        if (!ends.takes(crop)) {
            throw new BadInput(
                    model.fileName(),
                    "",
                    "takes an input of shape %s, and a crop of %s has the shape %s"
                            .formatted(
                                    ends.inputShape(), crop.id(), Arrays.asList(1, 3, crop.heightPx(), crop.widthPx())),
                    "Bring a network for such crops, or name the geometry that this one was trained on.");
        }
        ImportedNetwork network =
                description.colours() == ChannelOrder.RGB ? model.network() : takingRgb(model, description.colours());
        ModelCard card = new ModelCard(
                description.id(),
                summary(model, description.colours()),
                new ModelKind.Backbone(description.input(), ends.embeddingSize(), ends.input(), ends.output()),
                new ModelSource.UserFile(model.fileName(), model.sha256()),
                description.licence());
        return zoo.add(card, network.onnx());
    }

    private static String summary(ImportedModel model, ChannelOrder colours) {
        return "Imported %s, %d numbers%s."
                .formatted(
                        model.family().words(),
                        model.ends().embeddingSize(),
                        colours == ChannelOrder.RGB
                                ? ""
                                : "; took " + colours + ", its first filters were turned to RGB");
    }

    /** The network with its first filters turned, so that everything here and whoever gets the model works in RGB. */
    private static ImportedNetwork takingRgb(ImportedModel model, ChannelOrder colours) {
        if (model.network() instanceof ImportedNetwork.Understood understood) {
            OnnxGraph turned = understood.graph().withColoursReversed().orElseThrow(() -> refused(model, colours));
            return new ImportedNetwork.Understood(turned);
        }
        throw refused(model, colours);
    }

    private static BadInput refused(ImportedModel model, ChannelOrder colours) {
        return new BadInput(
                model.fileName(),
                "",
                "takes " + colours + " and does not begin with a convolution whose filters could be turned to RGB",
                "Export the network with its colours in RGB.");
    }

    private static BadInput unreadable(Path file) {
        return new BadInput(file.toString(), "", "cannot be read", "Name a file that exists and that you may read.");
    }
}
