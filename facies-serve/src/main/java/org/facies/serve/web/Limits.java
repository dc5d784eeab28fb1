package org.facies.serve.web;

import java.time.Duration;

/**
 * Limits for one client. A busy reader stays far below them.
 *
 * @param answerBytes longest JSON answer
 * @param formBytes longest form
 * @param connections open at once
 * @param idle time after which an idle connection is closed
 * @param patience time within which a connection must complete a request or receive a part of an answer, even if it
 *     sends single bytes
 * @param sessionBurst requests of a session at once
 * @param sessionPerSecond requests of a session in the long run
 * @param strangerBurst requests of an address without a session at once
 * @param strangerPerSecond such requests in the long run
 * @param linkBurst links tried by an address at once
 * @param linkPerMinute links tried by an address in the long run
 */
public record Limits(
        int answerBytes,
        int formBytes,
        int connections,
        Duration idle,
        Duration patience,
        int sessionBurst,
        int sessionPerSecond,
        int strangerBurst,
        int strangerPerSecond,
        int linkBurst,
        int linkPerMinute) {

    /** The limits that the command line uses. */
    public static final Limits USUAL = new Limits(
            64 * 1024, 8 * 1024, 512, Duration.ofSeconds(30), Duration.ofSeconds(60), 300, 100, 1000, 100, 60, 30);
}
