package org.facies.synth.asset;

import java.util.Map;
import java.util.TreeMap;

/** The parts and textures that are kept from the package: their names and their files. */
final class Wardrobe {

    private static final String DATA = "public/data/";
    private static final Map<String, String> HAIR = Map.ofEntries(
            Map.entry("Braid01", "braid01_diffuse"),
            Map.entry("afro01", "afro_diffuse"),
            Map.entry("bob02", "bob02_diffuse"),
            Map.entry("curly", "curly"),
            Map.entry("long01", "long01_diffuse"),
            Map.entry("ponytail01", "ponytail01_diffuse"),
            Map.entry("short01", "short01_diffuse"),
            Map.entry("short02", "short02_diffuse"),
            Map.entry("short03", "short03_diffuse"),
            Map.entry("short04", "short04_diffuse"));
    private static final Map<String, String> SKINS = Map.of(
            "african-female-0", "young_african_female/textures/young_darkskinned_female_diffuse",
            "african-male-0", "young_african_male/textures/young_darkskinned_male_diffuse",
            "asian-female-0", "young_asian_female/textures/young_lightskinned_female_diffuse3",
            "asian-male-0", "young_asian_male/textures/young_lightskinned_male_diffuse3",
            "caucasian-female-0", "young_caucasian_female/textures/young_lightskinned_female_diffuse",
            "caucasian-female-1", "young_caucasian_female/textures/young_lightskinned_female_diffuse2",
            "caucasian-male-0", "young_caucasian_male/textures/young_lightskinned_male_diffuse",
            "caucasian-male-1", "young_caucasian_male/textures/young_lightskinned_male_diffuse2");

    private Wardrobe() {}

    /** Mesh files by the name of the part. */
    static Map<String, String> meshes() {
        Map<String, String> files = new TreeMap<>();
        HAIR.keySet().forEach(hair -> files.put("hair/" + hair, proxy("hair", hair)));
        PartNames.eyebrows().forEach(brow -> files.put("eyebrows/" + brow, proxy("eyebrows", brow)));
        files.put("eyes", proxy("eyes", "HighPolyEyes"));
        files.put("eyelashes", proxy("eyelashes", "Eyelashes01"));
        files.put("teeth", proxy("teeth", "Teeth_Base"));
        files.put("tongue", proxy("tongue", "tongue01"));
        return files;
    }

    /** Texture files by the name of the texture, without the skins. */
    static Map<String, String> textures() {
        Map<String, String> files = new TreeMap<>();
        HAIR.forEach((hair, texture) -> files.put("hair/" + hair, texture("hair", hair, texture)));
        PartNames.eyebrows().forEach(brow -> files.put("eyebrows/" + brow, texture("eyebrows", brow, brow)));
        PartNames.irises().forEach(iris -> files.put("eyes/" + iris, texture("eyes", "HighPolyEyes", iris + "_eye")));
        files.put("eyelashes", texture("eyelashes", "Eyelashes01", "eyelashes01"));
        files.put("teeth", texture("teeth", "Teeth_Base", "teeth"));
        files.put("tongue", texture("tongue", "tongue01", "tongue01_diffuse"));
        return files;
    }

    /** Skin texture files by the name of the texture. */
    static Map<String, String> skins() {
        Map<String, String> files = new TreeMap<>();
        SKINS.forEach((skin, file) -> files.put("skin/" + skin, DATA + "skins/" + file + ".png"));
        return files;
    }

    private static String proxy(String kind, String name) {
        return DATA + "proxies/" + kind + "/" + name + "/" + name + ".json";
    }

    private static String texture(String kind, String name, String texture) {
        return DATA + "proxies/" + kind + "/" + name + "/textures/" + texture + ".png";
    }
}
