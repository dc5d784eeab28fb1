import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether every model of a study on every third person of faces-a beats the reference: logistic regression on frozen
 * mobilefacenet-512 embeddings of the same people, three folds by subject, pooled out of fold (reference.py). Usage:
 * {@code BeatsReference metrics.json}.
 */
public final class BeatsReference {

    public static void main(String[] arguments) throws Exception {
        Map<String, Double> reference = new LinkedHashMap<>();
        reference.put("accuracy", 0.784);
        reference.put("balanced_accuracy", 0.417);
        reference.put("macro_f1", 0.439);
        reference.put("auc_ovr_macro", 0.785);
        JsonNode models = new ObjectMapper().readTree(Path.of(arguments[0]).toFile()).path("models");
        boolean beaten = !models.isEmpty();
        for (Map.Entry<String, JsonNode> model : models.properties()) {
            for (Map.Entry<String, Double> bar : reference.entrySet()) {
                double value = model.getValue().path("subject").path(bar.getKey()).path("value").asDouble();
                boolean higher = value > bar.getValue();
                beaten &= higher;
                System.out.printf(
                        "%s: %s %.3f, reference %.3f%s%n",
                        model.getKey(), bar.getKey(), value, bar.getValue(), higher ? "" : "   NOT BEATEN");
            }
        }
        System.exit(beaten ? 0 : 1);
    }
}
