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
 * {@code FACIES_HOME/config.yaml}: what a site states once. The file need not be there.
 *
 * <pre>
 * prevalence: {noonan: 0.002, wbs: 0.0001}
 * </pre>
 *
 * @param prevalence share of the site's children by class, for all bundles that the site uses; a bundle takes what it
 *     knows
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
     * @throws BadInput if the file is there and is wrong
     */
    public static SiteConfiguration in(Path home) {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            return new SiteConfiguration(Map.of());
        }
        JsonNode tree = Yaml.read(file);
        return FORMAT.read(tree, file.toString(), "Write it as in: prevalence: {noonan: 0.002, wbs: 0.0001}");
    }

    /**
     * What the site states of the classes of a bundle.
     *
     * @param home as above, for messages
     * @throws BadInput if what it states is no prevalence
     */
    public PredictionRecords.Site site(Path home, Decision decision) {
        if (prevalence.isEmpty()) {
            return new PredictionRecords.Site(
                    Optional.empty(),
                    "How common the classes are at the site was not stated: --prevalence or the key prevalence in "
                            + NAME + " of FACIES_HOME.");
        }
        Map<String, Double> known = new LinkedHashMap<>(prevalence);
        known.keySet().retainAll(decision.classes());
        List<String> missing = Prevalence.missing(known, decision);
        if (!missing.isEmpty()) {
            return new PredictionRecords.Site(
                    Optional.empty(),
                    "The site's mix is not known: " + NAME + " of FACIES_HOME says nothing of "
                            + String.join(", ", missing) + ".");
        }
        String where = home.resolve(NAME) + ", prevalence";
        return new PredictionRecords.Site(Optional.of(Prevalence.of(where, known, decision)), "");
    }
}
