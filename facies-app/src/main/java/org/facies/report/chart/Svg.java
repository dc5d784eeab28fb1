package org.facies.report.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A finished drawing, safe to put into a page as it is; only {@link Drawing} makes one. */
public final class Svg implements Content {
    private final String markup;

    Svg(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }
}
