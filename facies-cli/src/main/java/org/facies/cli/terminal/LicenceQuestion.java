package org.facies.cli.terminal;

import java.util.Locale;
import java.util.Optional;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelCard;

/** Asks the user to accept the terms of each model. After one refusal, it does not ask about further models. */
public final class LicenceQuestion implements Acknowledgement {
    private final Terminal terminal;
    private boolean isRefused;

    public LicenceQuestion(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized boolean agrees(ModelCard card) {
        if (isRefused) {
            return false;
        }
        Optional<String> reply = terminal.answer(prompt(card));
        boolean agreed = reply.filter(answer -> answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
        isRefused = reply.isPresent() && !agreed;
        return agreed;
    }

    private static String prompt(ModelCard card) {
        return ("%s: %s%nLicence, as the publisher states it: %s%nOrigin: %s%nWhere these terms differ, the stricter"
                        + " ones count. Do they permit your use? [y/N] ")
                .formatted(
                        card.id(),
                        card.licence().caution(),
                        card.licence().stated(),
                        card.licence().origin());
    }
}
