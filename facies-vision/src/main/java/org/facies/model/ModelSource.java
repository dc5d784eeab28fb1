package org.facies.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The origin of a model file, and its hash before any conversion. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelSource.NpmFile.class, name = "npm"),
    @JsonSubTypes.Type(value = ModelSource.UserFile.class, name = "file"),
    @JsonSubTypes.Type(value = ModelSource.TrainedHere.class, name = "training"),
    @JsonSubTypes.Type(value = ModelSource.Quantised.class, name = "quantised")
})
public sealed interface ModelSource {

    /** SHA-256 of the file before any conversion. */
    String sha256();

    /** The source as one phrase. */
    String phrase();

    /**
     * A file in a package of the npm registry.
     *
     * @param name package name
     * @param version exact version
     * @param packageMegabytes download size, to announce it
     * @param path the file inside the package
     * @param bytes its exact size
     * @param sha256 its hash
     */
    record NpmFile(String name, String version, int packageMegabytes, String path, int bytes, String sha256)
            implements ModelSource {

        /** {@code name@version}, as npm expects it. */
        public String coordinates() {
            return name + "@" + version;
        }

        @Override
        public String phrase() {
            return "npm package " + coordinates() + ", file " + path;
        }
    }

    /**
     * A file of the user.
     *
     * @param fileName its name, without the folder
     * @param sha256 its hash
     */
    record UserFile(String fileName, String sha256) implements ModelSource {
        @Override
        public String phrase() {
            return "file " + fileName;
        }
    }

    /**
     * A network that was trained on this computer.
     *
     * @param run name of the run directory, without the folder
     * @param sha256 hash of the network
     */
    record TrainedHere(String run, String sha256) implements ModelSource {
        @Override
        public String phrase() {
            return "training run " + run;
        }
    }

    /**
     * Another model of the zoo with 8-bit convolutions.
     *
     * @param model id of the other model
     * @param sha256 hash of its ONNX file
     * @param cost measured effect of the quantisation on a cohort
     */
    record Quantised(String model, String sha256, MeasuredCost cost) implements ModelSource {
        @Override
        public String phrase() {
            return "model " + model + ", quantised to int8";
        }
    }
}
