package org.facies.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.decision.Decision;
import org.facies.decision.Prevalence;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.schema.OmitEmpty;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * {@code FACIES_HOME/config.yaml}: settings of a site. The file is optional.
 *
 * <pre>
 * prevalence: {noonan: 0.002, wbs: 0.0001}
 * </pre>
 *
 * @param prevalence proportion of the site's children by class, for all bundles used at the site; a bundle uses its own
 *     classes
 */
public record SiteConfiguration(@OmitEmpty Map<String, Double> prevalence) {
    private static final String NAME = "config.yaml";
    private static final RecordFormat<SiteConfiguration> FORMAT =
            RecordFormat.of(SiteConfiguration.class, Undefined.REFUSED);

    public SiteConfiguration {
        prevalence = Collections.unmodifiableMap(new LinkedHashMap<>(prevalence));
    }

    /**
     * Reads the configuration.
     *
     * @param home the folder FACIES_HOME
     * @throws BadInput if the file exists and is not valid
     */
    public static SiteConfiguration in(Path home) {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            return new SiteConfiguration(Map.of());
        }
        JsonNode tree = Yaml.read(file);
        return FORMAT.read(tree, file.toString(), "Write for example: prevalence: {noonan: 0.002, wbs: 0.0001}");
    }

    /**
     * The site's frequencies of the classes of a bundle.
     *
     * @param home the folder FACIES_HOME, for messages
     * @throws BadInput if the stated numbers are not a valid prevalence
     */
    public PredictionRecords.Site site(Path home, Decision decision) {
        if (prevalence.isEmpty()) {
            return new PredictionRecords.Site(
                    Optional.empty(),
                    "The class frequencies at this site are not stated. State them with --prevalence or with the key"
                            + " prevalence in the file " + shown(home) + ".");
        }
        Map<String, Double> known = new LinkedHashMap<>(prevalence);
        known.keySet().retainAll(decision.classes());
        List<String> missing = Prevalence.missing(known, decision);
        if (!missing.isEmpty()) {
            return new PredictionRecords.Site(
                    Optional.empty(),
                    "The class frequencies at this site are incomplete: the file " + shown(home) + " does not state "
                            + String.join(", ", missing) + ".");
        }
        String where = home.resolve(NAME) + ", prevalence";
        return new PredictionRecords.Site(Optional.of(Prevalence.of(where, known, decision)), "");
    }

    /** The full path of the file; {@code ~} is the user's home, whose name would tell who the user is. */
    private static String shown(Path home) {
        Path file = home.resolve(NAME).toAbsolutePath().normalize();
        Path user = Path.of(System.getProperty("user.home")).toAbsolutePath().normalize();
        return file.startsWith(user)
                ? Path.of("~").resolve(user.relativize(file)).toString()
                : file.toString();
    }
}
