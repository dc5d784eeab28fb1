package org.facies.report.power;

import java.util.List;

/**
 * How many readers and cases a reader study takes, as one page.
 *
 * @param facts few words each, under the title
 * @param parts one for each question
 * @param caveats what the answers do not say
 */
public record ReaderPlanPage(String title, List<String> facts, List<Part> parts, List<String> caveats) {

    /**
     * One question.
     *
     * @param id of the part in the page
     * @param answers one for each assumption
     */
    public record Part(
            String id,
            String title,
            String question,
            List<PowerPage.Said> answers,
            PowerPage.Chart chart,
            PowerPage.Table table) {
        public Part {
            answers = List.copyOf(answers);
        }
    }

    public ReaderPlanPage {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        caveats = List.copyOf(caveats);
    }
}
