package org.facies.align;

import java.nio.file.Path;
import org.facies.detect.Box;
import org.facies.image.Rgb;

/** Puts made-up crops where the face pipeline looks for them, so that a cohort needs no faces. */
public final class FilledCrops {
    private final CropCache cache;

    public FilledCrops(Path folder, FaceModels networks) {
        this.cache = new CropCache(folder, networks);
    }

    /** Keeps a crop as that of a flawless face. */
    public void put(String photoSha256, CropGeometry geometry, Rgb crop) {
        FaceFacts facts = new FaceFacts(1, 0.99, new Box(10, 10, 90, 90), 60, 500, new HeadPose(0, 0, 0));
        cache.write(photoSha256, geometry, new Alignment.Face(crop, facts));
    }
}
