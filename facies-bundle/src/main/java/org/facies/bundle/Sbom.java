package org.facies.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.metric.Estimate;

/**
 * {@value #FILE}: a bill of materials in CycloneDX 1.6 with the parts of a bundle and the sources of its weights. It
 * depends only on the bundle: the same bundle gives the same bytes.
 */
final class Sbom {
    static final String FILE = "sbom.cdx.json";

    private static final String MODEL = "machine-learning-model";

    private Sbom() {}

    /**
     * The content of the file.
     *
     * @param bundle complete except for its hashes
     * @param parts the other files by name
     */
    static byte[] of(BundleFile bundle, Map<String, byte[]> parts) {
        ObjectNode sbom = JsonNodeFactory.instance.objectNode();
        sbom.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        sbom.put("serialNumber", "urn:uuid:" + serial(bundle, parts)).put("version", 1);
        ObjectNode metadata = sbom.putObject("metadata");
        metadata.put("timestamp", bundle.created() + "T00:00:00Z");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "Facies")
                .put("version", bundle.provenance().facies());
        model(metadata.putObject("component"), bundle);
        ArrayNode components = sbom.putArray("components");
        bundle.weights().forEach(weights -> weights(components.addObject(), weights));
        parts.forEach((name, content) -> file(components.addObject(), name, content));
        return JsonFile.text(sbom).getBytes(StandardCharsets.UTF_8);
    }

    /** The serial number, derived from the content so that the same bundle has the same number. */
    private static UUID serial(BundleFile bundle, Map<String, byte[]> parts) {
        StringBuilder content = new StringBuilder(bundle.name());
        parts.forEach(
                (name, bytes) -> content.append(' ').append(name).append(' ').append(Sha256.of(bytes)));
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void model(ObjectNode component, BundleFile bundle) {
        component.put("type", MODEL).put("bom-ref", "bundle").put("name", bundle.name());
        component.put("description", bundle.intendedPurpose());
        ObjectNode card = component.putObject("modelCard");
        ObjectNode parameters = card.putObject("modelParameters");
        parameters.putObject("approach").put("type", "supervised");
        parameters.put("task", "image classification");
        parameters.putArray("inputs").addObject().put("format", "photo of a face");
        parameters.putArray("outputs").addObject().put("format", "probability of each class");
        ArrayNode metrics = card.putObject("quantitativeAnalysis").putArray("performanceMetrics");
        bundle.performance().figures().forEach((name, estimate) -> metric(metrics, name, "", estimate));
        bundle.performance().recall().forEach((name, estimate) -> metric(metrics, "recall", name, estimate));
        ObjectNode considerations = card.putObject("considerations");
        considerations.putArray("useCases").add(bundle.intendedPurpose());
        ArrayNode limits = considerations.putArray("technicalLimitations");
        bundle.limits().forEach(limits::add);
    }

    private static void metric(ArrayNode metrics, String type, String slice, Estimate estimate) {
        if (!estimate.isDefined()) {
            return;
        }
        ObjectNode metric = metrics.addObject();
        metric.put("type", type).put("value", Double.toString(estimate.value()));
        if (!slice.isEmpty()) {
            metric.put("slice", slice);
        }
        metric.putObject("confidenceInterval")
                .put("lowerBound", Double.toString(estimate.interval().low()))
                .put("upperBound", Double.toString(estimate.interval().high()));
    }

    private static void weights(ObjectNode component, BundleFile.Weights weights) {
        component.put("type", MODEL).put("bom-ref", "weights-" + weights.model());
        component.put("name", weights.model());
        component.put("description", weights.role() + ". " + weights.origin());
        hash(component, weights.sha256());
        component.putArray("licenses").addObject().putObject("license").put("name", weights.licence());
    }

    private static void file(ObjectNode component, String name, byte[] content) {
        component.put("type", "file").put("bom-ref", "file-" + name).put("name", name);
        hash(component, Sha256.of(content));
    }

    private static void hash(ObjectNode component, String sha256) {
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256);
    }
}
