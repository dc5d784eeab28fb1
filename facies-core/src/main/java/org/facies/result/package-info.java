/**
 * The files that a run writes, as records: each is written and read by the same class
 * ({@link org.facies.result.ResultFile}). The top layer of this module: it imports every package with results in a
 * file, and none of them imports it. Start with {@link org.facies.result.MetricsFile}.
 */
package org.facies.result;
