package org.facies.align;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.facies.detect.Box;
import org.facies.file.Sha256;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.PngWriter;
import org.facies.input.BadInput;

/**
 * Aligned faces on disk, identified by the content of the photo and by everything else that determines the crop. It
 * stores measurements, not judgements, so that a changed threshold invalidates nothing. A damaged entry counts as
 * absent.
 */
final class CropCache {

    /** Must be changed whenever the pipeline's output changes for the same models and geometry. */
    private static final String PIPELINE_VERSION = "facies-faces-2";

    private static final int MAGIC = 0x46414345;
    private static final PhotoDecoder DECODER = new PhotoDecoder(ImageLimits.DEFAULT);

    private final Path folder;
    private final String modelFingerprint;

    CropCache(Path folder, FaceModels models, FaceChoice choice) {
        this(folder, models.fingerprint(choice));
    }

    /** @param modelFingerprint of the face networks and of the choice between several faces */
    CropCache(Path folder, String modelFingerprint) {
        this.folder = Objects.requireNonNull(folder);
        this.modelFingerprint = Objects.requireNonNull(modelFingerprint);
    }

    /** The file for the face of a photo in a geometry. */
    Path entry(String photoSha256, CropGeometry geometry) {
        String key = Sha256.of(String.join("\n", PIPELINE_VERSION, photoSha256, geometry.toString(), modelFingerprint));
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".face");
    }

    Optional<Alignment> read(String photoSha256, CropGeometry geometry) {
        try {
            byte[] file = Files.readAllBytes(entry(photoSha256, geometry));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
            if (in.readInt() != MAGIC || in.readLong() != checksum(file, Integer.BYTES + Long.BYTES)) {
                return Optional.empty();
            }
            return Optional.of(in.readBoolean() ? readFace(in) : readNoFace(in));
        } catch (IOException absentOrCutOff) {
            return Optional.empty();
        }
    }

    void write(String photoSha256, CropGeometry geometry, Alignment alignment) {
        Path entry = entry(photoSha256, geometry);
        try {
            QuickFile.write(entry, bytes(alignment));
        } catch (IOException failure) {
            throw new BadInput(
                    folder.toString(),
                    "",
                    "cannot store aligned faces",
                    "Free some space there, or choose another cache folder.");
        }
    }

    private static byte[] bytes(Alignment alignment) {
        byte[] payload = payload(alignment);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeLong(checksum(payload, 0));
            out.write(payload);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] payload(Alignment alignment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(alignment instanceof Alignment.Face);
            if (alignment instanceof Alignment.Face face) {
                writeFacts(out, face.facts());
                out.write(PngWriter.encode(face.crop()));
            } else if (alignment instanceof Alignment.NoFace none && none.faces() > 0) {
                out.writeInt(none.faces());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeFacts(DataOutputStream out, FaceFacts facts) throws IOException {
        out.writeInt(facts.faces());
        Box box = facts.box();
        HeadPose pose = facts.pose();
        for (double number : new double[] {
            facts.score(),
            box.left(),
            box.top(),
            box.right(),
            box.bottom(),
            facts.eyeDistancePx(),
            facts.sharpness(),
            pose.yawDegrees(),
            pose.pitchDegrees(),
            pose.rollDegrees()
        }) {
            out.writeDouble(number);
        }
    }

    /** Reads an entry without a face, which has no further content. */
    private static Alignment readNoFace(DataInputStream in) throws IOException {
        return new Alignment.NoFace(in.available() == 0 ? 0 : in.readInt());
    }

    private static Alignment readFace(DataInputStream in) throws IOException {
        int faces = in.readInt();
        double score = in.readDouble();
        Box box = new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        double eyeDistance = in.readDouble();
        double sharpness = in.readDouble();
        HeadPose pose = new HeadPose(in.readDouble(), in.readDouble(), in.readDouble());
        if (DECODER.decode(in.readAllBytes()) instanceof Decoded.Picture picture) {
            return new Alignment.Face(picture.pixels(), new FaceFacts(faces, score, box, eyeDistance, sharpness, pose));
        }
        throw new IOException("the crop cannot be decoded");
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return crc.getValue();
    }
}
