package org.facies.synth.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facies.align.Alignment;
import org.facies.align.CropGeometry;
import org.facies.align.FaceAligner;
import org.facies.image.Rgb;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.asset.HeadAssets;
import org.facies.synth.asset.TargetNames;
import org.facies.workspace.FaceNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fetches the assets once through Facies itself, into its cache. */
class PortraitStudioTest {

    private static final int SIDE = 128;
    private static final AncestryBlend BLEND = new AncestryBlend(0.2, 0.3, 0.5);
    private static final Scene.Light LIGHT = new Scene.Light(25, 20, 0.5, 1, 0);
    private static final Scene.Background GREY =
            new Scene.Background(new Tint(0.5, 0.5, 0.5), new Tint(0.4, 0.4, 0.4), 0.5);

    private static HeadAssets assets;
    private static PortraitStudio studio;

    @BeforeAll
    static void open() {
        assets = AssetStore.in(ModelZoo.defaultHome(), sentence -> {}).require();
        studio = new PortraitStudio(assets);
    }

    @Test
    void the_same_child_in_the_same_scene_gives_the_same_bytes_on_any_thread() throws Exception {
        byte[] once = photo(Map.of(), Map.of(), 20).data();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Rgb>> again = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                double yaw = i % 2 == 0 ? 20 : -20;
                again.add(threads.submit(() -> photo(Map.of(), Map.of(), yaw)));
            }
            for (int i = 0; i < 6; i += 2) {
                assertThat(again.get(i).get().data()).isEqualTo(once);
                assertThat(again.get(i + 1).get().data()).isNotEqualTo(once);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(new PortraitStudio(assets)
                        .photograph(head(8, Map.of()), look("short02"), scene(20, Map.of(), 0.01), SIDE)
                        .data())
                .isEqualTo(once);
    }

    @Test
    void a_wider_mouth_changes_the_picture_at_the_mouth_and_not_at_the_eyes() {
        Change change =
                change(photo(Map.of(), Map.of(), 0), photo(Map.of("mouth/mouth-scale-horiz-incr", 1.0), Map.of(), 0));

        assertThat(change.centreY()).isBetween(0.58, 0.75);
        assertThat(change.above(0.52)).isLessThan(0.1);
    }

    @Test
    void an_eye_moved_outwards_changes_the_picture_on_its_side() {
        Change right = change(photo(Map.of(), Map.of(), 0), photo(Map.of("eyes/r-eye-move-out", 1.0), Map.of(), 0));
        Change left = change(photo(Map.of(), Map.of(), 0), photo(Map.of("eyes/l-eye-move-out", 1.0), Map.of(), 0));

        assertThat(right.centreX()).isLessThan(0.46);
        assertThat(left.centreX()).isGreaterThan(0.54);
        assertThat(right.centreY()).isBetween(0.4, 0.62);
    }

    @Test
    void closed_lids_hide_the_eyes() {
        Map<String, Double> closed = Map.of("eye-left-closure", 1.0, "eye-right-closure", 1.0);
        Rgb open = photo(Map.of(), Map.of(), 0);

        Change change = change(open, photo(Map.of(), closed, 0));

        assertThat(change.centreY()).isBetween(0.42, 0.6);
        assertThat(change.total()).isGreaterThan(200);
    }

    @Test
    void every_target_and_every_expression_unit_is_in_the_assets_and_moves_something() {
        assertThat(PortraitStudio.targetNames()).hasSize(286).doesNotHaveDuplicates();
        assertThat(PortraitStudio.expressionUnits()).hasSize(34).doesNotHaveDuplicates();
        assertThat(assets.targets()).containsOnlyKeys(everyTarget());
        assets.targets().forEach((name, target) -> {
            assertThat(target.points()).describedAs(name).isNotEmpty();
        });
    }

    @Test
    void no_feature_moves_a_point_farther_than_a_head_is_wide() {
        assets.targets().forEach((name, target) -> {
            if (!name.startsWith("macrodetails/")) {
                for (float move : target.moves()) {
                    assertThat(Math.abs(move)).describedAs(name).isLessThan(1);
                }
            }
        });
    }

    @Test
    void nothing_of_the_body_below_the_shoulders_is_kept() {
        for (int corner : assets.skin().corners()) {
            assertThat(assets.points()[3 * corner + 1]).isGreaterThan(5.2f);
        }
        for (int corner : assets.shoulders().corners()) {
            assertThat(assets.points()[3 * corner + 1]).isGreaterThan(4.4f);
        }
    }

