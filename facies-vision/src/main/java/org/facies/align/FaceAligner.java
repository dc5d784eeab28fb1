package org.facies.align;

import java.util.Comparator;
import java.util.List;
import org.facies.detect.DetectedFace;
import org.facies.detect.FivePoints;
import org.facies.detect.Landmarks68;
import org.facies.detect.RetinaFace;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/**
 * From a picture to the crop of its main face: RetinaFace finds the box, the 68-point network refines the points, a
 * similarity transform lays them on the template. Safe to share between threads.
 */
public final class FaceAligner implements AutoCloseable {

    /** Detections with a lower score are not faces; measured on portraits, where faces score above 0.85. */
    private static final double MIN_SCORE = 0.5;

    private static final double PENALTY_OFF_CENTRE = 2;

    private final RetinaFace detector;
    private final Landmarks68 landmarks;

    /** Loads the networks. */
    public FaceAligner(FaceModels models) {
        detector = new RetinaFace(models.detector(), models.variant(), MIN_SCORE);
        landmarks = new Landmarks68(models.landmarks());
    }

    /** Finds and aligns the main face. */
    public Alignment align(Rgb picture, CropGeometry geometry) {
        List<DetectedFace> faces = detector.detect(picture);
        if (faces.isEmpty()) {
            return new Alignment.NoFace();
        }
        DetectedFace main = mainFace(faces, picture);
        FivePoints points = Landmarks68.fivePoints(landmarks.find(picture, main.box()));
        Rgb crop = crop(picture, points, geometry);
        FaceFacts facts = new FaceFacts(
                faces.size(),
                main.score(),
                main.box(),
                points.eyeDistancePx(),
                Sharpness.of(crop(picture, points, Sharpness.GEOMETRY)),
                HeadPose.of(points));
        return new Alignment.Face(crop, facts);
    }

    /** The largest and most central face: area less twice the squared distance from the centre, as InsightFace does. */
    static DetectedFace mainFace(List<DetectedFace> faces, Rgb picture) {
        Point centre = new Point((picture.widthPx() - 1) / 2.0, (picture.heightPx() - 1) / 2.0);
        return faces.stream()
                .max(Comparator.comparingDouble(face -> {
                    double offset = face.box().centre().distanceTo(centre);
                    return face.box().areaPx() - PENALTY_OFF_CENTRE * offset * offset;
                }))
                .orElseThrow();
    }

    private static Rgb crop(Rgb picture, FivePoints points, CropGeometry geometry) {
        return Warp.draw(
                picture,
                Similarity.fit(points.asList(), geometry.template()).inverse(),
                geometry.widthPx(),
                geometry.heightPx());
    }

    @Override
    public void close() {
        landmarks.close();
        detector.close();
    }
}
