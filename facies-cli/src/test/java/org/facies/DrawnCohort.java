package org.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cohorts of drawn faces in which wide-set eyes and wide mouths are diagnoses. */
public final class DrawnCohort {

    private DrawnCohort() {}

    /** Writes {@code subjects} subjects of each of three classes with two photos each, and returns the manifest. */
    public static Path write(Path folder, int subjects, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>(List.of("photo,subject,diagnosis,age_months,sex"));
        for (int i = 0; i < subjects; i++) {
            add(folder, "none-" + i, "none", DrawnFace.around(0.40, 0.30, random), random, rows);
            add(folder, "wide-eyes-" + i, "wide-eyes", DrawnFace.around(0.52, 0.30, random), random, rows);
            add(folder, "wide-mouth-" + i, "wide-mouth", DrawnFace.around(0.40, 0.48, random), random, rows);
        }
        Path manifest = folder.resolve("manifest.csv");
        Files.write(manifest, rows);
        return manifest;
    }

    private static void add(
            Path folder, String subject, String diagnosis, DrawnFace face, Random random, List<String> rows)
            throws IOException {
        int ageMonths = 12 + random.nextInt(160);
        String sex = random.nextBoolean() ? "female" : "male";
        for (int photo = 1; photo <= 2; photo++) {
            String path = "photos/" + subject + "_" + photo + ".jpg";
            face.write(folder.resolve(path), random);
            rows.add(String.join(",", path, subject, diagnosis, String.valueOf(ageMonths), sex));
        }
    }
}
