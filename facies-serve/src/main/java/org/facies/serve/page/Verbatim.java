package org.facies.serve.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Text of our own that goes into a page as it is. */
record Verbatim(String text) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text);
    }
}
