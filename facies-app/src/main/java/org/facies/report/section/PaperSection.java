package org.facies.report.section;

import java.util.List;
import org.facies.report.paper.Checklist;
import org.facies.report.paper.Limitations;
import org.facies.report.paper.MethodsText;
import org.facies.report.paper.StudyAnswers;
import org.facies.report.run.Run;

/**
 * What goes into a paper.
 *
 * @param methods paragraphs
 * @param limitations sentences
 */
public record PaperSection(List<String> methods, List<String> limitations, List<Checklist> checklists) {

    public PaperSection {
        methods = List.copyOf(methods);
        limitations = List.copyOf(limitations);
        checklists = List.copyOf(checklists);
    }

    static PaperSection of(Run run) {
        StudyAnswers answers = new StudyAnswers(run);
        return new PaperSection(
                new MethodsText(run).paragraphs(),
                new Limitations(run).sentences(),
                List.of(Checklist.tripodAi(answers), Checklist.claim(answers)));
    }
}
