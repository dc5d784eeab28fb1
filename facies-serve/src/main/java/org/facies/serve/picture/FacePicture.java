package org.facies.serve.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.align.FaceAligner;
import org.facies.align.FacesSeen;
import org.facies.cohort.Photo;
import org.facies.file.AtomicFile;
import org.facies.file.Sha256;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.JpegWriter;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.reading.ReadingDesign;

/** Makes the picture of one photo. Thread-safe. */
final class FacePicture {
    /** Change it whenever the code makes another picture of the same photo. */
    private static final String VERSION = "facies-reader-picture-1";

    /**
     * Quality of the JPEG. A PNG of the same picture is six times as large (374 to 61 kB on synthetic children at 640
     * pixels), which makes packs large and pages slow. Below 0.95, the quantisation tables are coarser than those of
     * most cameras, so detail could be lost.
     */
    private static final float QUALITY = 0.95f;

    /** A face that is magnified more than this looks blurred. */
    private static final double MOST_MAGNIFIED = 3;

    private static final String LOOK_AT_IT = "Check the photo, and replace it or remove its row.";

    private final ReadingDesign.Pictures design;
    private final FaceAligner aligner;
    private final String key;
    private final Path folder;
    private final PictureIndex index;
    private final CropGeometry geometry;
    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);

    /** A photo of a case. */
    record Wanted(int caseNumber, int photoNumber, Photo photo) {}

    /** The reason why a photo cannot be shown. */
    record Refusal(String reason, String remedy) {}

    /**
     * The result for a photo: a picture or a refusal.
     *
     * @param remark for the researcher
     * @param isSoft whether the picture looks blurred, because the face was small
     */
    record Outcome(
            Optional<PreparedPicture> picture, Optional<Refusal> refusal, Optional<String> remark, boolean isSoft) {
        static Outcome refused(String reason, String remedy) {
            return new Outcome(Optional.empty(), Optional.of(new Refusal(reason, remedy)), Optional.empty(), false);
        }
    }

    /**
     * A maker of pictures.
     *
     * @param seed seed of the study; makes file names differ between studies
     * @param index index of the pictures that were made before
     */
    FacePicture(ReadingDesign.Pictures design, FaceAligner aligner, long seed, Path folder, PictureIndex index) {
        this.design = design;
        this.aligner = aligner;
        this.folder = folder;
        this.geometry = ReaderView.geometry(design.sidePx());
        this.index = index;
        this.key = String.join("\n", VERSION, geometry.toString(), design.view().name(), "" + seed);
    }

    /** Makes the picture, unless it exists. */
    Outcome make(Wanted wanted) {
        String name = Sha256.of(key + "\n" + wanted.photo().sha256()).substring(0, 32) + ".jpg";
        Optional<byte[]> known = sound(folder.resolve(name));
        if (known.isPresent()) {
            return new Outcome(
                    Optional.of(picture(wanted, name, known.get())), Optional.empty(), Optional.empty(), false);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(wanted.photo().file())) {
            bytes = in.readNBytes((int) ImageLimits.DEFAULT.maxFileBytes() + 1);
        } catch (IOException unreadable) {
            return Outcome.refused("cannot be read", "Check that you may read the file and that its disk works.");
        }
        if (!Sha256.of(bytes).equals(wanted.photo().sha256())) {
            return Outcome.refused("changed while the study was prepared", "Run the same command again.");
        }
        return decoder.decode(bytes) instanceof Decoded.Picture photo
                ? shown(wanted, name, photo.pixels())
                : Outcome.refused("can no longer be decoded", "Copy the photo from its source again.");
    }

    private Outcome shown(Wanted wanted, String name, Rgb photo) {
        FacesSeen faces = aligner.see(photo);
        if (faces.taken().isEmpty()) {
            return Outcome.refused(
                    "shows no face that Facies could find, so it cannot be shown to readers", LOOK_AT_IT);
        }
        FacesSeen.Taken face = faces.taken().get();
        Rgb crop = face.cropOnGrey(photo, geometry, ReaderView.GREY);
        Rgb picture = design.view() == ReadingDesign.View.OVAL ? ReaderView.withinOval(crop) : crop;
        byte[] jpeg = JpegWriter.encode(picture, QUALITY);
        AtomicFile.write(folder.resolve(name), jpeg);
        return new Outcome(
                Optional.of(picture(wanted, name, jpeg)), Optional.empty(), remark(wanted, faces), isSoft(face));
    }

    /** The choice among several faces is the most important remark, so it comes first. */
    private static Optional<String> remark(Wanted wanted, FacesSeen faces) {
        return faces.fromLeft().size() > 1
                ? Optional.of(wanted.photo().path() + ": " + faces.sentence())
                : Optional.empty();
    }

    private boolean isSoft(FacesSeen.Taken face) {
        return MOST_MAGNIFIED * face.facts().eyeDistancePx() < ReaderView.eyeDistancePx(design.sidePx());
    }

    private static PreparedPicture picture(Wanted wanted, String name, byte[] jpeg) {
        return new PreparedPicture(wanted.caseNumber(), wanted.photoNumber(), name, Sha256.of(jpeg));
    }

    /** The bytes of an existing picture that has the expected size and content. */
    private Optional<byte[]> sound(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return index.isAsMade(file.getFileName().toString(), Sha256.of(bytes))
                            && decoder.decode(bytes) instanceof Decoded.Picture picture
                            && picture.pixels().widthPx() == design.sidePx()
                            && picture.pixels().heightPx() == design.sidePx()
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
