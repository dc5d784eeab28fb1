package org.facies.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** The report's own style sheet, put into the page as it is. */
public record StyleSheet(String css) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(css);
    }
}
