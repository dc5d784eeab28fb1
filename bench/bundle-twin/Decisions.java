import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.facies.calibration.ScalingMethod;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.decision.AbstentionRule;
import org.facies.decision.AgeRange;
import org.facies.decision.Answer;
import org.facies.decision.CalibrationRule;
import org.facies.decision.Decision;
import org.facies.decision.PhotoEvidence;
import org.facies.decision.ScreeningRule;
import org.facies.decision.SetRule;
import org.facies.decision.UnknownFaceRule;
import org.facies.metric.Estimate;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.facies.statistic.Interval;
import org.facies.uncertainty.OperatingPoint;

/**
 * Random decisions, random photos of a child, and what Facies answers; a line of JSON each. Among them are ties, rules
 * that are absent, and numbers exactly at their threshold. Usage: {@code Decisions CASES SEED}.
 */
public final class Decisions {
    private static final Estimate NOT_USED = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");
    private static final RecordFormat<Decision> DECISION = RecordFormat.of(Decision.class, Undefined.AS_NULL);
    private static final RecordFormat<Answer> ANSWER = RecordFormat.of(Answer.class, Undefined.AS_NULL);

    private final Random random;

    private Decisions(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) {
        Decisions decisions = new Decisions(Long.parseLong(arguments[1]));
        IntStream.range(0, Integer.parseInt(arguments[0]))
                .mapToObj(number -> decisions.next())
                .forEach(System.out::println);
    }

    private ObjectNode next() {
        Decision decision = decision();
        List<PhotoEvidence> photos = photos(decision.classes().size());
        OptionalDouble age = random.nextBoolean() ? OptionalDouble.of(age(decision)) : OptionalDouble.empty();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("decision", DECISION.write(decision));
        ArrayNode probabilities = line.putArray("probabilities");
        photos.forEach(photo -> photo.probabilities().forEach(probabilities.addArray()::add));
        if (photos.get(0).distance().isPresent()) {
            ArrayNode distances = line.putArray("distances");
            photos.forEach(photo -> distances.add(photo.distance().getAsDouble()));
        }
        age.ifPresent(months -> line.put("age_months", months));
        line.set("answer", ANSWER.write(decision.answer(photos, age)));
        return line;
    }

    private Decision decision() {
        List<String> classes = new ArrayList<>(List.of("none", "noonan", "alagille", "kabuki", "sotos", "williams"));
        Collections.shuffle(classes, random);
        classes = classes.subList(0, 2 + random.nextInt(classes.size() - 1));
        Map<String, Integer> subjects = new LinkedHashMap<>();
        classes.forEach(name -> subjects.put(name, 1 + random.nextInt(99)));
        boolean isScreened = random.nextInt(4) > 0;
        String unaffected = classes.get(random.nextInt(classes.size()));
        return new Decision(
                subjects,
                isScreened ? Optional.of(unaffected) : Optional.empty(),
                calibration(classes.size()),
                sets(classes),
                new AbstentionRule(0.9, threshold(1.0 / classes.size()), NOT_USED, NOT_USED),
                isScreened ? screening(1 - 1.0 / classes.size()) : List.of(),
                maybe(() -> new UnknownFaceRule(0.05, distance(), NOT_USED)),
                maybe(() -> new AgeRange(random.nextInt(60), 60 + random.nextInt(100))));
    }

    private CalibrationRule calibration(int classes) {
        ScalingMethod method = ScalingMethod.values()[random.nextInt(ScalingMethod.values().length)];
        return switch (method) {
            case NONE -> new CalibrationRule(method, Optional.empty(), List.of(), List.of());
            case TEMPERATURE ->
                new CalibrationRule(method, Optional.of(0.3 + 2 * random.nextDouble()), List.of(), List.of());
            case VECTOR ->
                new CalibrationRule(
                        method,
                        Optional.empty(),
                        numbers(classes, () -> 0.2 + 2 * random.nextDouble()),
                        numbers(classes, random::nextGaussian));
        };
    }

    private List<SetRule> sets(List<String> classes) {
        List<SetRule> rules = new ArrayList<>();
        for (Conformity conformity : Conformity.values()) {
            for (Assurance assurance : Assurance.values()) {
                Map<String, Double> limits = new LinkedHashMap<>();
                classes.forEach(name -> limits.put(name, random.nextInt(6) == 0 ? 1 : random.nextDouble()));
                rules.add(new SetRule(conformity, 90, assurance, limits, NOT_USED, NOT_USED));
            }
        }
        return rules;
    }

    private List<ScreeningRule> screening(double scoreOfTie) {
        return List.of(
                new ScreeningRule(OperatingPoint.SENSITIVITY, 0.9, threshold(scoreOfTie), NOT_USED, NOT_USED),
                new ScreeningRule(OperatingPoint.SPECIFICITY, 0.95, threshold(scoreOfTie), NOT_USED, NOT_USED));
    }

    /** @param ofTie what a tie of all classes gives, so that some cases lie exactly at their threshold */
    private double threshold(double ofTie) {
        return random.nextInt(4) == 0 ? ofTie : random.nextDouble();
    }

    /** Often a half or a whole number, so that some distances lie exactly at their threshold. */
    private double distance() {
        return random.nextBoolean() ? random.nextInt(5) / 2.0 : (float) (2 * random.nextDouble());
    }

    private List<PhotoEvidence> photos(int classes) {
        boolean isMeasured = random.nextInt(3) > 0;
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(photo -> new PhotoEvidence(
                        probabilities(classes),
                        isMeasured ? OptionalDouble.of(distance()) : OptionalDouble.empty()))
                .toList();
    }

    /** float32 as a network gives them, from nearly even to nearly certain; one in ten is a tie of all classes. */
    private List<Double> probabilities(int classes) {
        if (random.nextInt(10) == 0) {
            return numbers(classes, () -> 0.25);
        }
        double sharpness = Math.pow(10, 2 * random.nextDouble() - 0.5);
        List<Double> odds = numbers(classes, () -> Math.exp(sharpness * random.nextGaussian()));
        double sum = odds.stream().mapToDouble(Double::doubleValue).sum();
        return odds.stream().map(own -> (double) (float) (own / sum)).toList();
    }

    private double age(Decision decision) {
        return decision.ages().isPresent() && random.nextInt(4) == 0
                ? decision.ages().get().toMonths()
                : 200 * random.nextDouble();
    }

    private static List<Double> numbers(int count, Supplier<Double> next) {
        return IntStream.range(0, count).mapToObj(i -> next.get()).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
