package org.facies.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** The golden files, made by scikit-learn and statsmodels with {@code golden/make.py}. */
public final class Golden {
    public static final List<String> CLASSES = List.of("alagille", "none", "noonan", "williams-beuren");

    private Golden() {}

    public static Path file(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static JsonNode values() {
        return valuesOf("golden.json");
    }

    /** Of the files in a folder below: "" or, for example, "seed-101/". */
    public static JsonNode values(String folder) {
        return valuesOf(folder + "golden.json");
    }

    /** Another golden file. */
    public static JsonNode valuesOf(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Both models, a and b, in the layout of {@code predictions.csv}. */
    public static PredictionTable predictions() {
        return predictions("");
    }

    /** Of the files in a folder below. */
    public static PredictionTable predictions(String folder) {
        CsvTable csv = CsvTable.read(file(folder + "predictions.csv")).require("photo", "subject", "diagnosis", "fold");
        List<Prediction> predictions = new ArrayList<>();
        for (String model : List.of("a", "b")) {
            csv.rows().forEach(row -> predictions.add(prediction(row, model)));
        }
        return new PredictionTable(CLASSES, predictions);
    }

    private static Prediction prediction(CsvRow row, String model) {
        return new Prediction(
                model,
                Integer.parseInt(row.get("fold")),
                row.get("photo"),
                row.get("subject"),
                row.get("diagnosis"),
                CLASSES.stream()
                        .map(name -> Double.valueOf(row.get(model + "_" + name)))
                        .toList());
    }
}
