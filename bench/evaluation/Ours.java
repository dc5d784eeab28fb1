import java.nio.file.Path;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;

/** Evaluates a file of predictions. Usage: {@code Ours predictions.csv metrics.json RESAMPLES THREADS}. */
public final class Ours {

    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        PredictionTable table = PredictionTable.read(Path.of(arguments[0]));
        long read = System.nanoTime();
        EvaluationSettings settings = new EvaluationSettings(Integer.parseInt(arguments[2]), 1);
        Evaluation.of(table, settings, Integer.parseInt(arguments[3])).write(Path.of(arguments[1]));
        System.out.printf("{\"read\": %.3f, \"evaluate\": %.3f}%n", (read - begin) / 1e9, (System.nanoTime() - read) / 1e9);
    }
}
