/**
 * The files that a run writes, as records: each is written and read by the same class
 * ({@link org.facies.result.ResultFile}). The top of this module: imports every package whose results stand in a file,
 * and is imported by none of them. Start with {@link org.facies.result.MetricsFile}.
 */
package org.facies.result;
