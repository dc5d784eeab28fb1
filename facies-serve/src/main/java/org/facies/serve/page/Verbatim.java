package org.facies.serve.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Text that is written into a page without escaping. */
record Verbatim(String text) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text);
    }
}
