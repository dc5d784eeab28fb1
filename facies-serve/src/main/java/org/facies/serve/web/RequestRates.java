package org.facies.serve.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts requests by sender, and reports when there are too many. Thread-safe. */
final class RequestRates {
    private static final int REMEMBERED = 10_000;

    private final Limits limits;
    private final TimeMeter meter;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    RequestRates(Limits limits, Clock clock) {
        this.limits = limits;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** One more request of a session. */
    void countSession(String key) {
        count("session " + key, limits.sessionBurst(), limits.sessionPerSecond(), Duration.ofSeconds(1));
    }

    /** One more request from an address without a session. */
    void countStranger(String address) {
        count("address " + address, limits.strangerBurst(), limits.strangerPerSecond(), Duration.ofSeconds(1));
    }

    /** One more link tried from an address. */
    void countLink(String address) {
        count("link " + address, limits.linkBurst(), limits.linkPerMinute(), Duration.ofMinutes(1));
    }

    private void count(String who, int burst, int refill, Duration period) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    who,
                    first -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                            .withCustomTimePrecision(meter)
                            .build());
        }
        if (!bucket.tryConsume(1)) {
            throw new Refusal(Refusal.TOO_MANY);
        }
    }
}
