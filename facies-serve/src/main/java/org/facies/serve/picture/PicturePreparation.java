package org.facies.serve.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.facies.align.FaceAligner;
import org.facies.align.InOrder;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.file.OutputPlace;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.progress.Progress;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;

/**
 * Makes the pictures of a reader study once, before the first reader starts. Intact pictures are kept, so that an
 * interrupted preparation resumes. The same photos, plan and networks give the same bytes.
 *
 * <pre>{@code
 * PicturePreparation preparation = new PicturePreparation(design.pictures(), workspace);
 * List<PreparedPicture> pictures = preparation.prepare(cohort, plan, data.resolve("pictures"));
 * }</pre>
 */
public final class PicturePreparation {
    private static final String PHOTOS_AS_THEY_WERE =
            "Use the manifest and the photos with which the study was" + " started.";

    private final ReadingDesign.Pictures design;
    private final Workspace workspace;

    /** @param design the view of a photo */
    public PicturePreparation(ReadingDesign.Pictures design, Workspace workspace) {
        this.design = design;
        this.workspace = workspace;
    }

    /**
     * Makes the pictures that are missing.
     *
     * @param cohort the cohort from which the plan was drawn
     * @param folder of the pictures
     * @return by case and photo
     * @throws BadInput naming every photo that cannot be shown; the pictures of all others exist then
     */
    public List<PreparedPicture> prepare(Cohort cohort, ReadingPlan plan, Path folder) {
        OutputPlace.obstacleToFolder(folder).ifPresent(what -> {
            throw new BadInput(folder.toString(), "", what, "Name another folder with --data.");
        });
        List<FacePicture.Wanted> wanted = wanted(cohort, plan);
        PictureIndex index = PictureIndex.read(
                folder, design.view().name().toLowerCase(Locale.ROOT) + "-" + design.sidePx() + "-" + plan.seed());
        return index.sound(wanted).orElseGet(() -> {
            List<PreparedPicture> pictures = made(wanted, cohort, plan.seed(), folder, index);
            index.write(wanted, pictures);
            return pictures;
        });
    }

    private List<PreparedPicture> made(
            List<FacePicture.Wanted> wanted, Cohort cohort, long seed, Path folder, PictureIndex index) {
        try (FaceAligner aligner = new FaceAligner(FaceNetworks.load(workspace.zoo()));
                Progress.Bar bar = workspace.progress().startLate("Preparing pictures", wanted.size())) {
            return made(wanted, new FacePicture(design, aligner, seed, folder, index), cohort, bar);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while preparing pictures");
        }
    }

    private List<PreparedPicture> made(
            List<FacePicture.Wanted> wanted, FacePicture maker, Cohort cohort, Progress.Bar bar)
            throws InterruptedException {
        List<PreparedPicture> pictures = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int[] done = {0};
        int[] soft = {0};
        InOrder.forEach(wanted, workspace.threads(), maker::make, outcome -> {
            outcome.picture().ifPresent(pictures::add);
            outcome.remark().ifPresent(workspace.progress()::say);
            soft[0] += outcome.isSoft() ? 1 : 0;
            outcome.refusal()
                    .ifPresent(why -> problems.add(new Problem(
                            cohort.manifest().toString(),
                            wanted.get(done[0]).photo().path(),
                            why.reason(),
                            why.remedy())));
            bar.at(++done[0]);
        });
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        if (soft[0] > 0) {
            workspace
                    .progress()
                    .say(soft[0] + " of the " + wanted.size() + " pictures may look blurred, because the face in the"
                            + " photo is less than a third of the size shown.");
        }
        return List.copyOf(pictures);
    }

    private static List<FacePicture.Wanted> wanted(Cohort cohort, ReadingPlan plan) {
        Map<String, Photo> byPath = new HashMap<>();
        cohort.photos().forEach(photo -> byPath.put(photo.path(), photo));
        List<FacePicture.Wanted> wanted = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int c = 0; c < plan.cases().size(); c++) {
            ReadingCase one = plan.cases().get(c);
            for (int p = 0; p < one.photos().size(); p++) {
                Photo photo = byPath.get(one.photos().get(p));
                Optional<String> change = change(one, p, photo);
                if (change.isPresent()) {
                    problems.add(new Problem(
                            cohort.manifest().toString(), one.photos().get(p), change.get(), PHOTOS_AS_THEY_WERE));
                } else {
                    wanted.add(new FacePicture.Wanted(c, p, photo));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return wanted;
    }

    /** How a photo differs from that of the plan; {@code photo} is null if the manifest does not name it. */
    private static Optional<String> change(ReadingCase one, int p, Photo photo) {
        if (photo == null) {
            return Optional.of("is a photo of this reader study, but the manifest no longer names it");
        }
        return one.sha256().isEmpty() || one.sha256().get(p).equals(photo.sha256())
                ? Optional.empty()
                : Optional.of("differs from the file with which this reader study was started");
    }
}
