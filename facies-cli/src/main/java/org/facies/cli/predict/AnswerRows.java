package org.facies.cli.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.bundle.BundleFile;
import org.facies.decision.Decision;
import org.facies.decision.ScreeningRule;
import org.facies.decision.SetRule;
import org.facies.result.PredictionRecord;
import org.facies.result.PredictionRecord.Remark;
import org.facies.result.PredictionRecord.Said;

/** Writes answers as a CSV file with a row for each child. */
final class AnswerRows {
    private static final String SEPARATOR = "; ";

    private final Decision decision;

    AnswerRows(BundleFile bundle) {
        this.decision = bundle.decision();
    }

    /**
     * The columns. {@code p_} holds probabilities for the class frequencies of the study, {@code site_p_} those for the
     * site; prediction sets and thresholds are named after their rules.
     */
    List<String> header() {
        List<String> header =
                new ArrayList<>(List.of("child", "age_months", "answer", "answered", "predicted", "reservations"));
        decision.classes().forEach(label -> header.add("p_" + label));
        decision.classes().forEach(label -> header.add("site_p_" + label));
        decision.sets().forEach(rule -> header.add(name(rule)));
        header.addAll(List.of("any_syndrome", "site_any_syndrome"));
        decision.screening().forEach(rule -> header.add(name(rule)));
        header.addAll(List.of(
                "photos", "photos_used", "faces", "remarks", "training_photos", "bundle", "signature", "purpose"));
        return header;
    }

    private static String name(SetRule rule) {
        return "set_" + rule.conformity().key() + "_" + rule.levelPercent() + "_"
                + rule.assurance().key().replace('-', '_');
    }

    private static String name(ScreeningRule rule) {
        return String.format(
                Locale.ROOT, "positive_at_%s_%.0f", rule.fixed().name().toLowerCase(Locale.ROOT), 100 * rule.at());
    }

    /** The cells of a child. */
    List<String> row(PredictionRecord record) {
        Optional<Said> answer = record.answer();
        List<String> row = new ArrayList<>(List.of(
                record.child(),
                record.ageMonths().map(String::valueOf).orElse(""),
                record.sentence(),
                String.valueOf(record.isAnswered()),
                answer.map(Said::predicted).orElse(""),
                record.reservations().stream().map(Remark::kind).collect(Collectors.joining(SEPARATOR))));
        int classes = decision.classes().size();
        for (int c = 0; c < classes; c++) {
            int place = c;
            row.add(answer.map(said -> number(said.classes().get(place).study()))
                    .orElse(""));
        }
        for (int c = 0; c < classes; c++) {
            int place = c;
            row.add(answer.flatMap(said -> said.classes().get(place).site())
                    .map(AnswerRows::number)
                    .orElse(""));
        }
        for (int s = 0; s < decision.sets().size(); s++) {
            int place = s;
            row.add(answer.map(said ->
                            String.join(SEPARATOR, said.sets().get(place).classes()))
                    .orElse(""));
        }
        row.addAll(screening(answer.flatMap(Said::anySyndrome)));
        row.addAll(photos(record));
        row.addAll(List.of(record.bundle().name(), record.bundle().signature(), record.purpose()));
        return row;
    }

    private List<String> screening(Optional<PredictionRecord.AnySyndrome> any) {
        List<String> cells = new ArrayList<>();
        cells.add(any.map(found -> number(found.study())).orElse(""));
        cells.add(any.flatMap(PredictionRecord.AnySyndrome::site)
                .map(AnswerRows::number)
                .orElse(""));
        for (int i = 0; i < decision.screening().size(); i++) {
            int place = i;
            cells.add(any.map(found -> String.valueOf(found.points().get(place).isPositive()))
                    .orElse(""));
        }
        return cells;
    }

    private static List<String> photos(PredictionRecord record) {
        return List.of(
                record.photos().stream().map(PredictionRecord.Photo::photo).collect(Collectors.joining(SEPARATOR)),
                String.valueOf(record.photosUsed()),
                record.photos().stream()
                        .map(photo -> photo.face().or(photo::refusal).orElse(""))
                        .collect(Collectors.joining(SEPARATOR)),
                record.photos().stream()
                        .flatMap(photo -> photo.findings().stream())
                        .map(Remark::kind)
                        .distinct()
                        .collect(Collectors.joining(SEPARATOR)),
                record.photos().stream()
                        .filter(PredictionRecord.Photo::isTrainingData)
                        .map(PredictionRecord.Photo::photo)
                        .collect(Collectors.joining(SEPARATOR)));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }
}
