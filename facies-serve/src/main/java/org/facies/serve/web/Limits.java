package org.facies.serve.web;

import java.time.Duration;

/**
 * How much is taken from one client. The numbers leave a busy reader far from any limit.
 *
 * @param answerBytes longest JSON answer
 * @param formBytes longest form
 * @param connections open at once
 * @param idle after which a connection that sends and takes nothing is closed
 * @param patience within which a connection must bring a request or take a part of an answer, however little it sends
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

    /** What the command line uses. */
    public static final Limits USUAL = new Limits(
            64 * 1024, 8 * 1024, 512, Duration.ofSeconds(30), Duration.ofSeconds(60), 300, 100, 1000, 100, 60, 30);
}
