package org.facies.align;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.table.CsvFile;

/**
 * Collects one row for each photo for {@code faces.csv}: the result and the measurements. It does not keep the crop.
 * Not thread-safe.
 */
public final class FacesCsv {

    /**
     * {@code status} is {@code aligned} or {@code refused}; {@code box} is left, top, right, bottom; angles are
     * degrees.
     */
    private static final List<String> HEADER = List.of(
            "photo",
            "status",
            "reason",
            "faces",
            "score",
            "box",
            "eye_distance_px",
            "sharpness",
            "yaw",
            "pitch",
            "roll",
            "notes");

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds the row of a photo. */
    public void add(FaceResult result) {
        List<String> row = new ArrayList<>();
        row.add(result.photo().path());
        if (result instanceof FaceResult.Refused refused) {
            row.addAll(List.of("refused", refused.reason()));
            row.addAll(measured(refused.facts()));
        } else if (result instanceof FaceResult.Aligned aligned) {
            row.addAll(List.of("aligned", ""));
            row.addAll(measured(Optional.of(aligned.facts())));
        }
        row.add(result.findings().stream().map(FacesCsv::name).collect(Collectors.joining("; ")));
        rows.add(List.copyOf(row));
    }

    /** Writes the rows in the order in which they were added. */
    public void write(Path file) {
        CsvFile.write(file, HEADER, rows);
    }

    private static String name(FaceFinding finding) {
        return finding.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> measured(Optional<FaceFacts> facts) {
        return facts.map(FacesCsv::measured).orElse(List.of("0", "", "", "", "", "", "", ""));
    }

    private static List<String> measured(FaceFacts facts) {
        HeadPose pose = facts.pose();
        return List.of(
                String.valueOf(facts.faces()),
                number("%.4f", facts.score()),
                number("%.1f", facts.box().left()) + " "
                        + number("%.1f", facts.box().top()) + " "
                        + number("%.1f", facts.box().right()) + " "
                        + number("%.1f", facts.box().bottom()),
                number("%.1f", facts.eyeDistancePx()),
                number("%.1f", facts.sharpness()),
                number("%.1f", pose.yawDegrees()),
                number("%.1f", pose.pitchDegrees()),
                number("%.1f", pose.rollDegrees()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
