package org.facies.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.result.PhotoHashes;

/**
 * Another cohort, with the classes of a run and without subjects that the run was trained on.
 *
 * @param cohort its classes are the run's
 * @param notes facts that a reader of the results needs, a sentence each; they name no subject
 * @param sharedIds ids of subjects in the cohort that the run also has, for the owner of the cohort only
 */
record ExternalCohort(Cohort cohort, List<String> notes, List<String> sharedIds) {
    private static final int NAMED = 5;

    ExternalCohort {
        notes = List.copyOf(notes);
        sharedIds = List.copyOf(sharedIds);
    }

    /** Messages to the owner of the cohort: the notes, and a few of the shared ids. */
    List<String> told() {
        List<String> told = new ArrayList<>(notes);
        if (!sharedIds.isEmpty()) {
            String first = sharedIds.stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = sharedIds.size() - NAMED;
            told.add("Ids of subjects that are also in the run: " + first
                    + (more > 0 ? " and " + more + " more." : "."));
        }
        return told;
    }

    /**
     * Options for diagnoses and subjects that do not match the run.
     *
     * @param renamed diagnosis of the other cohort to class of the run
     * @param without diagnoses whose subjects are left out
     * @param overlap with the run
     */
    record Fit(Map<String, String> renamed, Set<String> without, Overlap overlap) {}

    /** Treatment of subjects that the run may have been trained on. */
    enum Overlap {
        /** Shared photos are an error, shared ids are reported. */
        REFUSE,
        /** Both are left out. */
        LEAVE_OUT
    }

    /**
     * Matches a cohort to a run.
     *
     * @param classes of the run
     * @param known photos of the run; empty if it did not record them
     * @throws BadInput listing every diagnosis that is not a class of the run, and every photo that the run has
     */
    static ExternalCohort of(Cohort other, List<String> classes, Optional<PhotoHashes> known, Fit fit) {
        Fitting fitting = new Fitting(classes, fit);
        List<Subject> subjects = fitting.diagnoses(other);
        if (known.isPresent()) {
            subjects = fitting.overlap(subjects, known.get());
        } else {
            fitting.notes.add("The run has no photos.csv, because an earlier version made it. It was not"
                    + " checked whether the cohorts share photos or children.");
        }
        if (subjects.isEmpty()) {
            throw new BadInput(other.manifest().toString(), "", "has no child left", "Use another cohort.");
        }
        fitting.absent(subjects);
        return new ExternalCohort(
                new Cohort(other.manifest(), classes, subjects), fitting.notes, List.copyOf(fitting.sharedIds));
    }

    private static final class Fitting {
        private final List<String> classes;
        private final Fit fit;
        private final List<String> notes = new ArrayList<>();
        private final Set<String> sharedIds = new LinkedHashSet<>();

        Fitting(List<String> classes, Fit fit) {
            this.classes = classes;
            this.fit = fit;
        }

        List<Subject> diagnoses(Cohort other) {
            List<Problem> problems = new UnknownDiagnoses(other, classes, fit).problems();
            if (!problems.isEmpty()) {
                throw new BadInput(problems);
            }
            Map<String, Integer> renamed = new TreeMap<>();
            Map<String, Integer> left = new TreeMap<>();
            List<Subject> subjects = new ArrayList<>();
            for (Subject subject : other.subjects()) {
                String diagnosis = subject.diagnosis();
                if (fit.without().contains(diagnosis)) {
                    left.merge(diagnosis, 1, Integer::sum);
                } else if (fit.renamed().containsKey(diagnosis)) {
                    renamed.merge(diagnosis, 1, Integer::sum);
                    subjects.add(new Subject(
                            subject.id(), fit.renamed().get(diagnosis), subject.photos(), subject.attributes()));
                } else {
                    subjects.add(subject);
                }
            }
            renamed.forEach((from, n) -> notes.add(counted(n) + " of diagnosis " + from + " counted as "
                    + fit.renamed().get(from) + "."));
            left.forEach((name, n) -> notes.add(counted(n) + " of diagnosis " + name + " left out."));
            return subjects;
        }

        List<Subject> overlap(List<Subject> subjects, PhotoHashes known) {
            Map<String, PhotoHashes.Row> byHash = known.rows().stream()
                    .collect(Collectors.toMap(PhotoHashes.Row::sha256, row -> row, (a, b) -> a, LinkedHashMap::new));
            Set<String> ids = known.subjects();
            Set<String> sharesPhoto = new LinkedHashSet<>();
            Set<String> sharesId = new LinkedHashSet<>();
            List<Problem> problems = new ArrayList<>();
            for (Subject subject : subjects) {
                for (Photo photo : subject.photos()) {
                    if (byHash.containsKey(photo.sha256())) {
                        sharesPhoto.add(subject.id());
                        problems.add(shared(subject, photo, byHash.get(photo.sha256())));
                    }
                }
                if (ids.contains(subject.id())) {
                    sharesId.add(subject.id());
                }
            }
            return switch (fit.overlap()) {
                case REFUSE -> refused(subjects, problems, sharesId);
                case LEAVE_OUT -> leftOut(subjects, sharesPhoto, sharesId);
            };
        }

        private static Problem shared(Subject subject, Photo photo, PhotoHashes.Row known) {
            return new Problem(
                    "subject " + subject.id(),
                    photo.path(),
                    "has the same bytes as \"" + known.photo() + "\", which the run was trained on (subject "
                            + known.subject() + ")",
                    "Leave out all children of the run with --drop-overlap.");
        }

        private List<Subject> refused(List<Subject> subjects, List<Problem> problems, Set<String> sharesId) {
            if (!problems.isEmpty()) {
                throw new BadInput(problems);
            }
            if (!sharesId.isEmpty()) {
                sharedIds.addAll(sharesId);
                notes.add(counted(sharesId.size()) + " have an id that is also in the run. If they are the same"
                        + " children, these results are too good; --drop-overlap leaves them out.");
            }
            return subjects;
        }

        private List<Subject> leftOut(List<Subject> subjects, Set<String> sharesPhoto, Set<String> sharesId) {
            Set<String> all = new LinkedHashSet<>(sharesPhoto);
            all.addAll(sharesId);
            if (!all.isEmpty()) {
                notes.add(counted(all.size()) + " left out because the run has a photo (" + sharesPhoto.size()
                        + ") or an id (" + sharesId.size() + ") of them.");
            }
            return subjects.stream()
                    .filter(subject -> !all.contains(subject.id()))
                    .toList();
        }

        void absent(List<Subject> subjects) {
            Set<String> present = subjects.stream().map(Subject::diagnosis).collect(Collectors.toSet());
            List<String> absent =
                    classes.stream().filter(name -> !present.contains(name)).toList();
            if (!absent.isEmpty()) {
                notes.add("No child here has " + String.join(" or ", absent)
                        + ", so only the other classes are compared. How well the model finds "
                        + String.join(" or ", absent) + " is not known from this cohort.");
            }
        }

        private static String counted(int n) {
            return n + (n == 1 ? " child" : " children");
        }
    }
}
