package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.cohort.Cohort;
import org.facies.file.PathText;
import org.facies.input.BadInput;
import org.facies.result.FinishedRun;
import org.facies.result.PhotoHashes;
import org.facies.run.RunDirectory;
import org.facies.workspace.Workspace;

/** Reads the cohort of a finished run again, and refuses any other. */
public final class RecordedCohort {
    private final FinishedRun finished;
    private final RunDirectory run;
    private final Workspace workspace;

    /** @param finished run whose cohort is needed */
    public RecordedCohort(FinishedRun finished, Workspace workspace) {
        this.finished = finished;
        this.run = finished.directory();
        this.workspace = workspace;
    }

    /**
     * Reads the manifest.
     *
     * @param given where it is; empty to use the path in {@code study.yaml}, from the current folder and from the
     *     folders above the run
     * @throws BadInput if it is not found, or if photos, subjects or diagnoses are not those of the run
     */
    public Cohort read(Optional<Path> given) {
        Path manifest = given.orElseGet(this::found);
        int folds = finished.settings().folds().k();
        Cohort cohort = CheckedCohort.read(
                        manifest, workspace.manifestRules().withFolds(folds), workspace.progress()::say)
                .cohort();
        String recorded = finished.record().provenance().photosSha256();
        if (!cohort.fingerprint().equals(recorded)) {
            throw changed(manifest.toString(), PhotoHashes.of(cohort));
        }
        return cohort;
    }

    private Path found() {
        String written = finished.settings().cohort();
        Path manifest = PathText.read("study.yaml, cohort", written);
        return Stream.concat(Stream.of(Path.of("").toAbsolutePath()), above(run.root()))
                .map(folder -> folder.resolve(manifest))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        run.study().toString(),
                        written,
                        "is the manifest of this run, but is neither in the current folder nor in a folder"
                                + " above the run",
                        "Name its place with --cohort."));
    }

    private static Stream<Path> above(Path root) {
        return Stream.iterate(root.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent);
    }

    /**
     * Finds the faces.
     *
     * @throws BadInput if the usable photos are not those of the run
     */
    public AlignedCohort aligned(Cohort cohort, CropGeometry geometry) {
        try (FacePipeline pipeline =
                workspace.faces(AlignedCohort.policy(finished.settings().faces()))) {
            AlignedCohort aligned = AlignedCohort.of(cohort, Set.of(geometry), pipeline, workspace.progress());
            if (!PhotoHashes.of(aligned.cohort()).equals(recorded())) {
                throw changed("photos with a usable face", PhotoHashes.of(aligned.cohort()));
            }
            return aligned;
        }
    }

    private PhotoHashes recorded() {
        if (!Files.exists(run.photos())) {
            throw new BadInput(
                    run.photos().toString(),
                    "",
                    "is missing, so Facies cannot check that the cohort is still that of the run",
                    "Run the study again.");
        }
        return PhotoHashes.read(run.photos());
    }

    private BadInput changed(String where, PhotoHashes now) {
        Map<String, PhotoHashes.Row> before = byPhoto(recorded());
        Map<String, PhotoHashes.Row> after = byPhoto(now);
        List<String> what = new ArrayList<>();
        count("are missing", before, photo -> !after.containsKey(photo)).ifPresent(what::add);
        count("are other files", before, photo -> after.containsKey(photo) && !sameBytes(before, after, photo))
                .ifPresent(what::add);
        count("are new or were left out", after, photo -> !before.containsKey(photo))
                .ifPresent(what::add);
        return new BadInput(
                where,
                "",
                "differs from the cohort that the run was made with"
                        + (what.isEmpty()
                                ? " in a subject, a diagnosis or the order of rows"
                                : ": " + String.join("; ", what)),
                "Use the manifest and the photos of the run, or run the study again.");
    }

    private static boolean sameBytes(
            Map<String, PhotoHashes.Row> before, Map<String, PhotoHashes.Row> after, String photo) {
        return before.get(photo).sha256().equals(after.get(photo).sha256());
    }

    private static Optional<String> count(String what, Map<String, PhotoHashes.Row> photos, Predicate<String> which) {
        List<String> found = photos.keySet().stream().filter(which).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("photos that " + what + ": " + found.size() + " (first \"" + found.get(0) + "\")");
    }

    private static Map<String, PhotoHashes.Row> byPhoto(PhotoHashes hashes) {
        Map<String, PhotoHashes.Row> byPhoto = new LinkedHashMap<>();
        hashes.rows().forEach(row -> byPhoto.put(row.photo(), row));
        return byPhoto;
    }
}
