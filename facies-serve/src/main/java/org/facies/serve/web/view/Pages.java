package org.facies.serve.web.view;

/**
 * All pages of the server, as whole HTML documents. Texts that people entered are escaped here. An implementation has
 * no state and is thread-safe.
 */
public interface Pages {
    /** Before a session: "continue as R1", with one form that posts to {@link InvitationPage#action()}. */
    String invitation(InvitationPage page);

    /** Instructions and the reader's experience; the form posts to {@code /read/experience}. */
    String experience(ExperiencePage page);

    /** The page on which cases are read; its script asks {@code /read/state} for the rest. */
    String reading(ReadingPage page);

    /** The page after the last case, or when a study is closed. */
    String ended(EndedPage page);

    /** The researcher's page. */
    String follow(FollowPage page);

    /** A new link, shown only once, with texts to copy. */
    String link(LinkPage page);

    /** A request that was refused: one helpful sentence. */
    String error(ErrorPage page);
}
