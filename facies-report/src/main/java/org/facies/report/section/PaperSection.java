package org.facies.report.section;

import java.util.List;
import org.facies.report.paper.Checklist;
import org.facies.report.paper.Limitations;
import org.facies.report.paper.MethodsText;
import org.facies.report.paper.StudyAnswers;
import org.facies.report.run.Run;

/**
 * Texts and tables for a paper.
 *
 * @param tables those of the published study, as far as the run has their numbers
 * @param comparison file of the figure that compares all who judged
 * @param methods paragraphs
 * @param limitations sentences
 */
public record PaperSection(
        List<PaperTable> tables,
        String comparison,
        List<String> methods,
        List<String> limitations,
        List<Checklist> checklists) {

    public PaperSection {
        tables = List.copyOf(tables);
        methods = List.copyOf(methods);
        limitations = List.copyOf(limitations);
        checklists = List.copyOf(checklists);
    }

    static PaperSection of(Run run) {
        StudyAnswers answers = new StudyAnswers(run);
        return new PaperSection(
                PaperTable.of(run),
                ReadersText.of(run.metrics()).isPresent() ? "readers-accuracy" : "forest-accuracy",
                new MethodsText(run).paragraphs(),
                new Limitations(run).sentences(),
                List.of(Checklist.tripodAi(answers), Checklist.claim(answers)));
    }
}
