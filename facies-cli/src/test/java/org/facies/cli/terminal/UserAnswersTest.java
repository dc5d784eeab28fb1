package org.facies.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.cli.terminal.UserAnswers.Question;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;

class UserAnswersTest {

    private static final Question COLOURS = new Question("--colours", "Order of the colours, rgb or bgr?", "rgb");
    private static final Question ORIGIN = new Question("--origin", "Who trained it on what?", "not stated");

    private final List<String> prompts = new ArrayList<>();

    @Test
    void an_empty_reply_accepts_the_proposal_in_brackets() {
        UserAnswers answers = new UserAnswers(false, replying(""));

        assertThat(answers.to(COLOURS, Optional.empty())).isEqualTo("rgb");
        assertThat(prompts).containsExactly("Order of the colours, rgb or bgr? [rgb] ");
        assertThatCode(() -> answers.requireAll("net.onnx")).doesNotThrowAnyException();
    }

    @Test
    void a_reply_goes_over_the_proposal() {
        assertThat(new UserAnswers(false, replying("bgr")).to(COLOURS, Optional.empty()))
                .isEqualTo("bgr");
    }

    @Test
    void an_option_and_accepted_proposals_leave_nothing_to_ask() {
        assertThat(new UserAnswers(false, replying("bgr")).to(COLOURS, Optional.of("rgb")))
                .isEqualTo("rgb");
        assertThat(new UserAnswers(true, replying("bgr")).to(COLOURS, Optional.empty()))
                .isEqualTo("rgb");
        assertThat(prompts).isEmpty();
    }

    @Test
    void where_nobody_can_be_asked_one_sentence_names_all_that_is_open() {
        UserAnswers answers = new UserAnswers(false, prompt -> Optional.empty());
        answers.to(COLOURS, Optional.empty());
        answers.to(ORIGIN, Optional.empty());

        assertThatThrownBy(() -> answers.requireAll("net.onnx"))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.onnx: does not contain what only you can know: --colours (proposed: rgb), --origin"
                        + " (proposed: not stated). Give these options, or accept the proposed values with"
                        + " --yes.");
    }

    private Terminal replying(String reply) {
        return prompt -> {
            prompts.add(prompt);
            return Optional.of(reply);
        };
    }
}
