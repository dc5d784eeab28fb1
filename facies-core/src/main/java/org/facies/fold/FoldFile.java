package org.facies.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code folds.csv}: photo,subject,diagnosis,division,seed,fold; without division and seed, these are 0. */
final class FoldFile {
    private static final List<String> COLUMNS = List.of("photo", "subject", "diagnosis", "division", "seed", "fold");
    private static final String[] REQUIRED = {"photo", "subject", "diagnosis", "fold"};

    /** The number of the only division, and the seed of the only training of a fold. */
    private static final String ONLY = "0";

    private static final String REMEDY = "Make the folds of this cohort again.";

    private final CsvTable table;
    private final Map<String, List<String>> expected = new HashMap<>();
    private final Map<String, Integer> folds = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FoldFile(CsvTable table, Cohort cohort) {
        this.table = table;
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                expected.put(photo.path(), List.of(photo.path(), subject.id(), subject.diagnosis()));
            }
        }
    }

    static void write(Path csv, FoldPlan plan, Cohort cohort) {
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                rows.add(List.of(
                        photo.path(),
                        subject.id(),
                        subject.diagnosis(),
                        ONLY,
                        ONLY,
                        Integer.toString(plan.foldOf(photo))));
            }
        }
        CsvFile.write(csv, COLUMNS, rows);
    }

    static FoldPlan read(Path csv, Cohort cohort) {
        FoldFile file = new FoldFile(CsvTable.read(csv).require(REQUIRED), cohort);
        file.table.rows().forEach(file::accept);
        return file.plan();
    }

    private void accept(CsvRow row) {
        String photo = row.get("photo");
        if (!List.of(photo, row.get("subject"), row.get("diagnosis")).equals(expected.get(photo))) {
            problem(table.where(row, "photo"), photo, "is not a photo of this cohort with that subject and diagnosis");
        }
        for (String column : List.of("division", "seed")) {
            String value = row.getOrDefault(column, ONLY);
            if (!value.equals(ONLY)) {
                problem(table.where(row, column), value, "is not 0, and this version divides a cohort once");
            }
        }
        String fold = row.get("fold");
        if (!fold.matches("\\d{1,4}")) {
            problem(table.where(row, "fold"), fold, "is not a fold number");
        } else if (folds.put(photo, Integer.valueOf(fold)) != null) {
            problem(table.where(row, "photo"), photo, "is there twice");
        }
    }

    private FoldPlan plan() {
        Set<String> absent = new LinkedHashSet<>(expected.keySet());
        absent.removeAll(folds.keySet());
        absent.stream().sorted().forEach(photo -> problem(table.source(), photo, "has no fold"));
        Set<Integer> used = folds.values().stream().collect(Collectors.toSet());
        int k = used.stream().mapToInt(fold -> fold + 1).max().orElse(0);
        if (problems.isEmpty() && (k < 2 || used.size() < k)) {
            problem(table.source(), "", "does not name the folds 0 to k - 1 with k at least 2");
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new FoldPlan(k, folds);
    }

    private void problem(String where, String value, String what) {
        problems.add(new Problem(where, value, what, REMEDY));
    }
}
