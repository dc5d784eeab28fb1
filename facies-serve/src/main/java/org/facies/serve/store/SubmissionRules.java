package org.facies.serve.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.facies.reading.ReadingDesign;
import org.facies.reading.Submission;

/** Checks that a submission answers the questions of the study. */
final class SubmissionRules {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int CERTAIN = 5;
    private static final int LONGEST_COMMENT = 2000;
    private static final double ONE_DAY_SECONDS = 86_400;
    /** People type probabilities in whole per cent. */
    private static final double SUM_TOLERANCE = 0.015;

    private final ReadingDesign.Form form;
    private final int classes;

    SubmissionRules(ReadingDesign design) {
        this.form = design.form();
        this.classes = design.classes().size();
    }

    /** All problems, as sentences. */
    List<String> problems(Submission sent) {
        List<String> problems = new ArrayList<>();
        check(problems, ID.matcher(sent.submission()).matches(), "submission: 32 hexadecimal digits are needed.");
        check(problems, sent.position() >= 1, "position: a number from 1 is needed.");
        check(problems, sent.revision() >= 0, "revision: a number from 0 is needed.");
        check(
                problems,
                sent.seconds() > 0 && sent.seconds() <= ONE_DAY_SECONDS,
                "seconds: a number above 0 and at most 86400 is needed.");
        checkChoice(problems, sent);
        checkConfidence(problems, sent);
        checkProbabilities(problems, sent.probabilities());
        checkComment(problems, sent.comment());
        return problems;
    }

    private void checkChoice(List<String> problems, Submission sent) {
        if (sent.choice().isEmpty()) {
            check(problems, form.cannotSay(), "choice: a class is needed; \"cannot say\" is not offered.");
        } else {
            int choice = sent.choice().get();
            check(
                    problems,
                    choice >= 0 && choice < classes,
                    "choice: a number from 0 to " + (classes - 1) + " is needed.");
        }
    }

    private void checkConfidence(List<String> problems, Submission sent) {
        boolean asked = form.confidence() && sent.choice().isPresent();
        if (asked) {
            check(
                    problems,
                    sent.confidence()
                            .filter(step -> step >= 1 && step <= CERTAIN)
                            .isPresent(),
                    "confidence: a number from 1 to 5 is needed.");
        } else {
            check(problems, sent.confidence().isEmpty(), "confidence: none is asked for here.");
        }
    }

    private void checkProbabilities(List<String> problems, List<Double> given) {
        if (given.isEmpty()) {
            return;
        }
        Predicate<Double> isShare = share -> share >= 0 && share <= 1;
        double sum = given.stream().mapToDouble(Double::doubleValue).sum();
        check(problems, form.probabilities(), "probabilities: none are asked for.");
        check(
                problems,
                given.size() == classes && given.stream().allMatch(isShare) && Math.abs(sum - 1) <= SUM_TOLERANCE,
                "probabilities: " + classes + " numbers from 0 to 1 that sum to 1 are needed, or none.");
    }

    private void checkComment(List<String> problems, String comment) {
        check(problems, form.comment() || comment.isEmpty(), "comment: none is asked for.");
        check(problems, comment.length() <= LONGEST_COMMENT, "comment: at most 2000 characters are allowed.");
        check(
                problems,
                comment.codePoints().noneMatch(SubmissionRules::isUnwritable),
                "comment: control characters are not allowed.");
    }

    private static boolean isUnwritable(int c) {
        boolean isLayout = c == '\n' || c == '\r' || c == '\t';
        return (Character.isISOControl(c) && !isLayout) || Character.getType(c) == Character.SURROGATE;
    }

    private static void check(List<String> problems, boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
