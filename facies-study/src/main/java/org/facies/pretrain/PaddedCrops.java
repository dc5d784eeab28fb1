package org.facies.pretrain;

import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;

/**
 * Face crops as the trainer wants them, read from the cache, which studies share.
 *
 * @param pipeline with a cache
 * @param geometry of the network's input, with room around it
 */
record PaddedCrops(FacePipeline pipeline, CropGeometry geometry) {
    PaddedCrops(FacePipeline pipeline, InputSpec input) {
        this(pipeline, input.geometry().ofStudy());
    }

    /**
     * The crop of a photo that is known to show a usable face.
     *
     * @throws org.facies.input.BadInput if the cache has lost it
     */
    Rgb of(Photo photo) {
        return pipeline.crops().read(photo.sha256(), geometry);
    }
}
