import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.JsonFile;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.result.MetricsFile;
import org.facies.statistic.ParallelRange;
import org.facies.subgroup.SubgroupColumn;
import org.facies.table.CsvTable;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/**
 * Evaluates a file of predictions as a study does. Usage: {@code Ours predictions.csv metrics.json RESAMPLES THREADS
 * [subjects.csv readers.csv]}; without the last two, only what the peer computes too.
 */
public final class Ours {

    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        PredictionTable table = PredictionTable.read(Path.of(arguments[0]));
        EvaluationSettings settings = new EvaluationSettings(Integer.parseInt(arguments[2]), 1);
        int threads = Integer.parseInt(arguments[3]);
        Map<String, Double> seconds = new LinkedHashMap<>();
        long last = took(seconds, "read", begin);
        MetricsFile metrics;
        if (arguments.length == 4) {
            metrics = MetricsFile.of(Evaluation.of(table, settings, threads));
            last = took(seconds, "evaluate", last);
        } else {
            List<SubgroupColumn> columns = columns(Path.of(arguments[4]));
            NoveltyTable none = new NoveltyTable(List.of());
            UncertaintySettings trust = UncertaintySettings.standard(settings);
            metrics = ParallelRange.both(
                    threads,
                    () -> Evaluation.of(table, settings, threads),
                    () -> UncertaintyEvaluation.of(table, columns, none, trust, threads),
                    MetricsFile::of);
            last = took(seconds, "evaluate and uncertainty", last);
            ReaderAnswers answers = ReaderAnswers.read(Path.of(arguments[5]), table);
            metrics = metrics.withReaders(
                    ReaderStudy.of(table, answers, java.util.Optional.empty(), settings, threads));
            last = took(seconds, "readers", last);
        }
        metrics.write(Path.of(arguments[1]));
        took(seconds, "write", last);
        System.out.println(JsonFile.node(seconds));
    }

    private static long took(Map<String, Double> seconds, String what, long since) {
        long now = System.nanoTime();
        seconds.put(what, Math.round((now - since) / 1e6) / 1e3);
        return now;
    }

    private static List<SubgroupColumn> columns(Path subjects) {
        CsvTable table = CsvTable.read(subjects);
        List<SubgroupColumn> columns = new ArrayList<>();
        for (String name : table.columns().subList(1, table.columns().size())) {
            Map<String, List<String>> groups = new LinkedHashMap<>();
            table.rows().forEach(row -> groups.computeIfAbsent(row.get(name), none -> new ArrayList<>())
                    .add(row.get("subject")));
            columns.add(new SubgroupColumn(name, groups));
        }
        return columns;
    }
}
