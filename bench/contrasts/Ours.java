import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.ContrastResults;
import org.facies.metric.PredictionTable;
import org.facies.schema.RecordFormat;

/**
 * Measures contrasts for oracle.py. Usage: {@code Ours FOLDER...}; each folder holds contrasts.json and one
 * predictions-*.csv for each repeat, and gets ours.json.
 */
public final class Ours {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Ours() {}

    public static void main(String[] folders) throws Exception {
        RecordFormat<ContrastResults> format =
                RecordFormat.of(ContrastResults.class, RecordFormat.Undefined.AS_NULL);
        for (String name : folders) {
            Path folder = Path.of(name);
            List<PredictionTable> repeats;
            try (Stream<Path> files = Files.list(folder)) {
                repeats = files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                        .sorted()
                        .map(PredictionTable::read)
                        .toList();
            }
            ContrastResults results =
                    ContrastEvaluation.ofRepeats(repeats, contrasts(folder.resolve("contrasts.json")), 2);
            MAPPER.writeValue(folder.resolve("ours.json").toFile(), format.write(results));
        }
    }

    private static List<Contrast> contrasts(Path json) throws Exception {
        List<Contrast> contrasts = new ArrayList<>();
        for (JsonNode node : MAPPER.readTree(json.toFile())) {
            Map<String, Double> weights = new LinkedHashMap<>();
            node.get("weights")
                    .properties()
                    .forEach(weight -> weights.put(weight.getKey(), weight.getValue().asDouble()));
            Optional<Double> margin = Optional.ofNullable(node.get("margin")).map(JsonNode::asDouble);
            contrasts.add(new Contrast(node.get("name").asText(), weights, margin));
        }
        return contrasts;
    }
}
