package org.facies.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.autograd.Trainability;
import org.facies.file.PathText;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.model.Architectures;
import org.facies.model.ChannelOrder;
import org.facies.model.ImportedModel;
import org.facies.model.InstalledModel;
import org.facies.model.ModelImporter;
import org.facies.model.ModelZoo;
import org.facies.model.Proposal;
import org.facies.result.StudyRecord;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.StudySettings;
import org.facies.workspace.FaceNetworks;

/**
 * Finds the networks that the models of a study start from: installed, built in, or in a file next to the study. Such a
 * file is installed once, under the name of its architecture and its hash.
 */
public final class Backbones {

    private static final int HASH_LETTERS = 16;

    private final Path studyFolder;
    private final ModelZoo zoo;
    private final Map<String, Backbone> found = new LinkedHashMap<>();

    /** @param studyFolder folder that paths of weight files are relative to */
    public Backbones(Path studyFolder, ModelZoo zoo) {
        this.studyFolder = studyFolder;
        this.zoo = zoo;
    }

    /**
     * Fetches the networks that a study starts from and those that find faces, and asks about their licences.
     *
     * @throws BadInput with every problem of these networks
     */
    public void requireWithFaces(List<StudySettings.Model> models) {
        Stream<String> backbones = models.stream()
                .filter(model -> !(model.pretrained() instanceof Pretrained.Imported))
                .map(StudySettings.Model::backbone)
                .filter(name -> Architectures.find(name).isEmpty());
        zoo.requireAll(
                Stream.concat(FaceNetworks.ids().stream(), backbones).distinct().toList());
    }

    /**
     * The network of a model.
     *
     * @throws BadInput if there is no such network, if its file is not what the study says, or if it cannot be trained
     */
    public Backbone of(StudySettings.Model model) {
        String key = model.backbone() + " " + model.pretrained();
        return found.computeIfAbsent(key, first -> trainable(resolved(model)));
    }

    /**
     * The network that a model of a run started from. The run installed a weight file, so the original file is not
     * needed.
     *
     * @throws BadInput as {@link #of(StudySettings.Model)}, or if it is no longer installed
     */
    public Backbone of(StudySettings.Model model, StudyRecord run) {
        if (!(model.pretrained() instanceof Pretrained.Imported weights)) {
            return of(model);
        }
        String hash = Optional.ofNullable(run.provenance().models().get(weights.file()))
                .map(StudyRecord.Network::sourceSha256)
                .orElse("");
        String id = model.backbone() + "-" + hash.substring(0, Math.min(HASH_LETTERS, hash.length()));
        InstalledModel installed = zoo.find(id)
                .orElseThrow(() -> new BadInput(
                        "model zoo",
                        id,
                        "is no longer installed, but models of this run were trained from it",
                        "Run the study again where " + weights.file() + " is."));
        return new Backbone.Installed(weights.file(), zoo.onItsTerms(installed));
    }

    private Backbone resolved(StudySettings.Model model) {
        if (model.pretrained() instanceof Pretrained.Imported weights) {
            return new Backbone.Installed(
                    weights.file(),
                    imported(studyFolder.resolve(PathText.read("pretrained", weights.file())), model.backbone()));
        }
        return Architectures.find(model.backbone())
                .<Backbone>map(Backbone.Built::new)
                .orElseGet(() -> installed(model.backbone()));
    }

    private Backbone installed(String id) {
        InstalledModel model = zoo.require(id);
        model.card().requireTrainable();
        return new Backbone.Installed(id, model);
    }

    private InstalledModel imported(Path file, String architecture) {
        ModelImporter.requireFile(file);
        String id = architecture + "-" + Sha256.ofReadable(file).substring(0, HASH_LETTERS);
        return zoo.find(id).map(zoo::onItsTerms).orElseGet(() -> imported(file, architecture, id));
    }

    private InstalledModel imported(Path file, String architecture, String id) {
        ImportedModel model = ModelImporter.read(file);
        if (!model.family().architecture().filter(architecture::equals).isPresent()) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "contains " + model.family().words() + ", but the study says " + architecture,
                    "Name its architecture as backbone, or import it with \"facies model import\" and name the"
                            + " imported model.");
        }
        Proposal proposal = model.proposal();
        return new ModelImporter(zoo)
                .install(
                        model,
                        new ModelImporter.Description(id, proposal.input(), ChannelOrder.RGB, proposal.licence()));
    }

    private static Backbone trainable(Backbone backbone) {
        Optional<String> obstacle;
        try {
            obstacle = Trainability.obstacle(backbone.graph());
        } catch (BadInput notUnderstood) {
            obstacle = Optional.of(notUnderstood.problems().get(0).what());
        }
        if (obstacle.isPresent()) {
            throw new BadInput(
                    "backbone",
                    backbone.label(),
                    "can only compute embeddings: " + obstacle.get(),
                    "Choose a network that consists of plain layers.");
        }
        return backbone;
    }
}
