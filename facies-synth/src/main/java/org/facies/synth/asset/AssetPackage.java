package org.facies.synth.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facies.image.Rgba;
import org.facies.image.TransparentPng;
import org.facies.model.PackageArchive;
import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Surface;
import org.facies.synth.mesh.Target;

/**
 * Reads the published package and keeps what a portrait needs: head, neck and the shoulders under a shirt. The rest of
 * the body is discarded.
 */
final class AssetPackage {

    /** Version of the kept content; increased with every change, so that older files are rebuilt. */
    static final int LAYOUT = 4;

    private static final String BODY_FILE = "public/data/models/human_full_size.json";
    private static final String NAMES_FILE = "src/json/targets/target-list.json";
    private static final String TARGETS_FILE = "public/data/targets/targets.bin";
    private static final double TARGET_UNIT = 1e-3;

    private static final String WHOLE = "macrodetails/";
    private static final double LONGEST_MOVE = 1;

    private static final double NECK_Y = 5.3;
    private static final double NECK_X = 1.3;
    private static final double SHIRT_BOTTOM_Y = 4.5;
    private static final double SHIRT_TOP_Y = 6.1;
    private static final double SHIRT_X = 2.25;

    private final PackageArchive archive;
    private final Map<String, byte[]> files = new HashMap<>();

    AssetPackage(PackageArchive archive) {
        this.archive = archive;
    }

    /** Reads all assets; about 200 MB are decompressed twice. */
    HeadAssets headAssets() {
        Set<String> wanted = new HashSet<>(List.of(BODY_FILE, NAMES_FILE));
        wanted.addAll(Wardrobe.meshes().values());
        wanted.addAll(Wardrobe.textures().values());
        wanted.addAll(Wardrobe.skins().values());
        take(wanted, (path, content) -> files.put(path, content.readAllBytes()));

        MeshJson body = new MeshJson(json(BODY_FILE));
        float[] points = body.floats("vertices");
        Surface skin = body.surface("body", p -> points[3 * p + 1] > NECK_Y && Math.abs(points[3 * p]) < NECK_X);
        Surface shoulders = body.surface("body", p -> under(points, p));
        Map<String, int[]> marks = marks(body, points, skin);
        Map<String, Attachment> parts = parts();

        Reduction kept = new Reduction(points.length / 3);
        kept.keep(skin.corners());
        kept.keep(shoulders.corners());
        marks.values().forEach(kept::keep);
        parts.values().forEach(part -> kept.keep(part.anchors()));
        return new HeadAssets(
                kept.coordinates(points),
                kept.surface(skin),
                kept.surface(shoulders),
                mapped(marks, kept::indices),
                targets(kept),
                mapped(
                        parts,
                        part -> new Attachment(
                                kept.indices(part.anchors()), part.weights(), part.offsets(), part.surface())),
                textures(kept.surface(skin)));
    }

    private static boolean under(float[] points, int point) {
        float y = points[3 * point + 1];
        return y > SHIRT_BOTTOM_Y && y < SHIRT_TOP_Y && Math.abs(points[3 * point]) < SHIRT_X;
    }

    private static Map<String, int[]> marks(MeshJson body, float[] points, Surface skin) {
        Map<String, int[]> marks = new TreeMap<>();
        for (String joint : List.of("neck", "head", "mouth", "l-eye", "r-eye", "l-clavicle", "r-clavicle")) {
            marks.put(joint, body.pointsOf("joint-" + joint));
        }
        int crown = skin.corners()[0];
        int chin = -1;
        for (int point : skin.corners()) {
            crown = points[3 * point + 1] > points[3 * crown + 1] ? point : crown;
            boolean middleFront = Math.abs(points[3 * point]) < 0.02 && points[3 * point + 2] > 1.15;
            if (middleFront && (chin < 0 || points[3 * point + 1] < points[3 * chin + 1])) {
                chin = point;
            }
        }
        marks.put("crown", new int[] {crown});
        marks.put("chin", new int[] {chin});
        return marks;
    }

