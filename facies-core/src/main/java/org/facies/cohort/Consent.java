package org.facies.cohort;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * The photos of a cohort that may be used for a purpose, after the columns {@code consent} and {@code
 * consent_<purpose>} of its manifest. If no column name begins with {@code consent}, all photos may be used.
 *
 * <ul>
 *   <li>A photo may be used if the purpose's own column holds {@code yes} or a day that has not passed.
 *   <li>The column {@code consent} applies to training only. It is used where {@code consent_training} is empty.
 *   <li>A refusal on any row of a child leaves out all photos of the child. In {@code consent} a refusal is {@code no}
 *       or {@code withdrawn}; in the purpose's own column a day that has passed is also a refusal.
 * </ul>
 *
 * <pre>{@code
 * Consent consent = Consent.read(cohort.manifest(), ConsentPurpose.READERS, today);
 * Cohort shown = consent.permitted(cohort);
 * }</pre>
 */
public final class Consent {
    private final ConsentPurpose purpose;
    private final boolean isStated;
    private final Set<String> permitted = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    private Consent(ConsentPurpose purpose, boolean isStated) {
        this.purpose = purpose;
        this.isStated = isStated;
    }

    /**
     * Reads the consent columns of a manifest.
     *
     * @param today a consent until today is still valid
     * @throws BadInput naming every cell with another text
     */
    public static Consent read(Path manifest, ConsentPurpose purpose, LocalDate today) {
        CsvTable table = CsvTable.read(manifest).require(ManifestEntry.PHOTO, ManifestEntry.SUBJECT);
        ConsentCells cells = new ConsentCells(table, today);
        List<Problem> problems = cells.problems();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Consent consent = new Consent(purpose, cells.areThere());
        table.rows().forEach(row -> consent.take(row, cells));
        return consent;
    }

    private void take(CsvRow row, ConsentCells cells) {
        ConsentCells.Answer own = cells.answer(row, purpose.column());
        boolean falls = own == ConsentCells.Answer.NOTHING && purpose == ConsentPurpose.TRAINING;
        ConsentCells.Answer answer = falls ? cells.answer(row, ConsentCells.PLAIN) : own;
        if (answer == ConsentCells.Answer.GIVEN) {
            permitted.add(row.get(ManifestEntry.PHOTO));
        }
        if (answer == ConsentCells.Answer.REFUSED || cells.refusesAll(row)) {
            refused.add(row.get(ManifestEntry.SUBJECT));
        }
    }

    /** The cohort reduced to the permitted photos. Subjects without a photo are removed; the classes stay. */
    public Cohort permitted(Cohort cohort) {
        if (!isStated) {
            return cohort;
        }
        Set<String> kept = new HashSet<>();
        cohort.subjects().stream()
                .filter(subject -> !refused.contains(subject.id()))
                .flatMap(subject -> subject.photos().stream())
                .map(Photo::path)
                .filter(permitted::contains)
                .forEach(kept::add);
        return cohort.only(photo -> kept.contains(photo.path()));
    }

    /** A sentence about the subjects and photos that are left out; empty if none are. */
    public Optional<String> remark(Cohort cohort) {
        Cohort kept = permitted(cohort);
        int subjects = cohort.subjects().size() - kept.subjects().size();
        int photos = cohort.photos().size() - kept.photos().size();
        if (photos == 0) {
            return Optional.empty();
        }
        return Optional.of(counted(subjects, "child", "children") + " and "
                + counted(photos, "photo", "photos") + " in all are left out, because the manifest does not say that "
                + purpose.permission() + " (" + purpose.column() + ").");
    }

    private static String counted(int n, String one, String several) {
        return n + " " + (n == 1 ? one : several);
    }
}
