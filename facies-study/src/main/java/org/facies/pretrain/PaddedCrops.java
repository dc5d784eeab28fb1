package org.facies.pretrain;

import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;

/**
 * Face crops in the geometry of the trainer, read from the cache that studies share.
 *
 * @param pipeline with a cache
 * @param geometry of the network's input, with a margin
 */
record PaddedCrops(FacePipeline pipeline, CropGeometry geometry) {
    PaddedCrops(FacePipeline pipeline, InputSpec input) {
        this(pipeline, input.geometry().ofStudy());
    }

    /**
     * The crop of a photo with a usable face.
     *
     * @throws org.facies.input.BadInput if the cache no longer has it
     */
    Rgb of(Photo photo) {
        return pipeline.crops().read(photo.sha256(), geometry);
    }
}
