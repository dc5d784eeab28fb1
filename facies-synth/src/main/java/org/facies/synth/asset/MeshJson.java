package org.facies.synth.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.facies.synth.mesh.Surface;

/**
 * A mesh in the format of the package, three.js JSON 3.1. A face is a record of ten numbers: its kind (11: a quad with
 * material and texture corners), four points, the material, four texture corners.
 *
 * @param json the root of the file
 */
record MeshJson(JsonNode json) {

    private static final int RECORD = 10;
    private static final int QUAD = 11;

    float[] floats(String field) {
        return floats(json.get(field));
    }

    /** An array of triples, one for each point, flattened. */
    float[] tripleFloats(String field) {
        JsonNode rows = json.get(field);
        float[] values = new float[3 * rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.get(i / 3).get(i % 3).asDouble();
        }
        return values;
    }

    /** An array of index triples, one for each point, flattened. */
    int[] tripleInts(String field) {
        JsonNode rows = json.get(field);
        int[] values = new int[3 * rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / 3).get(i % 3).asInt();
        }
        return values;
    }

    /** The sorted indices of a material's points. */
    int[] pointsOf(String material) {
        int index = material(material);
        int[] faces = faces();
        return java.util.stream.IntStream.range(0, faces.length / RECORD)
                .filter(face -> faces[face * RECORD + 5] == index)
                .flatMap(face -> Arrays.stream(faces, face * RECORD + 1, face * RECORD + 5))
                .distinct()
                .sorted()
                .toArray();
    }

    /** All faces as triangles. */
    Surface surface() {
        return surface(faces(), face -> true, point -> true);
    }

    /** The faces of a material whose points are all wanted. */
    Surface surface(String material, IntPredicate wanted) {
        int index = material(material);
        int[] faces = faces();
        return surface(faces, face -> faces[face + 5] == index, wanted);
    }

    private Surface surface(int[] faces, IntPredicate face, IntPredicate point) {
        int[] corners = new int[faces.length / RECORD * 6];
        int[] uvCorners = new int[corners.length];
        int count = 0;
        for (int at = 0; at < faces.length; at += RECORD) {
            if (faces[at] != QUAD) {
                throw new IllegalStateException("face of kind " + faces[at] + " in a package with the correct hash");
            }
            if (face.test(at) && Arrays.stream(faces, at + 1, at + 5).allMatch(point)) {
                count = triangle(faces, at, 1, 2, corners, uvCorners, count);
                count = triangle(faces, at, 2, 3, corners, uvCorners, count);
            }
        }
        return new Surface(
                Arrays.copyOf(corners, count),
                Arrays.copyOf(uvCorners, count),
                floats(json.get("uvs").get(0)));
    }

    private static int triangle(int[] faces, int at, int second, int third, int[] corners, int[] uvCorners, int count) {
        int[] order = {0, second, third};
        int a = faces[at + 1];
        int b = faces[at + 1 + second];
        int c = faces[at + 1 + third];
        if (a == b || b == c || a == c) {
            return count;
        }
        for (int i = 0; i < 3; i++) {
            corners[count + i] = faces[at + 1 + order[i]];
            uvCorners[count + i] = faces[at + 6 + order[i]];
        }
        return count + 3;
    }

    private int material(String name) {
        JsonNode materials = json.get("materials");
        for (int i = 0; i < materials.size(); i++) {
            if (materials.get(i).get("DbgName").asText().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no material " + name + " in a package with the correct hash");
    }

    private int[] faces() {
        JsonNode node = json.get("faces");
        int[] faces = new int[node.size()];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = node.get(i).asInt();
        }
        return faces;
    }

    private static float[] floats(JsonNode node) {
        float[] values = new float[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) node.get(i).asDouble();
        }
        return values;
    }
}
