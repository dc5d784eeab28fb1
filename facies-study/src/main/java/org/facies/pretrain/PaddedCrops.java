package org.facies.pretrain;

import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;

/**
 * Face crops as the trainer wants them, from the cache or made anew.
 *
 * @param pipeline with a cache
 * @param geometry of the network's input, with room around it
 */
record PaddedCrops(FacePipeline pipeline, CropGeometry geometry) {
    /** Room for shifts and turns; as in studies, so that they share the cache. */
    private static final int MARGIN_PX = 24;

    PaddedCrops(FacePipeline pipeline, InputSpec input) {
        this(pipeline, input.geometry().padded(MARGIN_PX));
    }

    /** The crop of a photo that is known to show a usable face. */
    Rgb of(Photo photo) {
        if (pipeline.align(photo, geometry) instanceof FaceResult.Aligned aligned) {
            return aligned.crop();
        }
        throw new IllegalStateException("a photo changed while it was trained on");
    }
}
