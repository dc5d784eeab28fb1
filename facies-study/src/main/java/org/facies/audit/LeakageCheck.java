package org.facies.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.fold.FoldPlan;
import org.facies.result.AuditReport.Leakage;
import org.facies.result.AuditReport.PhotoPair;
import org.facies.result.AuditReport.Side;
import org.facies.result.AuditReport.SubjectPair;

/** Looks for photos and persons in both training and test, and measures how much they would improve a result. */
final class LeakageCheck {
    private final AuditedCohort audited;
    private final FoldPlan plan;
    private final List<Photo> photos;
    private final List<Subject> owners = new ArrayList<>();

    /** @param plan the folds of the study */
    LeakageCheck(AuditedCohort audited, FoldPlan plan) {
        this.audited = audited;
        this.plan = plan;
        this.photos = audited.cohort().photos();
        audited.cohort().subjects().forEach(subject -> subject.photos().forEach(photo -> owners.add(subject)));
    }

    /** @param design folds by subject, for the label permutation */
    Leakage run(PredictabilityCheck.Design design, int k) {
        PersonFinder.Outcome persons = new PersonFinder(audited.directions()).find();
        List<PhotoPair> pictures = pictures();
        return new Leakage(
                bytes(),
                pictures,
                persons.pairs().stream()
                        .map(this::person)
                        .filter(pair -> pictures.stream().noneMatch(picture -> explains(picture, pair)))
                        .toList(),
                persons.threshold(),
                persons.certain(),
                persons.halved(),
                persons.recognised(),
                SplitCheck.of(audited, SplitCheck.Learner.LINEAR, k, design.seed()),
                SplitCheck.of(audited, SplitCheck.Learner.NEAREST, k, design.seed()),
                LabelPermutationCheck.of(audited.means(PhotoTrace::embedding), design));
    }

    private List<PhotoPair> bytes() {
        Map<String, Integer> first = new HashMap<>();
        List<PhotoPair> pairs = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            Integer earlier = first.putIfAbsent(photo(i).sha256(), i);
            if (earlier != null) {
                pairs.add(pair(earlier, i, "same bytes", 1));
            }
        }
        return pairs;
    }

    private List<PhotoPair> pictures() {
        return new DuplicateFinder(audited.traces())
                .pairs().stream()
                        .filter(pair -> !photo(pair.first())
                                .sha256()
                                .equals(photo(pair.second()).sha256()))
                        .map(pair -> pair(
                                pair.first(),
                                pair.second(),
                                pair.orientation().name().toLowerCase(Locale.ROOT),
                                pair.correlation()))
                        .toList();
    }

    private Photo photo(int index) {
        return photos.get(index);
    }

    private PhotoPair pair(int a, int b, String relation, double correlation) {
        return new PhotoPair(
                photo(a).path(),
                photo(b).path(),
                owners.get(a).id(),
                owners.get(b).id(),
                relation,
                correlation,
                side(plan.foldOf(photo(a)), plan.foldOf(photo(b))));
    }

    private SubjectPair person(PersonFinder.Pair pair) {
        Subject a = audited.cohort().subjects().get(pair.first());
        Subject b = audited.cohort().subjects().get(pair.second());
        boolean apart =
                a.photos().stream().anyMatch(p -> b.photos().stream().anyMatch(q -> plan.foldOf(p) != plan.foldOf(q)));
        return new SubjectPair(a.id(), b.id(), pair.similarity(), apart ? Side.DIFFERENT_FOLDS : Side.SAME_FOLD);
    }

    private static boolean explains(PhotoPair picture, SubjectPair persons) {
        return picture.subjectA().equals(persons.subjectA())
                && picture.subjectB().equals(persons.subjectB());
    }

    private static Side side(int a, int b) {
        return a == b ? Side.SAME_FOLD : Side.DIFFERENT_FOLDS;
    }
}
