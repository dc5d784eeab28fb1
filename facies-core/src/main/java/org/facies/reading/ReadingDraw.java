package org.facies.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.ListSampler;
import org.facies.cohort.Cohort;
import org.facies.cohort.Consent;
import org.facies.cohort.ConsentPurpose;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Photos;

/**
 * Draws the children of a reader study. The plan depends on the design, the children and their photos, but not on the
 * order of rows in the manifest. Children without consent for readers ({@link Consent}) and children whose diagnosis is
 * not a class of the study are excluded.
 *
 * <p>Practice cases are other children, taken from the classes in turn as long as a class has children to spare. If
 * everyone is drawn, at least one child of each class remains in the main part.
 */
public final class ReadingDraw {
    private final ReadingDesign design;
    private final DrawnCounts counts;
    private final List<List<Subject>> pools;

    /**
     * The drawn plan.
     *
     * @param remarks how many children are excluded and why, one sentence each, without names
     */
    public record Drawn(ReadingPlan plan, List<String> remarks) {
        public Drawn {
            remarks = List.copyOf(remarks);
        }
    }

    private ReadingDraw(ReadingDesign design, Cohort cohort, List<String> remarks) {
        this.design = design;
        counts = new DrawnCounts(design, remarks);
        pools = design.labels().stream().map(label -> pool(cohort, label)).toList();
    }

    /**
     * Draws a plan.
     *
     * @param cohort may be without the photos that cannot be shown; its manifest is read again for the consent
     * @param today the day on which a consent has to be valid
     * @throws org.facies.input.BadInput if there are too few children, or a consent has an unknown value
     */
    public static Drawn of(ReadingDesign design, Cohort cohort, LocalDate today) {
        Consent consent = Consent.read(cohort.manifest(), ConsentPurpose.READERS, today);
        Cohort shown = consent.permitted(cohort);
        List<String> remarks = new ArrayList<>();
        consent.remark(cohort).ifPresent(remarks::add);
        long others = shown.subjects().stream()
                .filter(subject -> !design.labels().contains(subject.diagnosis()))
                .count();
        if (others > 0) {
            remarks.add(others + (others == 1 ? " child is" : " children are")
                    + " excluded, because the diagnosis is not a class of the reader study.");
        }
        return new Drawn(new ReadingDraw(design, shown, remarks).plan(), remarks);
    }

    /** The children of a class in random order. */
    private List<Subject> pool(Cohort cohort, String label) {
        List<Subject> pool = new ArrayList<>(cohort.subjects().stream()
                .filter(subject -> subject.diagnosis().equals(label))
                .sorted(Comparator.comparing(Subject::id))
                .toList());
        ListSampler.shuffle(NamedRandom.of(design.cases().seed(), "class " + label), pool);
        return pool;
    }

    private ReadingPlan plan() {
        List<Integer> wanted = counts.of(pools.stream().map(List::size).toList());
        List<Subject> practice = practice(wanted);
        List<Subject> main = new ArrayList<>();
        for (int c = 0; c < pools.size(); c++) {
            List<Subject> rest = new ArrayList<>(pools.get(c));
            rest.removeAll(practice);
            main.addAll(design.cases().draw() == Draw.EVERYONE ? rest : rest.subList(0, wanted.get(c)));
        }
        ListSampler.shuffle(NamedRandom.of(design.cases().seed(), "cases"), main);
        int repeats = (int) Math.round(design.order().repeats() * main.size());
        List<ReadingCase> cases = new ArrayList<>(main.stream().map(this::shown).toList());
        practice.forEach(child -> cases.add(shown(child)));
        return new ReadingPlan(
                cases, practice.size(), design.order().seed(), design.order().block(), repeats);
    }

    /**
     * The practice cases: children who are not needed for the main part, taken from the classes in turn.
     *
     * @param wanted minimum number of each class in the main part
     */
    private List<Subject> practice(List<Integer> wanted) {
        List<List<Subject>> spare = new ArrayList<>();
        for (int c = 0; c < pools.size(); c++) {
            List<Subject> pool = pools.get(c);
            spare.add(pool.subList(Math.min(wanted.get(c), pool.size()), pool.size()));
        }
        ListSampler.shuffle(NamedRandom.of(design.cases().seed(), "practice"), spare);
        int rounds = spare.stream().mapToInt(List::size).max().orElse(0);
        List<Subject> inTurn = IntStream.range(0, rounds)
                .boxed()
                .flatMap(round ->
                        spare.stream().filter(pool -> pool.size() > round).map(pool -> pool.get(round)))
                .toList();
        int cases = design.practice().cases();
        if (inTurn.size() < cases) {
            throw counts.refusal(
                    "practice.cases",
                    String.valueOf(cases),
                    "is more than the " + inTurn.size() + (inTurn.size() == 1 ? " child" : " children")
                            + " available for practice in addition to the main part",
                    "Write practice: {cases: " + inTurn.size() + "}, or show fewer children.");
        }
        return inTurn.subList(0, cases);
    }

    private ReadingCase shown(Subject child) {
        Map<String, Photo> photos = new LinkedHashMap<>();
        child.photos().forEach(photo -> photos.putIfAbsent(photo.sha256(), photo));
        List<Photo> all = List.copyOf(photos.values());
        List<Photo> shown = design.pictures().photos() == Photos.ALL
                ? all
                : List.of(all.get(NamedRandom.of(design.cases().seed(), "photo of " + child.id())
                        .nextInt(all.size())));
        return new ReadingCase(
                child.id(),
                design.labels().indexOf(child.diagnosis()),
                shown.stream().map(Photo::path).toList(),
                shown.stream().map(Photo::sha256).toList());
    }
}
