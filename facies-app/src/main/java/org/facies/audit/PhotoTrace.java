package org.facies.audit;

import java.util.Map;
import org.facies.cohort.Photo;

/**
 * What the audits know of a photo with a usable face.
 *
 * @param embedding float[d], as the network gives it
 * @param withoutBackground float[d], of the crop whose background is grey
 * @param face thumbnail of the aligned face, {@link #FACE_SIDE_PX} cells a side
 * @param traits by kind, what can be seen without the face
 */
@SuppressWarnings("ArrayRecordComponent") // of this package, never changed
record PhotoTrace(Photo photo, float[] embedding, float[] withoutBackground, float[] face, Map<Trait, float[]> traits) {
    static final int FACE_SIDE_PX = 48;
}
