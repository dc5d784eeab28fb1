package org.facies.model;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import org.facies.align.CropGeometry;
import org.facies.image.Rgb;

/**
 * The input that a face network expects: size, colour order, normalisation and alignment template. The tensor is
 * float[n][3][height][width] with the channels red, green, blue. Geometry and normalisation are not part of the ONNX
 * graph.
 *
 * @param geometry size of the crop and position of the face in it
 * @param normalisation from pixels to network input
 */
public record InputSpec(CropGeometry geometry, Normalisation normalisation) {

    /** 112 × 112, −1..1: ArcFace, InsightFace, MobileFaceNet. */
    public static final InputSpec ARCFACE = new InputSpec(CropGeometry.ARCFACE_112, Normalisation.ARCFACE);

    /** 150 × 150 with dlib's mean and scale. */
    public static final InputSpec DLIB = new InputSpec(CropGeometry.DLIB_150, Normalisation.DLIB);

    /** 144 × 144 with forehead and chin, −1..1. */
    public static final InputSpec WIDE = new InputSpec(CropGeometry.WIDE_144, Normalisation.ARCFACE);

    /** The geometries that a model card may state. */
    public static final List<CropGeometry> GEOMETRIES =
            List.of(CropGeometry.ARCFACE_112, CropGeometry.DLIB_150, CropGeometry.WIDE_144);

    public InputSpec {
        Objects.requireNonNull(geometry);
        Objects.requireNonNull(normalisation);
    }

    /**
     * Appends one crop as float[3][height][width].
     *
     * @param target receives {@link #valuesPerCrop} numbers from its position on
     */
    public void write(Rgb crop, FloatBuffer target) {
        if (crop.widthPx() != geometry.widthPx() || crop.heightPx() != geometry.heightPx()) {
            throw new IllegalArgumentException(crop + " is not a crop for " + geometry.id());
        }
        normalisation.write(crop, target);
    }

    /** Numbers in the input of one crop: {@code 3 · height · width}. */
    public int valuesPerCrop() {
        return 3 * geometry.heightPx() * geometry.widthPx();
    }
}
