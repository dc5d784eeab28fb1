package org.facies.synth.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facies.image.Rgb;
import org.facies.synth.asset.HeadAssets;
import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Surface;
import org.facies.synth.raster.Camera;
import org.facies.synth.raster.Frame;
import org.facies.synth.raster.Material;
import org.facies.synth.raster.Pass;
import org.facies.synth.raster.Rasteriser;
import org.facies.synth.raster.Texture;

/** Renders a head with a look in a scene as a photo. */
final class PortraitRenderer {

    private static final int SAMPLES = 2;
    private static final float[] LASHES = {0.012f, 0.009f, 0.008f};

    private final HeadAssets assets;
    private final Sculptor sculptor;
    private final Shirt shirt;
    private final SkinPaint paint;
    private final float[] bend;
    private final float[] belowNeckline;
    private final boolean[] skinCasts;
    private final Map<String, Texture> textures = new ConcurrentHashMap<>();
    private final Map<String, Texture> strands = new ConcurrentHashMap<>();
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    PortraitRenderer(HeadAssets assets) {
        this.assets = assets;
        this.sculptor = new Sculptor(assets);
        this.shirt = new Shirt(assets);
        this.paint = new SkinPaint(List.copyOf(assets.textures().keySet()), this::texture);
        this.bend = Part.bend(assets.points());
        this.belowNeckline = new float[bend.length];
        for (int i = 0; i < bend.length; i++) {
            belowNeckline[i] = Shirt.belowNeckline(assets.points(), i);
        }
        this.skinCasts = all(assets.skin());
    }

    private static boolean[] all(Surface surface) {
        boolean[] casts = new boolean[surface.triangles()];
        Arrays.fill(casts, true);
        return casts;
    }

    private Texture texture(String name) {
        return textures.computeIfAbsent(name, key -> {
            if (!assets.textures().containsKey(key)) {
                throw new IllegalArgumentException("there is no texture " + key);
            }
            return Texture.of(assets.textures().get(key).unpack());
        });
    }

    private Texture strands(String name) {
        return strands.computeIfAbsent(name, key -> Strands.of(texture(key)));
    }

    private Part part(String name, String texture) {
        return parts.computeIfAbsent(name, key -> Part.of(assets.parts().get(key), assets.points(), texture(texture)));
    }

    Rgb photograph(HeadShape head, Look look, Scene scene, int sidePx) {
        Sculptor.Sculpture sculpture = sculptor.sculpt(head, scene.expression());
        float[] points = sculpture.points();
        double size = sculpture.scale()[1];
        Pose pose = new Pose(scene, between(points, "neck", "head"), between(points, "chin", "crown"));
        Camera camera = camera(scene, sculpture, sidePx * SAMPLES);

        String hairName = "hair/" + look.hairStyle();
        String browName = "eyebrows/" + look.eyebrows();
        String eyeTexture = "eyes/" + look.eyes();
        float[] posed = pose.place(points, bend);
        float[] shirtPoints = shirt.worn(posed, size);
        Piece skin = Piece.of(assets.skin(), posed, skinCasts);
        Piece cloth = Piece.of(shirt.surface(), shirtPoints, all(shirt.surface()));
        Piece hair = piece(part(hairName, hairName), sculpture, pose);
        Piece brows = piece(part(browName, browName), sculpture, pose);
        Piece lashes = piece(part("eyelashes", "eyelashes"), sculpture, pose);
        EyePair eyePair = EyePair.of(part("eyes", eyeTexture), sculpture, pose);

        List<Piece> casting = new ArrayList<>(List.of(skin, cloth, hair));
        Lighting lighting = new Lighting(scene.light(), casting, sculpture.headHeight());

        Frame frame = new Frame(sidePx * SAMPLES);
        Backdrop.paint(frame, scene);
        Rasteriser rasteriser = new Rasteriser(frame);
        double distance = camera.distance();
        float[] tint = Lighting.linear(look.hair());
        float[] down = pose.headAxis(0, -1, 0);

        draw(
                rasteriser,
                camera,
                skin,
                new Skin(skin, lighting, distance, paint.mix(head, look), belowNeckline),
                Pass.SOLID);
        draw(
                rasteriser,
                camera,
                cloth,
                new Cloth(
                        cloth, lighting, distance, Lighting.linear(look.collar()), shirt.belowNeckline(), shirt.ribs()),
                Pass.SOLID);
        draw(
                rasteriser,
                camera,
                eyePair.piece(),
                eyePair.material(lighting, distance, texture(eyeTexture), pose.headAxis(0, 1, 0)),
                Pass.SOLID);
        if (opensMouth(scene)) {
            for (String name : List.of("teeth", "tongue")) {
                Piece piece = piece(part(name, name), sculpture, pose);
                draw(rasteriser, camera, piece, new Mouth(piece, lighting, distance, texture(name)), Pass.SOLID);
            }
        }
        Material hairMaterial = new Hair(
                hair,
                lighting,
                distance,
                strands(hairName),
                tint,
                0.10f,
                1.1f,
                down,
                part(hairName, hairName).trimmed());
        Material browMaterial = new Hair(
                brows, lighting, distance, strands(browName), browTint(tint), 0.02f, 0.95f, down, whole(brows));
        Material lashMaterial =
                new Hair(lashes, lighting, distance, strands("eyelashes"), LASHES, 0, 0.8f, down, whole(lashes));
        draw(rasteriser, camera, hair, hairMaterial, Pass.CORE);
        draw(rasteriser, camera, brows, browMaterial, Pass.SHEER);
        draw(rasteriser, camera, lashes, lashMaterial, Pass.SHEER);
        draw(rasteriser, camera, hair, hairMaterial, Pass.SHEER);
        return Film.develop(frame, SAMPLES, scene);
    }

    private static void draw(Rasteriser rasteriser, Camera camera, Piece piece, Material material, Pass pass) {
        rasteriser.draw(piece.surface(), camera.project(piece.points()), material, pass);
    }

    private static Piece piece(Part part, Sculptor.Sculpture sculpture, Pose pose) {
        Attachment attachment = part.attachment();
        float[] placed = attachment.place(sculpture.points(), sculpture.scale());
        return Piece.of(attachment.surface(), pose.place(placed, part.bend()), part.casts());
    }

    /** Values for a piece from which nothing is cut away. */
    private static float[] whole(Piece piece) {
        float[] trimmed = new float[piece.points().length / 3];
        Arrays.fill(trimmed, -1);
        return trimmed;
    }

    private double[] between(float[] points, String first, String second) {
        double[] a = sculptor.mark(points, first);
        double[] b = sculptor.mark(points, second);
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2};
    }

    private static Camera camera(Scene scene, Sculptor.Sculpture sculpture, int sidePx) {
        double distance = scene.distance() * sculpture.headHeight();
        double focalPx = scene.faceShare() * sidePx * distance / sculpture.headHeight();
        return new Camera(distance, focalPx, sidePx * (0.5 + scene.offsetX()), sidePx * (0.5 + scene.offsetY()));
    }

    private static boolean opensMouth(Scene scene) {
        return scene.expression().entrySet().stream()
                .anyMatch(unit -> unit.getKey().startsWith("mouth") && unit.getValue() > 0.05);
    }

    /** The eyebrows' colour: darker than fair hair and never quite black. */
    private static float[] browTint(float[] hair) {
        float[] tint = new float[3];
        float[] floor = {0.02f, 0.016f, 0.014f};
        for (int i = 0; i < 3; i++) {
            tint[i] = 0.5f * hair[i] + floor[i];
        }
        return tint;
    }
}
