package org.facies.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;
import org.facies.model.ModelZoo;
import org.junit.jupiter.api.Test;

class LicenceQuestionTest {
    private final List<String> prompts = new ArrayList<>();
    private final ModelCard card = ModelZoo.in(
                    Path.of("absent"), Acknowledgement.NOT_GIVEN, Clock.systemUTC(), line -> {})
            .info("retinaface-mnet25")
            .card();

    @Test
    void after_a_refusal_no_further_model_is_asked_about() {
        LicenceQuestion question = new LicenceQuestion(replying("y", "n", "y"));

        assertThat(question.agrees(card)).isTrue();
        assertThat(question.agrees(card)).isFalse();
        assertThat(question.agrees(card)).isFalse();
        assertThat(prompts).hasSize(2);
    }

    @Test
    void the_question_says_which_of_two_terms_count() {
        new LicenceQuestion(replying("Yes")).agrees(card);

        assertThat(prompts.get(0))
                .contains(card.licence().caution(), card.licence().stated())
                .endsWith("Where these terms differ, the stricter ones count. Do they permit your use? [y/N] ");
    }

    @Test
    void without_a_terminal_nothing_is_agreed() {
        assertThat(new LicenceQuestion(prompt -> Optional.empty()).agrees(card)).isFalse();
    }

    private Terminal replying(String... replies) {
        Deque<String> left = new ArrayDeque<>(List.of(replies));
        return prompt -> {
            prompts.add(prompt);
            return Optional.of(left.remove());
        };
    }
}
