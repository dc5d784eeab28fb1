package org.facies.align;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facies.detect.DetectedFace;
import org.facies.detect.FivePoints;
import org.facies.detect.Landmarks68;
import org.facies.detect.RetinaFace;
import org.facies.image.Rgb;

/**
 * Cuts out and straightens the main face of a picture. RetinaFace finds the boxes, and one of them is chosen. The
 * 68-point network refines its points, and a similarity transform maps them to the template. Thread-safe.
 */
public final class FaceAligner implements AutoCloseable {

    /** Smallest score of a face; on portraits, faces were measured to score above 0.85. */
    private static final double MIN_SCORE = 0.5;

    private final RetinaFace detector;
    private final Landmarks68 landmarks;
    private final FaceChoice choice;

    /** Loads the networks; uses the largest face. */
    public FaceAligner(FaceModels models) {
        this(models, FaceChoice.LARGEST);
    }

    /**
     * Loads the networks.
     *
     * @param choice which of several faces is used
     */
    public FaceAligner(FaceModels models, FaceChoice choice) {
        this.detector = new RetinaFace(models.detector(), models.variant(), MIN_SCORE);
        this.landmarks = new Landmarks68(models.landmarks());
        this.choice = choice;
    }

    /** Finds and aligns the chosen face. */
    public Alignment align(Rgb picture, CropGeometry geometry) {
        FacesSeen seen = see(picture);
        return seen.taken()
                .<Alignment>map(face -> new Alignment.Face(face.crop(picture, geometry), face.facts()))
                .orElseGet(() -> new Alignment.NoFace(seen.fromLeft().size()));
    }

    /** Finds all faces, chooses one and measures it. */
    public FacesSeen see(Rgb picture) {
        List<DetectedFace> fromLeft =
                detector.detect(picture).stream().sorted(FaceChoice.FROM_LEFT).toList();
        OptionalInt place = choice.place(fromLeft, picture);
        return new FacesSeen(
                fromLeft,
                choice,
                place.isPresent() ? Optional.of(measured(picture, fromLeft, place.getAsInt())) : Optional.empty());
    }

    private FacesSeen.Taken measured(Rgb picture, List<DetectedFace> faces, int place) {
        DetectedFace face = faces.get(place);
        FivePoints points = Landmarks68.fivePoints(landmarks.find(picture, face.box()));
        FaceFacts facts = new FaceFacts(
                faces.size(),
                face.score(),
                face.box(),
                points.eyeDistancePx(),
                Sharpness.of(FacesSeen.crop(picture, points, Sharpness.GEOMETRY)),
                HeadPose.of(points));
        return new FacesSeen.Taken(place + 1, points, facts);
    }

    @Override
    public void close() {
        landmarks.close();
        detector.close();
    }
}
