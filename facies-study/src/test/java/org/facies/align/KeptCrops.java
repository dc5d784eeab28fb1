package org.facies.align;

import java.nio.file.Path;
import org.facies.detect.Box;
import org.facies.image.Rgb;

/** Puts crops into a store as the face pipeline does, for tests without faces. */
public final class KeptCrops {
    private static final String NETWORKS = "drawn";

    private final Path folder;
    private final CropCache cache;

    public KeptCrops(Path folder) {
        this.folder = folder;
        this.cache = new CropCache(folder, NETWORKS);
    }

    public void put(String photoSha256, CropGeometry geometry, Rgb crop) {
        FaceFacts facts = new FaceFacts(1, 0.99, new Box(10, 10, 90, 90), 60, 500, new HeadPose(0, 0, 0));
        cache.write(photoSha256, geometry, new Alignment.Face(crop, facts));
    }

    /** The file of a crop. */
    public Path file(String photoSha256, CropGeometry geometry) {
        return cache.entry(photoSha256, geometry);
    }

    public CropStore store() {
        return new CropStore(folder, NETWORKS);
    }
}
