package org.facies.align;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.facies.cohort.Cohort;
import org.facies.cohort.SyntheticMark;

/**
 * Writes the faces of a cohort, found with the default policy: crops, {@code faces.csv} and {@code contact-sheet.html}.
 */
public final class FaceSheets {
    private final Path folder;
    private final FacesCsv faces = new FacesCsv();
    private final CropFolder crops;
    private final ContactSheet sheet;
    private final Map<String, String> diagnoses = new HashMap<>();
    private int aligned;
    private int refused;

    /**
     * The files that were written.
     *
     * @param aligned number of photos with a usable face
     * @param refused number of excluded photos; {@code faces} states the reasons
     * @param contactSheet first page of the contact sheet
     */
    public record Written(int aligned, int refused, Path faces, Path contactSheet) {}

    public FaceSheets(Cohort cohort, Path folder) {
        this.folder = folder;
        this.crops = new CropFolder(folder.resolve("crops"));
        this.sheet = new ContactSheet(title(cohort), FacePolicy.DEFAULT.choice());
        cohort.subjects()
                .forEach(
                        subject -> subject.photos().forEach(photo -> diagnoses.put(photo.path(), subject.diagnosis())));
    }

    private static String title(Cohort cohort) {
        return SyntheticMark.isBeside(cohort.manifest()) ? "Aligned faces. " + SyntheticMark.BRIEF : "Aligned faces";
    }

    public void add(FaceResult result) {
        faces.add(result);
        sheet.add(diagnoses.get(result.photo().path()), result);
        if (result instanceof FaceResult.Aligned face) {
            crops.write(face);
            aligned++;
        } else {
            refused++;
        }
    }

    public Written finish() {
        Path table = folder.resolve("faces.csv");
        faces.write(table);
        return new Written(aligned, refused, table, sheet.write(folder));
    }
}
