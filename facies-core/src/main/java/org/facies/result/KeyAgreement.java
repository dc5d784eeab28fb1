package org.facies.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.conformal.SetFigures;
import org.facies.metric.LevelEvaluation;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.reader.ReadingResults;
import org.facies.schema.Defect;
import org.facies.subgroup.ColumnFigures;
import org.facies.subgroup.GroupFigures;

/** Checks that the parts of a {@code metrics.json} name the same classes, models and readers. */
final class KeyAgreement {
    private final MetricsFile file;
    private final Set<String> classes;
    private final List<Defect> defects = new ArrayList<>();

    private KeyAgreement(MetricsFile file) {
        this.file = file;
        this.classes = new LinkedHashSet<>(file.labels());
    }

    /** Each key that is missing, or of no class, model or reader. */
    static List<Defect> defects(MetricsFile file) {
        KeyAgreement agreement = new KeyAgreement(file);
        if (agreement.classes.size() < file.classes().size()) {
            agreement.defect("classes", "names a label twice");
        }
        file.models().forEach(agreement::model);
        agreement.comparisons();
        agreement.readers();
        return agreement.defects.stream().distinct().toList();
    }

    private void defect(String key, String what) {
        defects.add(new Defect(key, what));
    }

    private void model(String name, ModelResult model) {
        String path = "models." + name;
        level(path + ".subject", model.subject());
        level(path + ".photo", model.photo());
        classes(path + ".curves", model.curves());
        model.conformal().ifPresent(all -> {
            for (int i = 0; i < all.size(); i++) {
                SetFigures sets = all.get(i);
                classes(path + ".conformal[" + i + "].per_class", sets.perClass());
            }
        });
        model.naming().ifPresent(naming -> {
            Set<String> syndromes = new LinkedHashSet<>(classes);
            model.screening().ifPresent(screening -> syndromes.remove(screening.unaffected()));
            same(path + ".naming.recall", naming.recall().keySet(), syndromes);
        });
        model.sensitivity().ifPresent(sensitivity -> {
            Set<String> syndromes = new LinkedHashSet<>(classes);
            model.screening().ifPresent(screening -> syndromes.remove(screening.unaffected()));
            same(path + ".sensitivity", sensitivity.keySet(), syndromes);
        });
        model.classCalibration().ifPresent(byClass -> classes(path + ".class_calibration", byClass));
        model.novelty().ifPresent(novelty -> classes(path + ".novelty.per_class", novelty.perClass()));
        model.subgroups().ifPresent(columns -> {
            for (int i = 0; i < columns.size(); i++) {
                column(path + ".subgroups[" + i + "]", columns.get(i));
            }
        });
    }

    private void level(String path, LevelEvaluation level) {
        classes(path + ".per_class", level.perClass());
        matrix(path + ".confusion", level.confusion());
    }

    private void column(String path, ColumnFigures column) {
        for (int i = 0; i < column.groups().size(); i++) {
            GroupFigures group = column.groups().get(i);
            classes(path + ".groups[" + i + "].per_class", group.perClass());
        }
    }

    private void comparisons() {
        file.tests().mcnemar().forEach(pair -> known("tests.mcnemar", List.of(pair.a(), pair.b())));
        file.tests().cochranQ().forEach(joint -> known("tests.cochran_q", joint.models()));
    }

    private void known(String path, List<String> models) {
        models.stream()
                .filter(model -> !file.models().containsKey(model))
                .forEach(model -> defect("models." + model, "is missing, although " + path + " names the model"));
    }

    private void readers() {
        boolean areThere = file.readers().isPresent();
        together("reader_sample", file.readerSample().isPresent(), areThere);
        together("tests.readers_mcnemar", file.tests().readersMcnemar().isPresent(), areThere);
        together("tests.readers_cochran_q", file.tests().readersCochranQ().isPresent(), areThere);
        together("tests.readers_mrmc", file.tests().readersMrmc().isPresent(), areThere);
        file.readerSample().ifPresent(this::sample);
        file.readers().ifPresent(readers -> readers.forEach(this::reader));
        file.tests()
                .readersMcnemar()
                .ifPresent(pairs -> pairs.stream()
                        .filter(pair -> areThere && !file.readers().get().containsKey(pair.reader()))
                        .forEach(pair -> defect(
                                "readers." + pair.reader(),
                                "is missing, although tests.readers_mcnemar names the reader")));
        reading(file.reading());
        file.agreement().ifPresent(agreement -> classes("agreement.per_category", agreement.perCategory()));
    }

    private void reading(ReadingResults reading) {
        reading.readersAided().ifPresent(aided -> {
            readers("readers_aided.readers", aided.readers());
            same("readers_aided.per_reader", aided.perReader().keySet(), aided.readers());
        });
        reading.readersRepeated().ifPresent(repeats -> {
            readers("readers_repeated.readers", repeats.readers());
            same("readers_repeated.per_reader", repeats.perReader().keySet(), repeats.readers());
        });
        reading.readersByPosition().ifPresent(order -> {
            readers("readers_by_position.readers", order.readers());
            for (int i = 0; i < order.parts().size(); i++) {
                same(
                        "readers_by_position.parts[" + i + "].accuracy_by_reader",
                        order.parts().get(i).accuracyByReader().keySet(),
                        order.readers());
            }
        });
    }

    private void readers(String path, List<String> names) {
        names.stream()
                .filter(name ->
                        file.readers().filter(known -> known.containsKey(name)).isEmpty())
                .forEach(name -> defect("readers." + name, "is missing, although " + path + " names the reader"));
    }

    private void together(String key, boolean isThere, boolean areReadersThere) {
        if (isThere != areReadersThere) {
            defect(key, isThere ? "is there without the key readers" : "is missing next to the key readers");
        }
    }

    private void sample(ReaderSample sample) {
        classes("reader_sample.cohort", sample.cohort());
        classes("reader_sample.judged", sample.judged());
        classes("reader_sample.judged_by_all", sample.judgedByAll());
        same("reader_sample.models", sample.models().keySet(), file.models().keySet());
    }

    private void reader(String name, ReaderEvaluation reader) {
        classes("readers." + name + ".per_class", reader.perClass());
        matrix("readers." + name + ".confusion", reader.confusion());
        reader.cannotSay().ifPresent(none -> classes("readers." + name + ".cannot_say.by_class", none.byClass()));
    }

    private void classes(String path, Map<String, ?> byClass) {
        same(path, byClass.keySet(), classes);
    }

    private void same(String path, Collection<String> keys, Collection<String> wanted) {
        wanted.stream().filter(key -> !keys.contains(key)).forEach(key -> defect(path + "." + key, "is missing"));
        keys.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> defect(path + "." + key, "is no class, model or reader of this file"));
    }

    private void matrix(String path, List<List<Long>> rows) {
        int n = classes.size();
        if (rows.size() != n || rows.stream().anyMatch(row -> row.size() != n)) {
            defect(path, "is not a square of " + n + " rows");
        }
    }
}
