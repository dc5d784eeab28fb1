package org.facies.serve.page;

import java.util.Locale;
import java.util.Map;
import org.facies.serve.web.view.EndedPage;
import org.facies.serve.web.view.ErrorPage;
import org.facies.serve.web.view.ExperiencePage;
import org.facies.serve.web.view.FollowPage;
import org.facies.serve.web.view.Frame;
import org.facies.serve.web.view.InvitationPage;
import org.facies.serve.web.view.LinkPage;
import org.facies.serve.web.view.Pages;
import org.facies.serve.web.view.ReadingPage;

/** Renders the pages of the server from templates, in the language of their frame. */
public final class HtmlPages implements Pages {
    private final Templates templates = new Templates();

    @Override
    public String invitation(InvitationPage page) {
        return render("invitation", page, page.frame());
    }

    @Override
    public String experience(ExperiencePage page) {
        return render("experience", page, page.frame());
    }

    @Override
    public String reading(ReadingPage page) {
        Words words = words(page.frame());
        return templates.render(
                "reading.jte",
                Map.of("page", page, "words", words, "settings", ScriptSettings.ofServer(page.settings(), words)));
    }

    @Override
    public String ended(EndedPage page) {
        String key = "ended." + page.reason().name().toLowerCase(Locale.ROOT);
        return templates.render("ended.jte", Map.of("page", page, "words", words(page.frame()), "key", key));
    }

    @Override
    public String follow(FollowPage page) {
        return render("follow", page, page.frame());
    }

    @Override
    public String link(LinkPage page) {
        Words letters = Words.of(page.language());
        return templates.render(
                "link.jte",
                Map.of(
                        "page",
                        page,
                        "words",
                        words(page.frame()),
                        "letters",
                        letters,
                        "invitation",
                        letter(letters, "letter.invitation", page),
                        "reminder",
                        letter(letters, "letter.reminder", page)));
    }

    private static String letter(Words letters, String key, LinkPage page) {
        String text = letters.fill(
                key, page.link(), page.total(), page.breakMinutes(), letters.time(page.until()), page.complete());
        String note = letters.get("note");
        return note.isEmpty() ? text : text + "\n" + note + "\n";
    }

    @Override
    public String error(ErrorPage page) {
        Words words = words(page.frame());
        String sentence = words.has("error." + page.status())
                ? words.get("error." + page.status())
                : words.get(page.status() < 500 ? "error.400" : "error.500");
        return templates.render("error.jte", Map.of("page", page, "words", words, "sentence", sentence));
    }

    private String render(String template, Record page, Frame frame) {
        return templates.render(template + ".jte", Map.of("page", page, "words", words(frame)));
    }

    private static Words words(Frame frame) {
        return Words.of(frame.language());
    }
}