    private Map<String, Attachment> parts() {
        Map<String, Attachment> parts = new TreeMap<>();
        Wardrobe.meshes().forEach((name, file) -> {
            MeshJson mesh = new MeshJson(json(file));
            int[] anchors = mesh.tripleInts("ref_vIdxs");
            float[] weights = mesh.tripleFloats("weights");
            for (int i = 0; i < anchors.length; i++) {
                anchors[i] = weights[i] == 0 ? anchors[i - i % 3 + heaviest(weights, i - i % 3)] : anchors[i];
            }
            parts.put(name, new Attachment(anchors, weights, mesh.tripleFloats("offsets"), mesh.surface()));
        });
        return parts;
    }

    /** The index, from 0 to 2, of the anchor with the largest weight. It replaces anchors without weight. */
    private static int heaviest(float[] weights, int first) {
        int best = 0;
        for (int i = 1; i < 3; i++) {
            best = Math.abs(weights[first + i]) > Math.abs(weights[first + best]) ? i : best;
        }
        return best;
    }

    /** Reads the targets, which are stored in the order of the sorted names of the list. */
    private Map<String, Target> targets(Reduction kept) {
        List<String> order = new ArrayList<>();
        json(NAMES_FILE).get("targets").fieldNames().forEachRemaining(order::add);
        order.sort(null);
        Set<String> wanted = new HashSet<>(TargetNames.all());
        Map<String, Target> targets = new TreeMap<>();
        take(Set.of(TARGETS_FILE), (path, content) -> {
            byte[] record = new byte[2 * 3 * kept.pointsBefore()];
            for (String file : order) {
                content.readNBytes(record, 0, record.length);
                String name = file.replaceFirst("^data/targets/", "").replaceFirst("\\.target$", "");
                if (wanted.contains(name)) {
                    targets.put(name, kept.target(name.startsWith(WHOLE) ? moves(record) : plausible(moves(record))));
                }
            }
        });
        return targets;
    }

    /**
     * Removes implausible moves: target {@code eyes/r-eye-bag-max} of the package moves 298 points far from the eye by
     * two metres.
     */
    private static float[] plausible(float[] moves) {
        for (int i = 0; i < moves.length; i += 3) {
            if (Math.hypot(moves[i], Math.hypot(moves[i + 1], moves[i + 2])) > LONGEST_MOVE) {
                Arrays.fill(moves, i, i + 3, 0);
            }
        }
        return moves;
    }

    private static float[] moves(byte[] record) {
        ByteBuffer numbers = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        float[] moves = new float[record.length / 2];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = (float) (numbers.getShort() * TARGET_UNIT);
        }
        return moves;
    }

    private Map<String, PackedTexture> textures(Surface skin) {
        Map<String, PackedTexture> textures = new TreeMap<>();
        Wardrobe.textures().forEach((name, file) -> textures.put(name, PackedTexture.of(picture(file))));
        TextureCrop crop = TextureCrop.of(skin);
        Wardrobe.skins().forEach((name, file) -> textures.put(name, PackedTexture.of(crop.cut(picture(file)))));
        return textures;
    }

    private Rgba picture(String file) {
        try {
            return TransparentPng.decode(files.get(file));
        } catch (IOException impossible) {
            throw new IllegalStateException(file + " is damaged in a package with the correct hash", impossible);
        }
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(files.get(file));
        } catch (IOException impossible) {
            throw new IllegalStateException(file + " is not JSON in a package with the correct hash", impossible);
        }
    }

    private void take(Set<String> paths, PackageArchive.Taker taker) {
        Set<String> missing = archive.take(paths, taker);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("a package with the correct hash lacks " + missing);
        }
    }

    private static <A, B> Map<String, B> mapped(Map<String, A> from, java.util.function.Function<A, B> change) {
        Map<String, B> to = new TreeMap<>();
        from.forEach((name, value) -> to.put(name, change.apply(value)));
        return to;
    }
}
