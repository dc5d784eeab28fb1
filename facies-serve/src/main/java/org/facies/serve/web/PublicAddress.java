package org.facies.serve.web;

import java.net.URI;
import org.facies.serve.store.Link;

/** The address under which browsers reach the server, known once it listens. */
final class PublicAddress {
    private volatile URI root = URI.create("http://127.0.0.1");

    void set(URI address) {
        this.root = address;
    }

    URI root() {
        return root;
    }

    String link(Link link) {
        return root + "/i/" + link.token();
    }
}
