package org.facies.detect;

/** The published exports of RetinaFace with MobileNet 0.25; they differ in the unit of their five points. */
public enum RetinaFaceVariant {
    /** {@code mnet.25_v1.onnx}, exported at 512 × 512. */
    V1(1.0),
    /** {@code mnet.25_v2.onnx}, exported at 640 × 640. */
    V2(0.2);

    private final double pointUnit;

    RetinaFaceVariant(double pointUnit) {
        this.pointUnit = pointUnit;
    }

    /** The unit of a point's offset, in sides of its anchor. */
    double pointUnit() {
        return pointUnit;
    }
}
