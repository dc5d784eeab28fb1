package org.facies.serve.browser;

import java.util.Optional;
import java.util.Random;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Step;

/** What a scripted reader answers: it depends on the reader, the presentation and the step only. */
final class ScriptedAnswers {
    private static final int CORRECTED_EVERY = 10;
    private static final int COMMENTED_EVERY = 15;

    private final ReadingStudy study;

    ScriptedAnswers(ReadingStudy study) {
        this.study = study;
    }

    /** @param choice empty for "cannot say"; then there is no confidence */
    record Answer(Optional<Integer> choice, Optional<Integer> confidence, String comment) {}

    Answer of(String reader, Presentation shown, Step step) {
        Random random = new Random((reader + "/" + shown.position() + "/" + step).hashCode());
        int truth = study.plan().cases().get(shown.caseNumber()).truth();
        String comment = shown.position() % COMMENTED_EVERY == 0 ? "small chin, \"low\" ears; 2" : "";
        if (random.nextInt(12) == 0) {
            return new Answer(Optional.empty(), Optional.empty(), comment);
        }
        int choice = random.nextInt(3) > 0 ? truth : random.nextInt(SyntheticChildren.NAMES.size());
        return new Answer(Optional.of(choice), Optional.of(1 + random.nextInt(5)), comment);
    }

    /** Whether the reader first confirms another answer, then takes it back. */
    static boolean isCorrected(Presentation shown) {
        return shown.position() % CORRECTED_EVERY == 4;
    }
}
