package org.facies.serve.advice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingPlan;
import org.facies.result.FinishedRun;
import org.facies.result.PhotoHashes;
import org.facies.run.RunDirectory;

/** Checks which children and photos of a reader study are those of a run. Messages name neither. */
final class CohortMatch {
    private final Path file;
    private final RunDirectory run;
    private final List<ReadingCase> cases;
    private final Map<String, Subject> subjects;
    private final Set<String> known;
    private final Map<String, Set<String>> bySubject = new HashMap<>();

    /** @param file path of the design, for messages */
    CohortMatch(Path file, FinishedRun finished, Cohort cohort, ReadingPlan plan) {
        this.file = file;
        this.run = finished.directory();
        this.cases = plan.cases();
        this.subjects = cohort.subjects().stream().collect(Collectors.toMap(Subject::id, subject -> subject));
        PhotoHashes hashes = PhotoHashes.ofRun(run)
                .orElseThrow(() -> new BadInput(
                        run.photos().toString(),
                        "",
                        "is missing, so Facies cannot check whether the cases are photos of the run",
                        "Run the study again."));
        this.known = hashes.sha256s();
        hashes.rows()
                .forEach(row -> bySubject
                        .computeIfAbsent(row.subject(), first -> new HashSet<>())
                        .add(row.sha256()));
    }

    /**
     * Requires that every case is a child of the run, with the same diagnosis and the same photos.
     *
     * @param choices of the run
     * @param diagnoses of the run, by subject
     * @throws BadInput with the number of cases for each reason
     */
    void requireInRun(Choices choices, Map<String, String> diagnoses) {
        List<Problem> problems = new ArrayList<>();
        refuse(problems, "not in the run", one -> !diagnoses.containsKey(one.subject()));
        refuse(
                problems,
                "in the run with another diagnosis",
                one -> diagnoses.containsKey(one.subject())
                        && !diagnoses.get(one.subject()).equals(choices.label(one.truth())));
        refuse(
                problems,
                "in the run without some of their photos",
                one -> diagnoses.containsKey(one.subject())
                        && !bySubject.getOrDefault(one.subject(), Set.of()).containsAll(shown(one)));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /**
     * Requires that the run has used no photo of any child, including photos that readers do not see.
     *
     * @throws BadInput with the number of cases
     */
    void requireUnseen() {
        List<Problem> problems = new ArrayList<>();
        refuse(
                problems,
                "on training photos of the bundle",
                one -> subjects.get(one.subject()).photos().stream()
                        .map(Photo::sha256)
                        .anyMatch(known::contains));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private void refuse(List<Problem> problems, String what, Predicate<ReadingCase> which) {
        long offending = cases.stream().filter(which).count();
        if (offending > 0) {
            problems.add(new Problem(
                    file + ", key model",
                    run.root().toString(),
                    "cannot be shown: " + offending + " of the " + cases.size() + " cases "
                            + (offending == 1 ? "is " : "are ") + what,
                    "Show the run of this cohort, or a bundle that has not seen these children."));
        }
    }

    private Set<String> shown(ReadingCase one) {
        return subjects.get(one.subject()).photos().stream()
                .filter(photo -> one.photos().contains(photo.path()))
                .map(Photo::sha256)
                .collect(Collectors.toSet());
    }
}
