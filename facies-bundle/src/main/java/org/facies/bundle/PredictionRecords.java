package org.facies.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.align.FaceChoice;
import org.facies.align.FacesSeen;
import org.facies.cohort.NamedClass;
import org.facies.decision.Answer;
import org.facies.decision.AnswerText;
import org.facies.decision.Decision;
import org.facies.decision.IntendedPurpose;
import org.facies.decision.Prevalence;
import org.facies.detect.Box;
import org.facies.detect.DetectedFace;
import org.facies.result.PredictionRecord;
import org.facies.result.PredictionRecord.AnySyndrome;
import org.facies.result.PredictionRecord.ClassProbability;
import org.facies.result.PredictionRecord.Distance;
import org.facies.result.PredictionRecord.Face;
import org.facies.result.PredictionRecord.Mix;
import org.facies.result.PredictionRecord.Model;
import org.facies.result.PredictionRecord.Photo;
import org.facies.result.PredictionRecord.Point;
import org.facies.result.PredictionRecord.PredictionSet;
import org.facies.result.PredictionRecord.Remark;
import org.facies.result.PredictionRecord.Said;

/** Turns a predictor's answers into the records from which every output is made. */
public final class PredictionRecords {
    private final Decision decision;
    private final Map<String, String> names;
    private final AnswerText text;
    private final Model model;
    private final Site site;
    private final Set<String> trainingPhotos;

    /**
     * The class frequencies at the site.
     *
     * @param prevalence empty if they were not stated
     * @param absence a sentence why there are none; empty if there are
     */
    public record Site(Optional<Prevalence> prevalence, String absence) {}

    /**
     * Records for the answers of a bundle.
     *
     * @param signature a sentence about the bundle's signature
     * @param trainingPhotos SHA-256 of photos known to be in the training set
     */
    public PredictionRecords(BundleFile bundle, String signature, Site site, Set<String> trainingPhotos) {
        this.decision = bundle.decision();
        this.names = bundle.classes().stream()
                .collect(Collectors.toMap(NamedClass::label, this::name, (a, b) -> a, LinkedHashMap::new));
        this.text = new AnswerText(decision, names);
        this.model = new Model(bundle.name(), bundle.digest(), bundle.created(), bundle.intendedPurpose(), signature);
        this.site = site;
        this.trainingPhotos = Set.copyOf(trainingPhotos);
    }

    /** The display name of a class; a label such as "none" is unclear next to the names of syndromes. */
    private String name(NamedClass named) {
        boolean isUnaffected = decision.unaffected().equals(Optional.of(named.label()));
        return isUnaffected && named.name().equals(named.label())
                ? "no syndrome (" + named.label() + ")"
                : named.name();
    }

    /** The model that made the prediction. */
    public Model model() {
        return model;
    }

    /**
     * The record of a child.
     *
     * @param child its name in the output
     * @param photos the names of its photos in the output, one for each photo that was read
     */
    public PredictionRecord of(String child, List<String> photos, ChildReading reading) {
        Optional<Answer> answer = reading.answer();
        List<Photo> seen = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            seen.add(photo(photos.get(i), reading.photos().get(i)));
        }
        return new PredictionRecord(
                PredictionRecord.VERSION,
                IntendedPurpose.BANNER,
                model,
                child,
                reading.ageMonths().stream().boxed().findFirst(),
                answer.map(given -> text.of(given, atSite(given))).orElseGet(() -> unanswered(reading)),
                answer.filter(given -> given.reservations().isEmpty()).isPresent(),
                answer.stream()
                        .flatMap(given ->
                                given.reservations().stream().map(one -> new Remark(word(one), text.of(one, given))))
                        .toList(),
                answer.map(this::said),
                seen);
    }

    private static String unanswered(ChildReading reading) {
        if (reading.photos().size() > 1) {
            return "No answer: none of the " + reading.photos().size() + " photos can be used.";
        }
        return "No answer: the photo cannot be used. "
                + reading.photos().get(0).refusal().orElseThrow().sentence();
    }

    private Optional<Map<String, Double>> atSite(Answer answer) {
        return site.prevalence().map(prevalence -> prevalence.reweighted(answer.probabilities()));
    }

    private Said said(Answer answer) {
        Optional<Map<String, Double>> atSite = atSite(answer);
        List<ClassProbability> classes = new ArrayList<>();
        answer.probabilities()
                .forEach((label, study) -> classes.add(new ClassProbability(
                        label, names.get(label), study, atSite.map(probabilities -> probabilities.get(label)))));
        return new Said(
                answer.predicted(),
                classes,
                new Mix(
                        decision.subjects(),
                        text.studyMix(),
                        site.prevalence().map(Prevalence::shares),
                        site.prevalence().map(text::siteMix).orElse(site.absence())),
                answer.sets().stream()
                        .map(set -> new PredictionSet(
                                set.rule().conformity().key(),
                                set.rule().levelPercent(),
                                set.rule().assurance().key(),
                                set.classes(),
                                set.rule().coverage()))
                        .toList(),
                answer.screening().map(found -> anySyndrome(found, atSite)),
                answer.distance()
                        .map(value ->
                                new Distance(value, decision.unknownFaces().map(rule -> rule.threshold()))));
    }

    private AnySyndrome anySyndrome(Answer.AnySyndrome found, Optional<Map<String, Double>> atSite) {
        return new AnySyndrome(
                found.score(),
                atSite.map(probabilities ->
                        1 - probabilities.get(decision.unaffected().orElseThrow())),
                found.points().stream()
                        .map(point -> new Point(
                                word(point.rule().fixed()),
                                point.rule().at(),
                                point.rule().threshold(),
                                point.isPositive(),
                                point.rule().sensitivity(),
                                point.rule().specificity()))
                        .toList());
    }

    private Photo photo(String name, PhotoReading reading) {
        FaceChoice choice = reading.faces().map(FacesSeen::choice).orElse(FaceChoice.LARGEST);
        return new Photo(
                name,
                reading.sha256(),
                reading.faces().map(FacesSeen::sentence),
                reading.faces().map(PredictionRecords::boxes).orElse(List.of()),
                reading.findings().stream()
                        .map(finding -> new Remark(word(finding), finding.sentence(choice)))
                        .toList(),
                reading.refusal().map(PhotoReading.Refusal::sentence),
                reading.sha256().filter(trainingPhotos::contains).isPresent());
    }

    private static List<Face> boxes(FacesSeen faces) {
        int taken = faces.taken().map(FacesSeen.Taken::number).orElse(0);
        List<Face> boxes = new ArrayList<>();
        for (DetectedFace face : faces.fromLeft()) {
            Box box = face.box();
            int number = boxes.size() + 1;
            boxes.add(
                    new Face(number, box.left(), box.top(), box.right(), box.bottom(), face.score(), number == taken));
        }
        return boxes;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
