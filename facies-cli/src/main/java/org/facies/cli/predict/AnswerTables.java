package org.facies.cli.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facies.cli.table.TextTable;
import org.facies.decision.AnswerText;
import org.facies.result.PredictionRecord;
import org.facies.result.PredictionRecord.Photo;
import org.facies.result.PredictionRecord.Remark;
import org.facies.result.PredictionRecord.Said;

/** The answer of a model about a child, for a terminal. */
final class AnswerTables {
    private static final String TRAINING =
            "This is a training photo of the model: the answer says nothing about children that the model has not"
                    + " seen.";

    private final int columns;

    /** @param columns maximum width of a table's line */
    AnswerTables(int columns) {
        this.columns = columns;
    }

    /** The lines before the first child. */
    static List<String> head(String purpose, PredictionRecord.Model model) {
        return List.of(
                purpose,
                "Intended purpose: " + plain(model.intendedPurpose()),
                "Bundle: " + plain(model.name()) + ", made on " + model.created() + ". " + model.signature());
    }

    /** One line about a child. */
    static String line(PredictionRecord record) {
        return plain(record.child()) + ": " + record.sentence();
    }

    /** Everything about a child; the answer comes first. */
    String whole(PredictionRecord record) {
        List<String> parts = new ArrayList<>();
        parts.add(line(record));
        parts.add(
                record.photos().stream().map(AnswerTables::photo).collect(Collectors.joining(System.lineSeparator())));
        record.answer().ifPresent(said -> {
            parts.add(probabilities(said).within(columns));
            parts.add(said.mix().studySentence()
                    + System.lineSeparator()
                    + said.mix().siteSentence());
            parts.add(sets(said).within(columns));
            said.anySyndrome().ifPresent(any -> parts.add(anySyndrome(any)));
            said.distance()
                    .ifPresent(distance -> parts.add("Distance from the training faces: "
                            + score(distance.value())
                            + distance.limit()
                                    .map(limit -> " (unknown above " + score(limit) + ")")
                                    .orElse("")));
        });
        return String.join(System.lineSeparator().repeat(2), parts);
    }

    private static String photo(Photo photo) {
        List<String> said = new ArrayList<>();
        photo.face().ifPresent(said::add);
        if (photo.refusal().isPresent()) {
            photo.refusal().filter(reason -> !said.contains(reason)).ifPresent(said::add);
            said.add("This photo was not used.");
        } else {
            photo.findings().stream()
                    .filter(finding -> !finding.kind().equals("several-faces"))
                    .map(Remark::sentence)
                    .forEach(said::add);
            if (photo.findings().isEmpty()) {
                said.add("No quality problem found.");
            }
        }
        if (photo.isTrainingData()) {
            said.add(TRAINING);
        }
        return "  " + plain(photo.photo()) + ": " + String.join(" ", said);
    }

    private static TextTable probabilities(Said said) {
        boolean atSite = said.mix().site().isPresent();
        TextTable table = atSite
                ? new TextTable("class", "with the class frequencies of the study", "with those of your site")
                : new TextTable("class", "with the class frequencies of the study");
        said.classes().forEach(one -> {
            List<String> cells = new ArrayList<>(List.of(plain(one.name()), AnswerText.percent(one.study())));
            one.site().ifPresent(site -> cells.add(AnswerText.percent(site)));
            table.row(cells);
        });
        return table;
    }

    private static TextTable sets(Said said) {
        TextTable table =
                new TextTable(TextTable.Body.WORDS, List.of("prediction set", "classes", "coverage in the study"));
        said.shownSets()
                .forEach(set -> table.row(
                        set.levelPercent() + " %",
                        set.classes().isEmpty() ? "no class" : plain(String.join(", ", set.classes())),
                        score(set.coverage().value())));
        return table;
    }

    private String anySyndrome(PredictionRecord.AnySyndrome any) {
        TextTable table = new TextTable(
                "threshold for",
                "threshold",
                "child is above it",
                "sensitivity in the study",
                "specificity in the study");
        any.points()
                .forEach(point -> table.row(
                        point.fixed() + String.format(Locale.ROOT, " %.0f %%", 100 * point.at()),
                        AnswerText.percent(point.threshold()),
                        point.isPositive() ? "yes" : "no",
                        score(point.sensitivity().value()),
                        score(point.specificity().value())));
        return "Any syndrome: " + AnswerText.percent(any.study()) + " with the class frequencies of the study"
                + any.site()
                        .map(site -> ", " + AnswerText.percent(site) + " with those of your site")
                        .orElse("")
                + System.lineSeparator() + table.within(columns);
    }

    private static String score(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** Replaces control characters of a name, which would reach the terminal. */
    static String plain(String text) {
        return text.codePoints()
                .mapToObj(c ->
                        Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
