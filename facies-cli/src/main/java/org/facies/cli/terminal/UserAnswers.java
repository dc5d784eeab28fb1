package org.facies.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;

/** Answers of the user, taken from an option, from {@code --yes}, or from a reply to a question, in this order. */
public final class UserAnswers {

    private final boolean proposalsAccepted;
    private final Terminal terminal;
    private final List<Question> open = new ArrayList<>();

    public UserAnswers(boolean proposalsAccepted, Terminal terminal) {
        this.proposalsAccepted = proposalsAccepted;
        this.terminal = terminal;
    }

    /**
     * A question that the options leave open.
     *
     * @param option the option that answers it
     * @param words the question
     * @param proposal the answer if the reply is empty
     */
    public record Question(String option, String words, String proposal) {

        private String prompt() {
            return words + " [" + proposal + "] ";
        }

        @Override
        public String toString() {
            return option + " (proposed: " + proposal + ")";
        }
    }

    /** The answer; the proposal if there is no terminal, which {@link #requireAll} then refuses. */
    public String to(Question question, Optional<String> option) {
        if (option.isPresent() || proposalsAccepted) {
            return option.orElse(question.proposal());
        }
        Optional<String> reply = terminal.answer(question.prompt());
        if (reply.isEmpty()) {
            open.add(question);
        }
        return reply.filter(text -> !text.isEmpty()).orElse(question.proposal());
    }

    /**
     * Refuses to continue while questions are unanswered.
     *
     * @param about the file that the questions are about
     */
    public void requireAll(String about) {
        if (!open.isEmpty()) {
            throw new BadInput(
                    about,
                    "",
                    "does not contain what only you can know: "
                            + String.join(
                                    ", ", open.stream().map(Question::toString).toList()),
                    "Give these options, or accept the proposed values with --yes.");
        }
    }
}
