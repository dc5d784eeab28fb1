package org.facies.serve.web;

/** A refused request; the page or script receives only the status. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int NO_SESSION = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NO_SUCH_METHOD = 405;
    static final int CONFLICT = 409;
    static final int LINK_ENDED = 410;
    static final int TOO_LARGE = 413;
    static final int WRONG_TYPE = 415;
    static final int UNUSABLE = 422;
    static final int TOO_MANY = 429;
    static final int BUG = 500;
    static final int UNAVAILABLE = 503;

    private final int status;

    Refusal(int status) {
        super("refused with " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