    @Test
    void whatever_is_on_offer_can_be_drawn_and_looks_different() {
        Map<String, byte[]> seen = new HashMap<>();
        PortraitStudio.hairStyles().forEach(style -> seen.put(style.name(), small(look(style.name()))));
        PortraitStudio.eyeColours().forEach(eyes -> seen.put(eyes, small(withEyes(eyes))));
        PortraitStudio.eyebrows().forEach(brows -> seen.put(brows, small(withEyebrows(brows))));

        assertThat(seen.values().stream()
                        .map(java.util.Arrays::hashCode)
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(seen.size() - 2); // the usual eyes, hair and brows are the same picture
    }

    @Test
    void what_is_not_on_offer_is_refused() {
        assertThatThrownBy(() -> photo(Map.of("nose/none", 1.0), Map.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no target nose/none");
        assertThatThrownBy(() -> small(look("beard"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> studio.photograph(head(5, Map.of()), look("short02"), scene(0, Map.of(), 0), 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a photo of 8 pixels");
    }

    @Test
    void the_detector_finds_children_of_every_age_and_ancestry() {
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
        try (FaceAligner aligner = new FaceAligner(FaceNetworks.load(zoo))) {
            for (AncestryBlend blend : List.of(
                    new AncestryBlend(1, 0, 0), new AncestryBlend(0, 1, 0), new AncestryBlend(0, 0, 1), BLEND)) {
                for (double age : new double[] {1, 6, 15}) {
                    HeadShape head = new HeadShape(age < 6 ? Sex.MALE : Sex.FEMALE, age, blend, Map.of());
                    Rgb photo = studio.photograph(head, look("short02"), scene(10, Map.of(), 0.01), 192);

                    Alignment found = aligner.align(photo, CropGeometry.DLIB_150);

                    assertThat(found).describedAs("%s %s", blend, age).isInstanceOf(Alignment.Face.class);
                    assertThat(((Alignment.Face) found).facts().faces()).isEqualTo(1);
                    assertThat(((Alignment.Face) found).facts().pose().yawDegrees())
                            .describedAs("%s %s", blend, age)
                            .isBetween(-20.0, 30.0);
                }
            }
        }
    }

    /** Differences of brightness beyond 12 of 255 between two photos. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one test
    private record Change(double total, double centreX, double centreY, double[] rows) {

        /** Share of the change in the upper part of the picture. */
        double above(double share) {
            double sum = 0;
            for (int row = 0; row < share * rows.length; row++) {
                sum += rows[row];
            }
            return sum / total;
        }
    }

    private static Change change(Rgb before, Rgb after) {
        double total = 0;
        double x = 0;
        double y = 0;
        double[] rows = new double[SIDE];
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            int difference = Math.abs((before.data()[3 * pixel + 1] & 0xFF) - (after.data()[3 * pixel + 1] & 0xFF));
            double weight = Math.max(0, difference - 12);
            total += weight;
            x += weight * (pixel % SIDE + 0.5) / SIDE;
            int row = pixel / SIDE;
            y += weight * (row + 0.5) / SIDE;
            rows[row] += weight;
        }
        return new Change(total, x / total, y / total, rows);
    }

    private static String[] everyTarget() {
        List<String> names = new ArrayList<>(PortraitStudio.targetNames());
        for (String ancestry : List.of("african", "asian", "caucasian")) {
            PortraitStudio.expressionUnits().forEach(unit -> names.add(TargetNames.expression(ancestry, unit)));
            for (String sex : List.of("female", "male")) {
                List.of("baby", "child", "young").forEach(age -> names.add(TargetNames.whole(ancestry, sex, age)));
            }
        }
        return names.toArray(String[]::new);
    }

    private static Rgb photo(Map<String, Double> targets, Map<String, Double> expression, double yaw) {
        double noise = yaw == 0 ? 0 : 0.01;
        return studio.photograph(head(8, targets), look("short02"), scene(yaw, expression, noise), SIDE);
    }

    private static byte[] small(Look look) {
        return studio.photograph(head(8, Map.of()), look, scene(0, Map.of(), 0), 96)
                .data();
    }

    private static HeadShape head(double age, Map<String, Double> targets) {
        return new HeadShape(Sex.FEMALE, age, BLEND, targets);
    }

    private static Look look(String hair) {
        return new Look(hair, new Tint(0.2, 0.13, 0.09), 0, 0, "brown", "eyebrow001", new Tint(0.3, 0.4, 0.5));
    }

    private static Look withEyes(String eyes) {
        return new Look("short02", new Tint(0.2, 0.13, 0.09), 0, 0, eyes, "eyebrow001", new Tint(0.3, 0.4, 0.5));
    }

    private static Look withEyebrows(String brows) {
        return new Look("short02", new Tint(0.2, 0.13, 0.09), 0, 0, "brown", brows, new Tint(0.3, 0.4, 0.5));
    }

    private static Scene scene(double yaw, Map<String, Double> expression, double noise) {
        return new Scene(yaw, 0, 0, 5, 0.65, 0, 0, expression, LIGHT, GREY, 0.3, noise, 42);
    }
}
