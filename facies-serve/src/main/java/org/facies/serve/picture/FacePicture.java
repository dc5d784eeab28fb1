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

/** Makes the picture of one photo. Safe to share between threads. */
final class FacePicture {
    /** Change it whenever the same photo gives another picture. */
    private static final String VERSION = "facies-reader-picture-1";

    /**
     * Quality of the JPEG. A PNG of the same picture has six times as many bytes (374 to 61 kB on synthetic children at
     * 640 pixels), which sixty cases of a pack and a reader at home feel. Below 0.95 the tables are coarser than those
     * of most cameras, so detail of the photo could be lost.
     */
    private static final float QUALITY = 0.95f;

    /** A face that is magnified more than this looks soft. */
    private static final double MOST_MAGNIFIED = 3;

    private static final String LOOK_AT_IT = "Look at the photo, and replace it or drop its row.";

    private final ReadingDesign.Pictures design;
    private final FaceAligner aligner;
    private final String key;
    private final Path folder;
    private final PictureIndex index;
    private final CropGeometry geometry;
    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);

    /** A photo of a case. */
    record Wanted(int caseNumber, int photoNumber, Photo photo) {}

    /** Why a photo cannot be shown. */
    record Refusal(String reason, String remedy) {}

    /**
     * What became of a photo: a picture or a refusal.
     *
     * @param remark for the researcher
     * @param isSoft whether the picture looks soft, because the face was small
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
     * @param seed of the study, so that names of files differ between studies
     * @param index which pictures were made before
     */
    FacePicture(ReadingDesign.Pictures design, FaceAligner aligner, long seed, Path folder, PictureIndex index) {
        this.design = design;
        this.aligner = aligner;
        this.folder = folder;
        this.geometry = ReaderView.geometry(design.sidePx());
        this.index = index;
        this.key = String.join("\n", VERSION, geometry.toString(), design.view().name(), "" + seed);
    }

    /** Makes the picture, unless it is there. */
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
            return Outcome.refused("cannot be read", "Check that you may read the file and that its disk is well.");
        }
        if (!Sha256.of(bytes).equals(wanted.photo().sha256())) {
            return Outcome.refused("was changed while the study was prepared", "Run the same command again.");
        }
        return decoder.decode(bytes) instanceof Decoded.Picture photo
                ? shown(wanted, name, photo.pixels())
                : Outcome.refused("cannot be decoded any more", "Copy the photo again from its source.");
    }

    private Outcome shown(Wanted wanted, String name, Rgb photo) {
        FacesSeen faces = aligner.see(photo);
        if (faces.taken().isEmpty()) {
            return Outcome.refused("shows no face that could be found, so readers cannot be shown one", LOOK_AT_IT);
        }
        FacesSeen.Taken face = faces.taken().get();
        Rgb crop = face.cropOnGrey(photo, geometry, ReaderView.GREY);
        Rgb picture = design.view() == ReadingDesign.View.OVAL ? ReaderView.withinOval(crop) : crop;
        byte[] jpeg = JpegWriter.encode(picture, QUALITY);
        AtomicFile.write(folder.resolve(name), jpeg);
        return new Outcome(
                Optional.of(picture(wanted, name, jpeg)), Optional.empty(), remark(wanted, faces), isSoft(face));
    }

    /** Which of several faces is shown matters more than anything else here. */
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

    /** The bytes of a picture of the right size that is there, as it was made. */
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
