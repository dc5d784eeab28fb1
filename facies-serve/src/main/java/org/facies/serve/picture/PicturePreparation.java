package org.facies.serve.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.facies.align.FaceAligner;
import org.facies.align.FaceModels;
import org.facies.align.InOrder;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.file.OutputPlace;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.progress.Progress;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;

/**
 * Makes the pictures of a reader study once, before anybody reads. What is there already and sound stays, so that an
 * interrupted preparation resumes. The same photos, plan and networks give the same bytes.
 *
 * <pre>{@code
 * PicturePreparation preparation = new PicturePreparation(design.pictures(), workspace);
 * List<PreparedPicture> pictures = preparation.prepare(cohort, plan, data.resolve("pictures"));
 * }</pre>
 */
public final class PicturePreparation {
    private final ReadingDesign.Pictures design;
    private final Workspace workspace;

    /** @param design how a photo is shown */
    public PicturePreparation(ReadingDesign.Pictures design, Workspace workspace) {
        this.design = design;
        this.workspace = workspace;
    }

    /**
     * Makes the pictures that are missing.
     *
     * @param cohort that the plan was drawn from
     * @param folder of the pictures
     * @return by case and photo
     * @throws BadInput naming every photo that cannot be shown; the pictures of all others are there then
     */
    public List<PreparedPicture> prepare(Cohort cohort, ReadingPlan plan, Path folder) {
        OutputPlace.obstacleToFolder(folder).ifPresent(what -> {
            throw new BadInput(folder.toString(), "", what, "Name another folder with --data.");
        });
        List<FacePicture.Wanted> wanted = wanted(cohort, plan);
        PictureIndex index = new PictureIndex(
                folder, design.view().name().toLowerCase(Locale.ROOT) + "-" + design.sidePx() + "-" + plan.seed());
        return index.sound(wanted).orElseGet(() -> {
            List<PreparedPicture> pictures = made(wanted, cohort, plan.seed(), folder);
            index.write(wanted, pictures);
            return pictures;
        });
    }

    private List<PreparedPicture> made(List<FacePicture.Wanted> wanted, Cohort cohort, long seed, Path folder) {
        FaceModels models = FaceNetworks.load(workspace.zoo());
        try (FaceAligner aligner = new FaceAligner(models);
                Progress.Bar bar = workspace.progress().startLate("Preparing pictures", wanted.size())) {
            return made(wanted, new FacePicture(design, aligner, networks(models), seed, folder), cohort, bar);
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
            workspace.progress()
                    .say(soft[0] + " of the " + wanted.size()
                            + " pictures look soft: the face on the photo is less than a third as large.");
        }
        return List.copyOf(pictures);
    }

    private static List<FacePicture.Wanted> wanted(Cohort cohort, ReadingPlan plan) {
        Map<String, Photo> byPath = new HashMap<>();
        cohort.photos().forEach(photo -> byPath.put(photo.path(), photo));
        List<FacePicture.Wanted> wanted = new ArrayList<>();
        List<Problem> missing = new ArrayList<>();
        for (int c = 0; c < plan.cases().size(); c++) {
            List<String> photos = plan.cases().get(c).photos();
            for (int p = 0; p < photos.size(); p++) {
                Photo photo = byPath.get(photos.get(p));
                if (photo == null) {
                    missing.add(new Problem(
                            cohort.manifest().toString(),
                            photos.get(p),
                            "is a photo of this reader study, and the manifest does not name it any more",
                            "Give the manifest that the study was begun with."));
                } else {
                    wanted.add(new FacePicture.Wanted(c, p, photo));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new BadInput(missing);
        }
        return wanted;
    }

    /** Other networks find other points, and so make other pictures. */
    private static String networks(FaceModels models) {
        return Sha256.of(models.detector()) + " " + Sha256.of(models.landmarks());
    }
}
