package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.facies.cohort.ClassNames;
import org.facies.cohort.Cohort;
import org.facies.cohort.NamedClass;
import org.facies.file.InputFile;
import org.facies.file.Overlay;
import org.facies.file.PathText;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.Cases;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Form;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.Order;
import org.facies.reading.ReadingDesign.Photos;
import org.facies.reading.ReadingDesign.Pictures;
import org.facies.reading.ReadingDesign.Practice;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingDesign.View;

/**
 * Reads {@code readers.yaml} over the defaults, together with the cohort that it names. All problems in both are
 * reported together.
 *
 * <pre>{@code
 * ReadingDesignFile.Content content = ReadingDesignFile.read(file, manifest -> checked(manifest));
 * ReadingDraw.Drawn drawn = ReadingDraw.of(content.design(), content.cohort(), today);
 * }</pre>
 */
public final class ReadingDesignFile {
    private static final String CASES = "cases";
    private static final String PREVALENCE = "prevalence";
    private static final String MODEL = "model";
    private static final String READERS = "readers";

    private final String file;
    private final Overlay overlay;
    private final JsonNode given;
    private final ObjectNode tree;

    /**
     * The content of the file.
     *
     * @param design with all defaults filled in
     * @param cohort the complete cohort; {@link ReadingDraw} excludes children without consent
     */
    public record Content(ReadingDesign design, Cohort cohort) {}

    private ReadingDesignFile(String file, JsonNode given) {
        this.file = file;
        this.given = given;
        overlay = new Overlay(file);
        JsonNode rest = given.deepCopy();
        if (rest.path(CASES).isObject()) {
            ((ObjectNode) rest.get(CASES)).remove(PREVALENCE);
        }
        ObjectNode defaults = (ObjectNode) Yaml.resource(ReadingDesignFile.class, "defaults.yaml");
        tree = overlay.over(defaults, rest, "");
    }

    /**
     * Reads and checks a file.
     *
     * @param file YAML; {@code defaults.yaml} contains every allowed key
     * @param cohorts reads the manifest at a path
     * @throws BadInput that lists every wrong key and value, and every problem in the cohort
     */
    public static Content read(Path file, Function<Path, Cohort> cohorts) {
        String remedy = "Create it with: facies readers init " + file + ".";
        InputFile.absence(file, "file").ifPresent(what -> {
            throw new BadInput(file.toString(), "", what, remedy);
        });
        return new ReadingDesignFile(file.getFileName().toString(), Yaml.read(file, remedy)).content(file, cohorts);
    }

    private Content content(Path path, Function<Path, Cohort> cohorts) {
        List<Problem> ofCohort = new ArrayList<>();
        Optional<Cohort> cohort = Optional.empty();
        Optional<List<NamedClass>> known = Optional.empty();
        try {
            Path manifest = PathText.read(file + ", cohort", tree.path("cohort").asText());
            cohort = Optional.of(cohorts.apply(path.resolveSibling(manifest)));
            known = cohort.map(ClassNames::of);
        } catch (BadInput bad) {
            ofCohort.addAll(bad.problems());
        }
        ReadingDesign design = design(known);
        List<Problem> problems = new ArrayList<>(overlay.problems());
        problems.addAll(ofCohort);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Content(design, cohort.orElseThrow());
    }

    private ReadingDesign design(Optional<List<NamedClass>> known) {
        List<ShownClass> classes = new ShownClasses(overlay, file).read(tree.get("classes"), known);
        new DesignChecks(overlay).check(tree);
        Optional<Advisor> model = model();
        List<InvitedReader> readers = readers(model.isPresent());
        return new ReadingDesign(
                tree.get("name").asText().strip(),
                tree.get("cohort").asText(),
                classes,
                cases(classes),
                new Pictures(
                        word(Photos.values(), "pictures", "photos"),
                        word(View.values(), "pictures", "view"),
                        number("pictures", "side_px")),
                new Order(
                        tree.get("order").get("seed").asLong(),
                        number("order", "block"),
                        number("order", "break_minutes"),
                        tree.get("order").get("repeats").asDouble()),
                new Practice(number("practice", CASES), isSet("practice", "feedback")),
                new Form(
                        isSet("form", "cannot_say"),
                        isSet("form", "confidence"),
                        isSet("form", "probabilities"),
                        isSet("form", "comment")),
                model,
                readers,
                tree.get("invitation_days").asInt());
    }

    private Cases cases(List<ShownClass> classes) {
        Draw draw = word(Draw.values(), CASES, "draw");
        JsonNode shares = given.path(CASES).path(PREVALENCE);
        return new Cases(
                draw,
                number(CASES, "per_class"),
                number(CASES, "size"),
                new WantedPrevalence(overlay).read(shares, draw, classes),
                tree.get(CASES).get("seed").asLong());
    }

    private Optional<Advisor> model() {
        JsonNode stated = given.path(MODEL);
        if (stated.isMissingNode() || stated.isNull()) {
            return Optional.empty();
        }
        JsonNode model = tree.get(MODEL);
        if (model.get("run").asText().isBlank() && !overlay.hasProblem(MODEL)) {
            overlay.problem(
                    MODEL + ".run",
                    "",
                    "is missing",
                    "Name the run whose predictions are shown, or the run that the bundle was made from.");
        }
        return Optional.of(new Advisor(
                model.get("run").asText(),
                text(model.get(MODEL)),
                text(model.get("bundle")),
                model.get("set_percent").asInt()));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isBlank());
    }

    private List<InvitedReader> readers(boolean hasModel) {
        List<InvitedReader> readers = new ArrayList<>();
        ObjectNode defaults = Yaml.MAPPER
                .createObjectNode()
                .put("name", "")
                .put("arm", "unaided")
                .put("language", "en");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tree.get(READERS).size(); i++) {
            String key = READERS + "[" + i + "]";
            ObjectNode reader =
                    overlay.over(defaults, Shorthand.group(tree.get(READERS).get(i), "name"), key);
            String name = reader.get("name").asText();
            ReaderName.problem(key, name, names)
                    .ifPresent(wrong -> overlay.problem(key + ".name", name, wrong.what(), wrong.remedy()));
            names.add(name);
            overlay.choice(reader, "arm", key + ".arm", DesignChecks.words(Arm.values()));
            overlay.choice(reader, "language", key + ".language", List.of("en", "de"));
            Arm arm = DesignChecks.word(Arm.values(), reader.get("arm").asText());
            if (arm == Arm.SEQUENTIAL && !hasModel) {
                overlay.problem(
                        key + ".arm",
                        "sequential",
                        "needs a model whose answers are shown",
                        "Name its run under \"model:\", or write arm: unaided.");
            }
            readers.add(new InvitedReader(name, arm, reader.get("language").asText()));
        }
        return readers;
    }

    private int number(String group, String key) {
        return tree.get(group).get(key).asInt();
    }

    private boolean isSet(String group, String key) {
        return tree.get(group).get(key).asBoolean();
    }

    private <E extends Enum<E>> E word(E[] words, String group, String key) {
        return DesignChecks.word(words, tree.get(group).get(key).asText().toLowerCase(Locale.ROOT));
    }
}
