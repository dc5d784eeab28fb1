package org.facies.serve.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.facies.serve.page.Asset;
import org.facies.serve.store.Invited;
import org.facies.serve.store.StudyAccess;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.InvitationPage;

/** Answers for people who have no session yet. */
final class EntryRoutes {
    private final StudyRoom room;
    private final Gate gate;
    private final Cookies cookies;
    private final Frames frames;

    EntryRoutes(StudyRoom room, Gate gate, Cookies cookies, Frames frames) {
        this.room = room;
        this.gate = gate;
        this.cookies = cookies;
        this.frames = frames;
    }

    void start(Context request) {
        if (gate.session(request, Access.READER).isPresent()) {
            request.redirect("/read", HttpStatus.SEE_OTHER);
        } else if (gate.session(request, Access.RESEARCHER).isPresent()) {
            request.redirect("/follow", HttpStatus.SEE_OTHER);
        } else {
            throw new Refusal(Refusal.NO_SESSION);
        }
    }

    void asset(Context request) {
        Asset asset = Asset.served(request.pathParam("name")).orElseThrow(() -> new Refusal(Refusal.NOT_FOUND));
        request.contentType(asset.mediaType()).result(asset.bytes());
    }

    void invitation(Context request) {
        String token = request.pathParam("token");
        Invited invited =
                room.store().access().invited(token, room.clock().instant()).orElseThrow(() -> noLink(token));
        Optional<StudyReader> reader = invited.isResearcher()
                ? Optional.empty()
                : room.store().reader(invited.reader().getAsLong());
        request.html(room.pages()
                .invitation(new InvitationPage(
                        frames.invited(reader),
                        reader.map(StudyReader::name).orElse(""),
                        invited.isResearcher(),
                        "/i/" + token)));
    }

    private Refusal noLink(String token) {
        return new Refusal(room.store().access().wasInvited(token) ? Refusal.LINK_ENDED : Refusal.NOT_FOUND);
    }

    void enter(Context request) {
        String token = request.pathParam("token");
        StudyAccess access = room.store().access();
        Invited invited = access.invited(token, room.clock().instant()).orElseThrow(() -> noLink(token));
        Access whose = invited.isResearcher() ? Access.RESEARCHER : Access.READER;
        StudyAccess.Begun begun = access.enter(
                        token, cookies.find(request, whose), room.clock().instant())
                .orElseThrow(() -> noLink(token));
        cookies.set(request, whose, begun.id());
        request.redirect(whose == Access.READER ? "/read" : "/follow", HttpStatus.SEE_OTHER);
    }
}
