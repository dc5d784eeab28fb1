package org.facies.report.power;

import java.util.List;

/**
 * The page that answers how many readers and cases a reader study needs.
 *
 * @param facts of a few words each, shown below the title
 * @param parts one for each question
 * @param caveats the limits of the answers
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
