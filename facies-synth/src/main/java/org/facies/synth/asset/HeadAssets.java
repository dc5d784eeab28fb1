package org.facies.synth.asset;

import java.util.Map;
import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Surface;
import org.facies.synth.mesh.Target;

/**
 * Everything that a head is drawn from.
 *
 * @param points of the adult base mesh, x, y, z in turn
 * @param skin surface of head and neck
 * @param shoulders surface below the shirt; its texture coordinates are not used
 * @param marks named points (joints, chin, crown), each as indices of points whose mean it is
 * @param targets shape targets by name
 * @param parts hair, eyebrows, eyelashes, eyes and teeth by name, for example {@code hair/bob01}
 * @param textures of the skins ({@code skin/asian_female}), the irises ({@code eyes/brown}) and the parts, by name
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
public record HeadAssets(
        float[] points,
        Surface skin,
        Surface shoulders,
        Map<String, int[]> marks,
        Map<String, Target> targets,
        Map<String, Attachment> parts,
        Map<String, PackedTexture> textures) {}
