package org.facies.serve.web.view;

/**
 * Every page of the server, as a whole HTML document. Texts of people are escaped here. An implementation keeps no
 * state and may be called by many threads at once.
 */
public interface Pages {
    /** Before a session: "continue as R1", with one form that posts to {@link InvitationPage#action()}. */
    String invitation(InvitationPage page);

    /** Instructions and the reader's experience; the form posts to {@code /read/experience}. */
    String experience(ExperiencePage page);

    /** The page on which cases are read; its script asks {@code /read/state} for the rest. */
    String reading(ReadingPage page);

    /** Nothing (more) to read. */
    String ended(EndedPage page);

    /** The researcher's page. */
    String follow(FollowPage page);

    /** A new link, shown this once, with texts to copy. */
    String link(LinkPage page);

    /** A request that was refused: one helpful sentence. */
    String error(ErrorPage page);
}
