package org.facies.align;

import java.util.Objects;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.Sha256;

/**
 * The networks of the face pipeline, as the bytes of their published files. The arrays are shared, not copied.
 *
 * @param detector RetinaFace, ONNX
 * @param variant which export of RetinaFace
 * @param landmarks the 68-point network, ONNX
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record FaceModels(byte[] detector, RetinaFaceVariant variant, byte[] landmarks) {

    public FaceModels {
        Objects.requireNonNull(detector);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(landmarks);
    }

    /**
     * Fingerprint of the networks and of the choice between several faces. The choice of the largest face adds nothing:
     * it once was the only choice, so that crops stored then stay valid.
     */
    String fingerprint(FaceChoice choice) {
        String networks = Sha256.of(detector) + " " + variant + " " + Sha256.of(landmarks);
        return choice.equals(FaceChoice.LARGEST) ? networks : networks + " " + choice.word();
    }
}
