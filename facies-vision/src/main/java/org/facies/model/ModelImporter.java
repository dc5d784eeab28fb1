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
 * Imports a user's face network: weights of an IResNet in torch or safetensors files, ONNX (for example of InsightFace)
 * or dlib's {@code .dat}. Before it is installed, it must compute one row of finite numbers from a plain picture.
 */
public final class ModelImporter {

    private final ModelZoo zoo;

    public ModelImporter(ModelZoo zoo) {
        this.zoo = zoo;
    }

    /**
     * The user's description of the file.
     *
     * @param id name under which it is installed
     * @param input the expected input, with mean and scale in the order red, green, blue; the file does not state it
     * @param colours the order in which the network expects them
     * @param licence terms and origin as the user knows them
     */
    public record Description(String id, InputSpec input, ChannelOrder colours, Licence licence) {}

    /**
     * Reads, recognises and tries a file. Nothing is installed.
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
     * Checks that the file can be read.
     *
     * @throws BadInput if it does not exist, is not a regular file, or may not be read
     */
    public static void requireFile(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw new BadInput(file.toString(), "", "is a symbolic link", "Give the path of the file itself.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            throw unreadable(file);
        }
    }

    /**
     * Checks that an id is available for a model.
     *
     * @throws BadInput if it is not a valid name, or is the name of a model of the catalogue
     */
    public void requireFree(String id) {
        zoo.requireFree(id);
    }

    /** Reads, checks and installs a file. */
    public InstalledModel importFile(Path file, Description description) {
        return install(read(file), description);
    }

    /**
     * Installs an imported model.
     *
     * @throws BadInput if the description does not fit it, or if the user does not accept the terms
     */
    public InstalledModel install(ImportedModel model, Description description) {
        requireFree(description.id());
        CropGeometry crop = description.input().geometry();
        ImportedModel.Ends ends = model.ends();
        if (!ends.takes(crop)) {
            throw new BadInput(
                    model.fileName(),
                    "",
                    "expects an input of shape %s, but a crop of %s has the shape %s"
                            .formatted(
                                    ends.inputShape(), crop.id(), Arrays.asList(1, 3, crop.heightPx(), crop.widthPx())),
                    "Use a network for such crops, or state the geometry that this one was trained on.");
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
                                : "; expected " + colours + ", so its first filters were converted to RGB");
    }

    /** The network with its first filters reordered, so that it works in RGB like all other models. */
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
                "expects " + colours + " and does not begin with a convolution whose filters could be converted to RGB",
                "Export the network with its colours in RGB.");
    }

    private static BadInput unreadable(Path file) {
        return new BadInput(
                file.toString(), "", "cannot be read", "Give the path of a file that exists and that you may read.");
    }
}
