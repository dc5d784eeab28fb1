package org.facies.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.align.CropGeometry;
import org.facies.align.FaceChoice;
import org.facies.schema.Defect;

/** Checks that the parts of {@code bundle.json} agree. */
final class BundleRules {

    private BundleRules() {}

    static List<Defect> defects(BundleFile file) {
        List<Defect> defects = new ArrayList<>();
        List<String> labels = file.labels();
        if (file.format() != BundleFile.FORMAT) {
            defects.add(new Defect("format", "is " + file.format() + ", not " + BundleFile.FORMAT));
        }
        if (!file.decision().classes().equals(labels)) {
            defects.add(new Defect("decision.subjects", "does not list the classes in their order"));
        }
        file.decision()
                .unaffected()
                .filter(none -> !labels.contains(none))
                .ifPresent(none -> defects.add(
                        new Defect("decision.unaffected", "is \"" + none + "\", which is not a class of the bundle")));
        if (!file.decision().calibration().isComplete(labels.size())) {
            defects.add(new Defect("decision.calibration", "lacks numbers that its method needs"));
        }
        file.decision().sets().stream()
                .map(rule -> rule.limits())
                .filter(limits -> !limits.keySet().equals(Set.copyOf(labels)) || !areNumbers(limits))
                .findFirst()
                .ifPresent(limits ->
                        defects.add(new Defect("decision.sets", "has a rule without a limit for each class")));
        if (file.decision().subjects().values().stream().anyMatch(children -> children < 1)) {
            defects.add(new Defect("decision.subjects", "has a class without a child"));
        }
        if (FaceChoice.of(file.faces().choose()).isEmpty()) {
            defects.add(new Defect("faces.choose", "is not one of: " + FaceChoice.VOCABULARY));
        }
        if (file.classifiers().isEmpty()) {
            defects.add(new Defect("classifiers", "lists no networks"));
        }
        file.classifiers().stream()
                .filter(network -> CropGeometry.named(network.geometry()).isEmpty() || network.members() < 1)
                .forEach(network -> defects.add(new Defect(
                        "classifiers", "has " + network.file() + " without members or without a known geometry")));
        file.classifiers().stream()
                .map(BundleFile.Network::file)
                .filter(name -> !file.files().containsKey(name))
                .forEach(name ->
                        defects.add(new Defect("classifiers", "names " + name + ", which is not among the files")));
        return defects;
    }

    private static boolean areNumbers(Map<String, Double> limits) {
        return limits.values().stream().noneMatch(limit -> limit.isNaN());
    }
}
